import type { LibraryContext } from '../../context.ts';
import type { Block } from '../../../../shared/model/ranges.ts';
import { isOutdated, setVersion } from '../../storage/rules-version.ts';
import { dateStore } from './date-store.ts';

/** Grows when the rules that read dates change: every article is then read again. */
const rulesVersion = 1;
const versionKey = 'analysis.date-rules';
/** Characters read in one step: some 30 ms. */
const stepLength = 60_000;
const mostArticles = 40;

/** Reads the dates of the texts, a few articles at a time, for as long as somebody looks at them. */
export function dateReading({ db, commands, background, readOnly }: LibraryContext) {
  const store = dateStore(db);
  if (!readOnly && isOutdated(db, versionKey, rulesVersion)) {
    commands.quietly(null, () => {
      store.markAll();
      setVersion(db, versionKey, rulesVersion);
    });
  }

  return {
    /**
     * Reads for at most about `most` ms and leaves the rest to the background. Answers with the
     * number of articles still to be read.
     */
    async readFor(most: number): Promise<number> {
      if (readOnly || store.unread() === 0) return store.unread();
      // The calendars of seven languages are loaded only where dates are read.
      const { datesIn } = await import('./dates-in.ts');
      const step = () =>
        commands.quietly(null, () => {
          let length = 0;
          for (const { seq, text, blocks, issued, language } of store.nextUnread(mostArticles)) {
            const parts = JSON.parse(blocks ?? '[]') as Block[];
            const found = text === null ? [] : datesIn({ text, blocks: parts, issued, language });
            store.replace(seq, found);
            length += text?.length ?? 0;
            if (length > stepLength) break;
          }
        });
      const until = Date.now() + most;
      while (store.unread() > 0 && Date.now() < until) {
        step();
        await new Promise((resolve) => setImmediate(resolve));
      }
      background.start({ work: 'dates', topics: ['articles'], left: store.unread, step });
      return store.unread();
    },
  };
}

import { articleNames, type ArticleName } from '../../../../shared/text/names/article-names.ts';
import { namedActors } from '../../../../shared/text/names/propose.ts';
import { proposalRulesVersion } from '../../../../shared/text/names/rules-version.ts';
import type { LibraryContext } from '../../context.ts';
import { mentionStore } from '../mention-store.ts';
import { isOutdated, setVersion } from '../../storage/rules-version.ts';
import { placeStore } from './place-store.ts';

const versionKey = 'actors.proposal-rules';
/** Names are read from this many characters of a text; what is named later only is named rarely. */
const longestRead = 1_000_000;
/** Characters read in one step: some 50 ms. */
const stepLength = 60_000;
const mostArticles = 40;

/** The names of one text, each under the key its spellings share. */
const namesOf = (text: string): ArticleName[] =>
  articleNames(namedActors({ text: text.slice(0, longestRead), taken: [] }));

/** Reads names from the articles of a library, a few at a time. */
export function nameReading({ db, commands, background, readOnly }: LibraryContext) {
  const store = placeStore(db);
  const mentions = mentionStore(db);
  if (!readOnly && isOutdated(db, versionKey, proposalRulesVersion)) {
    commands.quietly(null, () => {
      store.markAll();
      setVersion(db, versionKey, proposalRulesVersion);
    });
  }

  const step = () =>
    commands.quietly(null, () => {
      let length = 0;
      for (const { seq, text } of store.nextUnread(mostArticles)) {
        store.replace(seq, text === null ? [] : namesOf(text), mentions.of(seq));
        length += text?.length ?? 0;
        if (length > stepLength) break;
      }
    });

  return {
    /**
     * Reads for at most about `most` ms and leaves the rest to the background. Answers with the
     * number of articles that are still to be read.
     */
    async readFor(most: number): Promise<number> {
      const until = Date.now() + most;
      let left = store.unread();
      while (left > 0 && Date.now() < until) {
        step();
        left = store.unread();
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (left > 0) {
        background.start({ work: 'names', topics: ['actors'], left: store.unread, step });
      }
      return left;
    },
  };
}

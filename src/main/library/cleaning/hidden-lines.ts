import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import { hiddenLayers, hideOffered, hideRange, unhideRange } from '../articles/hidden.ts';
import { articleById, labelOf, seqOf } from '../articles/store.ts';
import type { LibraryContext } from '../context.ts';
import { learnShown } from './repeated/learn-shown.ts';

function checkRange(range: { start: number; end: number }, length: number): void {
  if (range.start < range.end && range.end <= length) return;
  throw new AttacheError(
    'invalid-input',
    `The range ${range.start} to ${range.end} does not lie in this text of ${length} characters.`,
    { field: 'end' },
  );
}

/** What a person hides of an article, and shows again. */
export function hiddenLineHandlers(
  context: LibraryContext,
): Handlers<'articles.hide' | 'articles.hideOffered' | 'articles.unhide'> {
  const { db, commands } = context;
  return {
    'articles.hide': ({ id, start, end, reason }) => {
      const { text } = articleById(db, id);
      checkRange({ start, end }, text.length);
      const seq = seqOf(db, id);
      commands.run(
        `Hide a passage in ${labelOf(db, id)}`,
        { topics: ['articles'], articleIds: [id] },
        () => hideRange(db, seq, { start, end, reason }),
      );
      return hiddenLayers(db, seq);
    },
    'articles.hideOffered': ({ id }) => {
      const seq = seqOf(db, id);
      commands.run(
        `Hide the offered lines of ${labelOf(db, id)}`,
        { topics: ['articles'], articleIds: [id] },
        () => hideOffered(db, seq),
      );
      return hiddenLayers(db, seq);
    },
    'articles.unhide': ({ id, start, end }) => {
      const article = articleById(db, id);
      const { text } = article;
      const range =
        start === undefined && end === undefined
          ? null
          : { start: start ?? 0, end: end ?? text.length };
      if (range !== null) checkRange(range, text.length);
      const seq = seqOf(db, id);
      commands.run(
        `Show ${range === null ? 'all lines' : 'a passage'} of ${labelOf(db, id)}`,
        { topics: ['articles', 'rules'], articleIds: [id] },
        () => {
          learnShown(context, article, range);
          unhideRange(db, seq, range);
        },
      );
      return hiddenLayers(db, seq);
    },
  };
}

import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { learnShown } from '../import/cleaning/repeated/learn-shown.ts';
import { hiddenLayers, hideOffered, hideRange, unhideRange } from './hidden.ts';
import { listArticles } from './list.ts';
import { readOriginal } from '../storage/originals/originals.ts';
import { compareVersions, textVersions } from './revise/text-versions.ts';
import { revertArticle } from './revise/revert.ts';
import { reviseArticle } from './revise/revise.ts';
import { articleById, labelOf, saveProgress, seqOf, setTrashed, updateFields } from './store.ts';

const many = (id: string | string[]): string[] => [...new Set(typeof id === 'string' ? [id] : id)];

function checkRange(range: { start: number; end: number }, length: number): void {
  if (range.start < range.end && range.end <= length) return;
  throw new AttacheError(
    'invalid-input',
    `The range ${range.start} to ${range.end} does not lie in this text of ${length} characters.`,
    { field: 'end' },
  );
}

export function articleHandlers(
  context: LibraryContext,
): Handlers<
  | 'articles.list'
  | 'articles.get'
  | 'articles.update'
  | 'articles.revise'
  | 'articles.revert'
  | 'articles.versions'
  | 'articles.compare'
  | 'articles.progress'
  | 'articles.hide'
  | 'articles.hideOffered'
  | 'articles.unhide'
  | 'articles.delete'
  | 'articles.restore'
  | 'articles.original'
> {
  const { db, commands, dir } = context;
  const now = () => context.now().toISOString();
  const several = (ids: string[]) =>
    ids.length === 1 ? labelOf(db, ids[0] ?? '') : `${ids.length} articles`;

  const move = (id: string | string[], verb: string, at: string | null): string[] => {
    const ids = many(id);
    commands.run(`${verb} ${several(ids)}`, { topics: ['articles'], articleIds: ids }, () =>
      setTrashed(db, ids, at),
    );
    return ids;
  };

  return {
    'articles.list': (input) => listArticles(context, input),
    'articles.get': ({ id, version }) => articleById(db, id, version),
    'articles.revise': (input) => reviseArticle(context, input),
    'articles.revert': (input) => revertArticle(context, input),
    'articles.versions': ({ id }) => ({ items: textVersions(db, id) }),
    'articles.compare': ({ id, from, to }) => compareVersions(db, id, from, to),
    'articles.update': ({ id, ...fields }) => {
      commands.run(`Correct ${labelOf(db, id)}`, { topics: ['articles'], articleIds: [id] }, () =>
        updateFields(db, id, fields, now()),
      );
      return articleById(db, id);
    },
    'articles.progress': ({ id, position, read }) => {
      const seq = seqOf(db, id);
      const effect =
        read === undefined ? null : { topics: ['articles'] as const, articleIds: [id] };
      commands.quietly(effect, () =>
        saveProgress(db, seq, {
          position,
          read: read === undefined ? undefined : read ? now() : null,
        }),
      );
      return {};
    },
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
    'articles.delete': ({ id }) => ({ deleted: move(id, 'Delete', now()) }),
    'articles.restore': ({ id }) => ({ restored: move(id, 'Restore', null) }),
    'articles.original': async ({ id }) => {
      const { source } = articleById(db, id);
      const bytes = await readOriginal(dir, source.sha256, source.name);
      return { name: source.name, base64: Buffer.from(bytes).toString('base64') };
    },
  };
}

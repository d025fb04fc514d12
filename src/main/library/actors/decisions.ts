import { notFound } from '../../../shared/contract/errors.ts';
import type { Handlers, Output } from '../../../shared/contract/methods.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { foldWord } from '../../../shared/text/names/fold-word.ts';
import { textOf } from '../annotations/passages.ts';
import type { LibraryContext } from '../context.ts';
import { mentionStore, type MentionRow } from './mention-store.ts';
import { actorStore } from './store.ts';

const verbs = { confirmed: 'Confirm', rejected: 'Reject', proposed: 'Reopen' } as const;
const fold = (words: string) => foldWord(words.replaceAll(/\s+/gu, ' '));
const distance = (a: TextRange, b: TextRange) =>
  Math.min(Math.abs(a.start - b.end), Math.abs(b.start - a.end));

/** Decisions about all mentions that are alike, and what speaks for the candidates of an open one. */
export function decisionHandlers(
  context: LibraryContext,
): Handlers<'mentions.decide' | 'mentions.candidates'> {
  const { commands, db } = context;
  const mentions = mentionStore(db);
  const actors = actorStore(db);

  const rowOf = (id: string) => {
    const row = actors.row(id);
    if (row === undefined) throw notFound('actor', id);
    return row;
  };

  return {
    'mentions.decide': ({ actorId, text, articleId, status }) => {
      const actor = rowOf(actorId);
      const wanted = text === undefined ? null : fold(text);
      const articles =
        articleId === undefined
          ? mentions.articlesOf(actor.seq)
          : [{ seq: textOf(db, articleId).seq, id: articleId }];
      const places: { article: number; articleId: string; row: MentionRow }[] = [];
      for (const { seq, id } of articles) {
        const words = wanted === null ? '' : mentions.textOf(seq);
        for (const row of mentions.of(seq)) {
          if (row.actor !== actor.seq || row.status === status) continue;
          if (wanted !== null && fold(words.slice(row.start, row.end)) !== wanted) continue;
          places.push({ article: seq, articleId: id, row });
        }
      }
      const articleIds = [...new Set(places.map((place) => place.articleId))];
      const named = text === undefined ? 'every mention' : `“${text}”`;
      const label = `${verbs[status]} ${named} as ${actor.name} (${places.length})`;
      commands.run(label, { topics: ['actors', 'mentions'], articleIds }, () => {
        for (const { article, row } of places) {
          mentions.decide(article, { ...row, actor: actor.seq, status });
        }
      });
      return { changed: places.length, articles: articleIds.length };
    },

    'mentions.candidates': ({ articleId, start, end }) => {
      const { seq, text } = textOf(db, articleId);
      const all = mentions.of(seq);
      const here = all.filter((row) => row.start === start && row.end === end);
      const counts = (row: MentionRow) => row.status !== 'open' && row.status !== 'rejected';
      const items = here.map(
        ({ actor, status }): Output<'mentions.candidates'>['items'][number] => {
          const others = all
            .filter((row) => row.actor === actor && counts(row) && row.start !== start)
            .toSorted((a, b) => distance(a, { start, end }) - distance(b, { start, end }));
          const { id, name } = actors.bySeq(actor) ?? { id: '', name: '' };
          return {
            actorId: id,
            name,
            status,
            named: others.length,
            evidence: others.slice(0, 3).map((row) => ({
              start: row.start,
              end: row.end,
              text: text.slice(row.start, row.end),
            })),
          };
        },
      );
      return { text: text.slice(start, end), items: items.toSorted((a, b) => b.named - a.named) };
    },
  };
}

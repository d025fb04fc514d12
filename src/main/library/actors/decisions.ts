import { notFound } from '../../../shared/contract/errors.ts';
import type { Handlers, Output } from '../../../shared/contract/methods.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { titlesBefore } from '../../../shared/text/names/context.ts';
import { foldWord } from '../../../shared/text/names/fold-word.ts';
import { isHeldOn } from '../../../shared/text/names/offices.ts';
import { nameWords } from '../../../shared/text/names/words.ts';
import { textOf } from '../articles/current-text.ts';
import type { LibraryContext } from '../context.ts';
import { mentionStore, type MentionRow } from './mention-store.ts';
import { officeStore } from './office-store.ts';
import { actorStore } from './store.ts';

const verbs = { confirmed: 'Confirm', rejected: 'Reject', proposed: 'Reopen' } as const;
const fold = (words: string) => foldWord(words.replaceAll(/\s+/gu, ' '));
const counts = ({ status }: MentionRow) => status === 'confirmed' || status === 'proposed';
const foldedWords = (words: string) => nameWords(words).map(({ folded }) => folded);
const mostOthers = 5;
const distance = (a: TextRange, b: TextRange) =>
  Math.min(Math.abs(a.start - b.end), Math.abs(b.start - a.end));

/** Decisions about all mentions that are alike, and what speaks for the candidates of an open one. */
export function decisionHandlers(
  context: LibraryContext,
): Handlers<'mentions.decide' | 'mentions.dismiss' | 'mentions.candidates'> {
  const { commands, db } = context;
  const mentions = mentionStore(db);
  const actors = actorStore(db);
  const offices = officeStore(db);

  const rowOf = (id: string) => {
    const row = actors.row(id);
    if (row === undefined) throw notFound('actor', id);
    return row;
  };

  /** Actors with a name that holds all of `words`. */
  const bearersOf = (words: string): number[] => {
    const wanted = foldedWords(words);
    if (wanted.length === 0) return [];
    const bearing = actors.nameRows().filter(({ name, scope }) => {
      if (scope === 'never') return false;
      const known = new Set(foldedWords(name));
      return wanted.every((word) => known.has(word));
    });
    return [...new Set(bearing.map(({ actor }) => actor))];
  };

  const officeHeld = (actor: number, words: string, issued: string | null) => {
    const held = offices
      .of(actor)
      .find(
        (office) =>
          fold(office.title) === fold(words) && issued !== null && isHeldOn(office, issued),
      );
    if (held === undefined) return null;
    const { title, ofName, from, until } = held;
    return { title, of: ofName, from, until };
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

    'mentions.dismiss': ({ articleId, start, end, alike = false }) => {
      const article = textOf(db, articleId);
      const all = mentions.of(article.seq).filter(({ status }) => status !== 'rejected');
      const isHere = (row: MentionRow) => row.start === start && row.end === end;
      const candidates = new Set(all.filter(isHere).map(({ actor }) => actor));
      const words = article.text.slice(start, end);
      const isAlike = (row: MentionRow) =>
        candidates.has(row.actor) && fold(article.text.slice(row.start, row.end)) === fold(words);
      const rows = all.filter((row) => isHere(row) || (alike && isAlike(row)));
      if (rows.length > 0) {
        const label = `“${words}” in “${article.title}” is nobody of the actors`;
        commands.run(label, { topics: ['actors', 'mentions'], articleIds: [articleId] }, () => {
          for (const row of rows) mentions.decide(article.seq, { ...row, status: 'rejected' });
        });
      }
      return { places: new Set(rows.map((row) => row.start)).size };
    },

    'mentions.candidates': ({ articleId, start, end }) => {
      const { seq, text } = textOf(db, articleId);
      const issued = mentions.issuedOf(seq);
      const all = mentions.of(seq);
      const here = all.filter((row) => row.start === start && row.end === end);
      const titlesHere = titlesBefore(text, start);
      const elsewhere = (actor: number) =>
        all.filter((row) => row.actor === actor && counts(row) && row.start !== start);
      const items = here.map(
        ({ actor, status }): Output<'mentions.candidates'>['items'][number] => {
          const others = elsewhere(actor).toSorted(
            (a, b) => distance(a, { start, end }) - distance(b, { start, end }),
          );
          const known = new Set(others.flatMap((row) => titlesBefore(text, row.start)));
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
            titles: titlesHere.filter((title) => known.has(title)),
            office: officeHeld(actor, text.slice(start, end), issued),
          };
        },
      );
      const words = text.slice(start, end);
      const candidates = new Set(here.map(({ actor }) => actor));
      return {
        text: words,
        items: items.toSorted((a, b) => b.named - a.named),
        others: bearersOf(words)
          .filter((actor) => !candidates.has(actor))
          .map((actor) => {
            const { id, name } = actors.bySeq(actor) ?? { id: '', name: '' };
            return { actorId: id, name, named: elsewhere(actor).length };
          })
          .toSorted((a, b) => b.named - a.named || a.name.localeCompare(b.name))
          .slice(0, mostOthers),
      };
    },
  };
}

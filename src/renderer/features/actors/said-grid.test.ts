import { expect, test } from 'vitest';
import type { Actor, Statement } from '../../../shared/model/actor.ts';
import type { ArticleSummary } from '../../../shared/model/article.ts';
import { saidGrid } from './said-grid.ts';

const actor = (id: string, mentions = 1): Actor => ({
  id,
  kind: 'person',
  name: id,
  names: [],
  description: '',
  mentions,
  articles: 1,
  open: 0,
});
const article = (id: string, issued: string | null, origin: string | null = null) =>
  ({ id, title: id, issued, origin }) as ArticleSummary;
const statement = (speaker: string | null, articleId: string, quote: string, start = 0) =>
  ({ id: `${articleId}${start}`, speaker, articleId, quote, start, end: 9 }) as Statement;

test('columns are newest first, undated last, reports of one origin together', () => {
  const grid = saidGrid({
    actors: [actor('Ada')],
    articles: [
      article('undated', null),
      article('wire copy', '2026-01-02', 'Wire'),
      article('own', '2026-01-03'),
      article('wire', '2026-01-04', 'Wire'),
      article('silent', '2026-01-05'),
    ],
    statements: ['undated', 'wire copy', 'own', 'wire'].map((id) => statement('Ada', id, id)),
    mentions: [],
  });
  expect(grid.articles.map(({ id }) => id)).toEqual(['wire', 'wire copy', 'own', 'undated']);
  expect(grid.origins).toEqual([
    { name: 'Wire', span: 2, articleId: 'wire' },
    { name: null, span: 2, articleId: 'own' },
  ]);
});

test('rows are the actors who speak or are named, with their words in the order of the text', () => {
  const grid = saidGrid({
    actors: [actor('Named', 9), actor('Speaks'), actor('Unknown', 0)],
    articles: [article('one', '2026-01-01')],
    statements: [
      statement('Speaks', 'one', 'second', 20),
      statement('Speaks', 'one', 'first', 3),
      statement(null, 'one', 'nobody’s'),
    ],
    mentions: [
      { actorId: 'Named', articleId: 'one', status: 'inferred' },
      { actorId: 'Named', articleId: 'one', status: 'rejected' },
      { actorId: 'Named', articleId: 'one', status: 'open' },
    ],
  });
  expect(grid.rows.map(({ actor }) => actor.name)).toEqual(['Speaks', 'Named']);
  expect(grid.rows[0]?.cells[0]?.statements.map(({ quote }) => quote)).toEqual(['first', 'second']);
  expect(grid.rows[1]?.cells[0]).toEqual({ statements: [], repeats: null, named: 1 });
});

test('says where a report of the same origin repeats or shortens the words', () => {
  const repeats = (origins: [string | null, string | null], quotes: [string, string]) =>
    saidGrid({
      actors: [actor('Ada')],
      articles: [article('a', '2026-01-02', origins[0]), article('b', '2026-01-01', origins[1])],
      statements: [statement('Ada', 'a', quotes[0]), statement('Ada', 'b', quotes[1])],
      mentions: null,
    }).rows[0]?.cells.map((cell) => cell.repeats);
  expect(repeats(['Wire', 'Wire'], ['“We will go.”', '"We will go"'])).toEqual([null, 'same']);
  expect(repeats(['Wire', 'Wire'], ['We will go soon.', 'will go'])).toEqual([null, 'shortened']);
  expect(repeats(['Wire', 'Wire'], ['We will go.', 'will g'])).toEqual([null, null]);
  expect(repeats([null, null], ['We will go.', 'We will go.'])).toEqual([null, null]);
});

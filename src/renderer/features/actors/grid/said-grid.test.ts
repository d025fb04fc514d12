import { expect, test } from 'vitest';
import type { Actor, Statement } from '../../../../shared/model/actor.ts';
import type { ArticleSummary } from '../../../../shared/model/article.ts';
import { saidGrid, type GridPage, type SaidProposal } from './said-grid.ts';

const actor = (id: string): Actor => ({
  id,
  kind: 'person',
  name: id,
  names: [],
  description: '',
  mentions: 1,
  articles: 1,
  open: 0,
});
const article = (id: string, origin: string | null = null) =>
  ({ id, title: id, issued: null, origin }) as ArticleSummary;
const said = (articleId: string, quote: string) => ({ articleId, quote }) as Statement;
const proposal = (name: string, actorId?: string): SaidProposal => ({
  start: 0,
  end: 3,
  kind: 'direct',
  quote: name,
  evidence: { start: 4, end: 9 },
  speaker: actorId === undefined ? { name } : { name, actorId },
});

const page = (articles: ArticleSummary[], quotes: readonly [article: string, quote: string][]) =>
  ({
    actors: [actor('Ada')],
    actorTotal: 1,
    articles,
    articleTotal: articles.length,
    cells: quotes.map(([articleId, quote]) => ({
      actorId: 'Ada',
      articleId,
      named: 1,
      statements: [said(articleId, quote)],
    })),
  }) satisfies GridPage;

test('columns of one origin stand under one bracket', () => {
  const { origins } = saidGrid(
    page([article('wire', 'Wire'), article('copy', 'Wire'), article('own')], []),
    new Map(),
  );
  expect(origins).toEqual([
    { name: 'Wire', span: 2, articleId: 'wire' },
    { name: null, span: 1, articleId: 'own' },
  ]);
});

test('says where a report of the same origin repeats or shortens the words', () => {
  const repeats = (origins: [string | null, string | null], quotes: [string, string]) =>
    saidGrid(
      page(
        [article('a', origins[0]), article('b', origins[1])],
        [
          ['a', quotes[0]],
          ['b', quotes[1]],
        ],
      ),
      new Map(),
    ).rows[0]?.cells.map((cell) => cell.repeats);
  expect(repeats(['Wire', 'Wire'], ['“We will go.”', '"We will go"'])).toEqual([null, 'same']);
  expect(repeats(['Wire', 'Wire'], ['We will go soon.', 'will go'])).toEqual([null, 'shortened']);
  expect(repeats(['Wire', 'Wire'], ['We will go.', 'will g'])).toEqual([null, null]);
  expect(repeats([null, null], ['We will go.', 'We will go.'])).toEqual([null, null]);
});

test('proposals stand in the cell of their actor, those of strangers in rows of their own', () => {
  const grid = saidGrid(
    page([article('a'), article('b')], []),
    new Map([
      ['a', [proposal('Ada', 'Ada'), proposal('Bo')]],
      ['b', [proposal('Bo'), proposal('Cy')]],
    ]),
  );
  expect(
    grid.rows.map(({ name, cells }) => [name, cells.map((cell) => cell.proposals.length)]),
  ).toEqual([
    ['Ada', [1, 0]],
    ['Bo', [1, 1]],
    ['Cy', [0, 1]],
  ]);
});

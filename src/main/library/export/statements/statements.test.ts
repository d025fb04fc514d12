import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../storage/database.ts';
import { exportStatements } from './statements.ts';

type Page = Parameters<typeof exportStatements>[1];
type Grid = ReturnType<Page>;

let db: Database;
beforeEach(() => void (db = openDatabase(':memory:')));
afterEach(() => db.close());

const made = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

test('the grid is whole, however many pages it takes both ways', () => {
  const actors = made(1100, (at) => ({ id: `a${at}`, name: `Actor ${at}` }));
  const articles = made(1050, (at) => ({ id: `x${at}`, title: `Article ${at}`, issued: null }));
  // One thing said on each page, by the last of its actors in the last of its articles.
  const page: Page = ({ actorOffset, articleOffset, actorLimit, articleLimit }) => {
    const shown = actors.slice(actorOffset, actorOffset + actorLimit);
    const columns = articles.slice(articleOffset, articleOffset + articleLimit);
    const [actor, article] = [shown.at(-1), columns.at(-1)];
    return {
      actors: shown,
      actorTotal: actors.length,
      articles: columns,
      articleTotal: articles.length,
      cells: [
        {
          actorId: actor?.id ?? '',
          articleId: article?.id ?? '',
          statements: [{ quote: `${actor?.id} in ${article?.id}`, kind: 'quotation' }],
        },
      ],
    } as unknown as Grid;
  };
  const { bytes } = exportStatements(db, page, { format: 'grid' } as never);
  const lines = new TextDecoder().decode(bytes).trim().split(/\r?\n/u);
  const names = lines.filter((line) => /^"?Actor /u.test(line)).map((line) => line.split(',')[0]);
  expect(names).toEqual(actors.map(({ name }) => name));
  expect(lines.join('\n').match(/Article \d+/gu)).toEqual(articles.map(({ title }) => title));
  const said = lines.join('\n').match(/a\d+ in x\d+/gu) ?? [];
  expect(said).toEqual(['a999 in x999', 'a999 in x1049', 'a1099 in x999', 'a1099 in x1049']);
});

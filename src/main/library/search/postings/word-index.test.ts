import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../storage/database.ts';
import { expression, matchAll, matchAny, type Columns, type Match } from '../match.ts';
import { WordIndex } from '../word-index.ts';
import { readStructure, segmentsIn } from './segments.ts';

const vocabulary = ['a', 'ab', 'abc', 'b', 'ba', 'harbour', '港湾', '\u{1F6A2}', 'z'.repeat(90)];
const word = fc.constantFrom(...vocabulary);
const text = (most: number) => fc.array(word, { maxLength: most }).map((words) => words.join(' '));

interface Row {
  readonly seq: number;
  readonly columns: readonly string[];
}
type Step =
  | { readonly kind: 'write'; readonly rows: readonly Row[] }
  | { readonly kind: 'delete'; readonly seqs: readonly number[] }
  | { readonly kind: 'merge'; readonly pages: number };

const seq = fc.integer({ min: 1, max: 60 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      rows: fc.array(fc.record({ seq, columns: fc.tuple(text(80), text(4), text(10), text(2)) }), {
        minLength: 1,
        maxLength: 25,
      }),
    }),
  },
  fc.record({ kind: fc.constant('delete' as const), seqs: fc.array(seq, { maxLength: 20 }) }),
  fc.record({ kind: fc.constant('merge' as const), pages: fc.integer({ min: -20, max: 20 }) }),
);

const columns = fc.constantFrom<Columns>('all', 'written', 'title', 'written title');
const words: fc.Arbitrary<Match> = fc.oneof(
  fc.record({
    kind: fc.constant('words' as const),
    terms: fc.array(word, { minLength: 1, maxLength: 3 }),
    prefix: fc.constant(false),
    columns,
  }),
  fc.record({
    kind: fc.constant('words' as const),
    terms: fc
      .tuple(fc.array(word, { maxLength: 2 }), fc.constantFrom('a', 'b', 'ab', '港', 'h'))
      .map(([before, beginning]) => before.concat(beginning)),
    prefix: fc.constant(true),
    columns,
  }),
);
const several = fc.array(words, { minLength: 2, maxLength: 3 });
const match = fc.oneof(
  words,
  several.map(matchAll),
  several.map(matchAny),
  fc.tuple(several.map(matchAny), words).map(matchAll),
);

const page = { sort: 'relevance', offset: 0, limit: 1000 } as const;
const noPause = () => Promise.resolve();

const anything: Match = { kind: 'words', terms: ['a'], prefix: false, columns: 'all' };

const emptyIndex = (): Database => {
  const db = openDatabase(':memory:');
  db.exec(`CREATE VIRTUAL TABLE article_fts USING fts5(body, title, body_s, title_s,
      content='', contentless_delete=1, tokenize='ascii');
    INSERT INTO article_fts (article_fts, rank) VALUES ('pgsz', 64), ('automerge', 3)`);
  return db;
};

function write(db: Database, { seq: article, columns: texts }: Row): void {
  db.prepare(
    'INSERT INTO article_fts (rowid, body, title, body_s, title_s) VALUES (?, ?, ?, ?, ?)',
  ).run(article, ...texts);
}

/** An index as the library has it, on pages so small that everything reaches over some. */
async function makeIndex(steps: readonly Step[]) {
  const db = emptyIndex();
  const index = new WordIndex(db);
  const rows = new Map<number, Row>();
  const remove = (article: number) => {
    db.prepare('DELETE FROM article_fts WHERE rowid = ?').run(article);
    rows.delete(article);
  };
  for (const step of steps) {
    db.exec('BEGIN');
    if (step.kind === 'merge') {
      db.prepare(`INSERT INTO article_fts (article_fts, rank) VALUES ('merge', ?)`).run(step.pages);
    } else if (step.kind === 'delete') step.seqs.forEach(remove);
    else {
      for (const row of step.rows) {
        remove(row.seq);
        write(db, row);
        rows.set(row.seq, row);
      }
    }
    db.exec('COMMIT');
    if (step.kind !== 'merge') {
      index.changed(step.kind === 'delete' ? step.seqs : step.rows.map((row) => row.seq));
    }
    await index.find({ match: anything }, page, noPause);
  }
  return { db, index, rows: [...rows.values()] };
}

/** An index of the same rows that never had any other. */
function freshIndex(rows: readonly Row[]): Database {
  const db = emptyIndex();
  for (const row of rows) write(db, row);
  return db;
}

/** What FTS5 finds, with its scores: less is better. */
const asked = (db: Database, of: Match): Map<number, number> =>
  new Map(
    db
      .prepare<{ seq: number; score: number }>(
        `SELECT rowid AS seq, bm25(article_fts, 1, 3, 1, 3) AS score
         FROM article_fts WHERE article_fts MATCH ?`,
      )
      .all(expression(of))
      .map(({ seq, score }) => [seq, score]),
  );

describe('the index read without FTS5', () => {
  it('finds what FTS5 finds in an index just made, in its order, whatever was written, deleted and merged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.array(match, { minLength: 1, maxLength: 8 }),
        async (steps, matches) => {
          const { db, index, rows } = await makeIndex(steps);
          const fresh = freshIndex(rows);
          for (const of of matches) {
            const expected = asked(fresh, of);
            expect(new Set(asked(db, of).keys())).toEqual(new Set(expected.keys()));
            const found = await index.find({ match: of }, page, noPause);
            expect(found?.total).toBe(expected.size);
            expect(new Set(found?.articles)).toEqual(new Set(expected.keys()));
            const scores = found?.articles.map((article) => expected.get(article) ?? 0) ?? [];
            for (const [i, score] of scores.entries()) {
              expect(score).toBeGreaterThanOrEqual((scores[i - 1] ?? -Infinity) - 1e-9);
            }
          }
          db.close();
          fresh.close();
        },
      ),
      { numRuns: 150 },
    );
  });

  it('follows what is changed after the first question', async () => {
    const { db, index } = await makeIndex([
      { kind: 'write', rows: [{ seq: 1, columns: ['harbour', '', '', ''] }] },
    ]);
    const find = async () => {
      const match: Match = { kind: 'words', terms: ['harbour'], prefix: false, columns: 'all' };
      return (await index.find({ match }, page, noPause))?.articles;
    };
    expect(await find()).toEqual([1]);
    db.prepare(`INSERT INTO article_fts (rowid, body) VALUES (70000, 'harbour')`).run();
    expect(await find()).toEqual([70_000, 1]);
    db.prepare('DELETE FROM article_fts WHERE rowid = 1').run();
    index.changed([1]);
    expect(await find()).toEqual([70_000]);
    db.close();
  });

  it.each([1, 2, 20])(
    'answers for one index where it is written %d times meanwhile',
    async (times) => {
      const { db, index } = await makeIndex([
        { kind: 'write', rows: [{ seq: 1, columns: ['harbour', '', '', ''] }] },
      ]);
      let written = 0;
      const pause = () => {
        if (written < times) {
          const seq = 100 + written++;
          write(db, { seq, columns: ['harbour mist', '', '', ''] });
          index.changed([seq]);
        }
        return Promise.resolve();
      };
      const asWritten = { kind: 'words', prefix: false, columns: 'all' } as const;
      const match: Match = { ...asWritten, terms: ['harbour'] };
      const exclude: Match = { ...asWritten, terms: ['mist'] };
      const found = await index.find({ match, exclude }, page, pause);
      expect(found?.articles).toEqual([1]);
      expect(written).toBeGreaterThan(0);
      db.close();
    },
  );

  it('leaves an index that SQLite lays out in another way to FTS5', () => {
    const db = openDatabase(':memory:');
    db.exec('CREATE VIRTUAL TABLE article_fts USING fts5(body)');
    expect(segmentsIn(readStructure(db))).toBeNull();
    db.close();
  });
});

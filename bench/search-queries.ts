import type { Database } from '../src/main/library/storage/database.ts';
import { pick, random } from './measure.ts';

/** Seeded queries, `count` of each kind, from the words and texts of a library. */
export function queryClasses(db: Database, count: number): Record<string, string[]> {
  const next = random(7);
  const articles = db.prepare<{ n: number }>('SELECT count(*) AS n FROM articles').get()?.n ?? 0;
  const words = db
    .prepare<{ term: string; doc: number }>(
      `SELECT term, doc FROM article_vocabulary WHERE col = 'body' AND doc > 2`,
    )
    .all()
    .filter(({ term }) => /^[a-z]{4,}$/.test(term));
  const between = (low: number, high: number) =>
    words
      .filter(({ doc }) => doc >= articles * low && doc < articles * high)
      .map(({ term }) => term);
  const middle = between(0.005, 0.03);
  const frequent = between(0.2, 0.7);
  const mid = () => pick(middle, next);
  const often = () => pick(frequent, next);
  const textOf = db.prepare<{ text: string }>('SELECT text FROM texts WHERE article = ?');
  const phrase = () => {
    const text = textOf.get(1 + Math.floor(next() * articles))?.text ?? '';
    const found = text.match(/[a-z]+/gi) ?? [];
    const at = Math.floor(next() * (found.length - 2));
    return `"${found[at]} ${found[at + 1]}"`;
  };
  const several = (make: () => string) => Array.from({ length: count }, make);
  return {
    'one mid word': several(mid),
    'one frequent word': several(often),
    'mid AND mid': several(() => `${mid()} ${mid()}`),
    'mid AND frequent': several(() => `${mid()} ${often()}`),
    'frequent AND frequent': several(() => `${often()} ${often()}`),
    'frequent OR frequent OR frequent': several(() => `${often()} OR ${often()} OR ${often()}`),
    phrase: several(phrase),
    'prefix of three': several(
      () => `${pick(next() < 0.5 ? middle : frequent, next).slice(0, 3)}*`,
    ),
    'title: and a word': several(() => `title:${mid()} ${mid()}`),
  };
}

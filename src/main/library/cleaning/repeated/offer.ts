import { setImmediate as nextTurn } from 'node:timers/promises';
import { hiddenOf, insertHidden } from '../../articles/hidden.ts';
import type { LibraryContext } from '../../context.ts';
import type { CommandGroup } from '../../storage/commands.ts';
import type { Database } from '../../storage/database.ts';
import { outletKey } from '../learnt/keys.ts';
import { articlesOf, rulesOf, type OutletRules } from '../learnt/store.ts';
import type { KeyedLine } from './line-keys.ts';
import {
  countLines,
  offeredFrom,
  repeatedRanges,
  type LinedArticle,
  type SeenLines,
} from './repeated-lines.ts';
import { outletsOf, readLines, withLines, type OutletArticle } from './store.ts';

/** Articles to a transaction: a search never waits longer than for a batch of an import. */
const batch = 100;

interface Article extends OutletArticle, LinedArticle {
  readonly lines: readonly KeyedLine[];
  readonly report: number;
}

/** Hides or offers the lines of an article that come back, unless a rule or a person has decided. */
function offerIn(db: Database, article: Article, seen: SeenLines, rules: OutletRules): void {
  const { seq } = article;
  const cleaned = { hidden: hiddenOf(db, seq), text: () => textOf(db, seq) };
  for (const range of repeatedRanges(article, cleaned, seen, rules)) insertHidden(db, seq, range);
}

const textOf = (db: Database, seq: number): string =>
  db
    .prepare<{ text: string }>(
      `SELECT t.text FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       WHERE a.seq = ?`,
    )
    .get(seq)?.text ?? '';

const seqsOf = (db: Database, ids: ReadonlySet<string>): ReadonlySet<number> =>
  new Set(
    db
      .prepare<{ seq: number }>(
        'SELECT seq FROM articles WHERE id IN (SELECT value FROM json_each(?))',
      )
      .all(JSON.stringify([...ids]))
      .map(({ seq }) => seq),
  );

/** Does `work` to each item, some in one transaction, and lets others have their turn in between. */
async function inBatches<T>(
  group: CommandGroup,
  items: readonly T[],
  work: (item: T) => void,
): Promise<void> {
  for (let at = 0; at < items.length; at += batch) {
    group.step(() => items.slice(at, at + batch).forEach(work));
    await nextTurn();
  }
}

/**
 * Compares articles with the others of their outlets, line by line: lines of several reports are
 * offered to be hidden, and hidden where they are surely the outlet's own. Near-duplicates count
 * once. What a person decided of a line stays. `ids` are the articles an import brought in; the lines
 * of those in `decided` were looked over by a person and are only counted.
 */
export async function offerRepeatedLines(
  { db }: LibraryContext,
  group: CommandGroup,
  ids: readonly string[],
  decided: ReadonlySet<string>,
): Promise<void> {
  const settled = seqsOf(db, decided);
  const outlets = new Map(outletsOf(db, ids).map((outlet) => [outletKey(outlet), outlet]));
  for (const outlet of outlets.values()) {
    const rules = rulesOf(db, outlet);
    const known = withLines(db, articlesOf(db, outlet));
    if (known.length < offeredFrom || rules.ofReason('outlet-repetition') === 'show') continue;
    const articles: Article[] = [];
    await inBatches(
      group,
      known.filter(({ lines }) => lines === null),
      (article) => articles.push({ ...article, lines: readLines(db, article.seq), fresh: true }),
    );
    if (articles.length === 0) continue;
    for (const { lines, ...article } of known) {
      if (lines !== null) articles.push({ ...article, lines, fresh: false });
    }
    const seen = countLines(articles);
    const isRepeated = ({ key }: KeyedLine) => (seen.get(key)?.now ?? 0) >= offeredFrom;
    await inBatches(
      group,
      articles.filter(({ seq, lines }) => !settled.has(seq) && lines.some(isRepeated)),
      (article) => offerIn(db, article, seen, rules),
    );
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HiddenRange } from '../../../../../shared/model/ranges.ts';
import { hiddenOf, insertHidden } from '../../../articles/hidden.ts';
import type { LibraryContext } from '../../../context.ts';
import type { CommandGroup } from '../../../storage/commands.ts';
import type { Database } from '../../../storage/database.ts';
import { lineKey, outletKey } from '../learnt/keys.ts';
import { articlesOf, rulesOf, type OutletRules } from '../learnt/store.ts';
import type { KeyedLine } from './line-keys.ts';
import { outletsOf, readLines, withLines, type OutletArticle } from './store.ts';

/** A line of this many reports of an outlet is offered to be hidden. */
const offeredFrom = 3;
/** A short line outside the paragraphs of this many reports is hidden: it is the outlet's. */
const hiddenFrom = 5;
/** Articles to a transaction: a search never waits longer than for a batch of an import. */
const batch = 100;

/** In how many reports of the outlet a line stands: before this import, and now. */
interface Seen {
  before: number;
  now: number;
}

interface Article extends OutletArticle {
  readonly lines: readonly KeyedLine[];
  /** Its lines were not known before this import. */
  readonly fresh: boolean;
}

/** The first article of each report, those that were there before this import first. */
function reports(articles: readonly Article[]): Article[] {
  const first = new Map<number, Article>();
  for (const article of [...articles].sort((a, b) => Number(a.fresh) - Number(b.fresh))) {
    if (!first.has(article.report)) first.set(article.report, article);
  }
  return [...first.values()];
}

/** How often the lines of fresh articles stand in the reports of their outlet. */
function countLines(articles: readonly Article[]): Map<number, Seen> {
  const seen = new Map<number, Seen>();
  for (const { lines, fresh } of articles) {
    if (!fresh) continue;
    for (const { key } of lines) seen.set(key, { before: 0, now: 0 });
  }
  for (const { lines, fresh } of reports(articles)) {
    for (const { key } of lines) {
      const counts = seen.get(key);
      if (counts === undefined) continue;
      counts.now += 1;
      if (!fresh) counts.before += 1;
    }
  }
  return seen;
}

const touching = (range: HiddenRange, { start, end }: KeyedLine): boolean =>
  range.start < end && range.end > start;

/** Hides or offers the lines of an article that come back, unless a rule or a person has decided. */
function offerIn(
  db: Database,
  { seq, lines, fresh }: Article,
  seen: ReadonlyMap<number, Seen>,
  rules: OutletRules,
): void {
  const repeated = lines.filter(({ key }) => {
    const counts = seen.get(key);
    return (
      counts !== undefined && counts.now >= offeredFrom && (fresh || counts.before < offeredFrom)
    );
  });
  if (repeated.length === 0) return;
  const hidden = hiddenOf(db, seq);
  const text = rules.hasLines ? textOf(db, seq) : '';
  for (const line of repeated) {
    const { start, end } = line;
    if (hidden.some((range) => touching(range, line))) continue;
    if (rules.hasLines && rules.ofLine(lineKey(text.slice(start, end))) !== undefined) continue;
    const articles = seen.get(line.key)?.now ?? 0;
    const safe = line.edge && articles >= hiddenFrom;
    const by = safe || rules.ofReason('outlet-repetition') === 'hide' ? 'rule' : 'offered';
    insertHidden(db, seq, { start, end, reason: 'outlet-repetition', by, articles });
  }
}

const textOf = (db: Database, seq: number): string =>
  db
    .prepare<{ text: string }>(
      `SELECT t.text FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       WHERE a.seq = ?`,
    )
    .get(seq)?.text ?? '';

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
 * once. What a person decided of a line stays. `ids` are the articles an import brought in.
 */
export async function offerRepeatedLines(
  { db }: LibraryContext,
  group: CommandGroup,
  ids: readonly string[],
): Promise<void> {
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
      articles.filter(({ lines }) => lines.some(isRepeated)),
      (article) => offerIn(db, article, seen, rules),
    );
  }
}

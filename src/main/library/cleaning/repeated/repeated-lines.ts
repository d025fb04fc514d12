import type { HiddenRange } from '../../../../shared/model/ranges.ts';
import { coverOf } from '../../../../shared/text/cover.ts';
import { lineKey } from '../learnt/keys.ts';
import type { OutletRules } from '../learnt/store.ts';
import type { KeyedLine } from './line-keys.ts';

/** A line of this many reports of an outlet is offered to be hidden. */
export const offeredFrom = 3;
/** A short line outside the paragraphs of this many reports is hidden: it is the outlet's. */
const hiddenFrom = 5;

/** In how many reports of the outlet a line stands: before this import, and now. */
interface Seen {
  before: number;
  now: number;
}

export type SeenLines = ReadonlyMap<number, Seen>;

/** An article of an outlet, as far as its lines are counted. */
export interface LinedArticle {
  /** What tells one report from another: near-duplicates share it. */
  readonly report: unknown;
  readonly lines: readonly KeyedLine[];
  /** Its lines were not known before this import. */
  readonly fresh: boolean;
}

/** The first article of each report, those that were there before this import first. */
function reports(articles: readonly LinedArticle[]): LinedArticle[] {
  const first = new Map<unknown, LinedArticle>();
  for (const article of [...articles].sort((a, b) => Number(a.fresh) - Number(b.fresh))) {
    if (!first.has(article.report)) first.set(article.report, article);
  }
  return [...first.values()];
}

/** How often the lines of fresh articles stand in the reports of their outlet. */
export function countLines(articles: readonly LinedArticle[]): SeenLines {
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

/** The text of an article, read only where a rule has to be asked, and what is hidden of it. */
interface Cleaned {
  readonly hidden: readonly HiddenRange[];
  readonly text: () => string;
}

/**
 * What is to be hidden or offered of an article because it comes back in its outlet, where neither
 * a rule nor a person has decided.
 */
export function repeatedRanges(
  { lines, fresh }: LinedArticle,
  { hidden, text }: Cleaned,
  seen: SeenLines,
  rules: OutletRules,
): HiddenRange[] {
  if (rules.ofReason('outlet-repetition') === 'show') return [];
  const { touches: isDecided } = coverOf(hidden);
  return lines.flatMap((line): HiddenRange[] => {
    const counts = seen.get(line.key);
    if (counts === undefined || counts.now < offeredFrom) return [];
    if (!fresh && counts.before >= offeredFrom) return [];
    const { start, end } = line;
    if (isDecided(line)) return [];
    if (rules.hasLines && rules.ofLine(lineKey(text().slice(start, end))) !== undefined) return [];
    const safe = line.edge && counts.now >= hiddenFrom;
    const by = safe || rules.ofReason('outlet-repetition') === 'hide' ? 'rule' : 'offered';
    return [{ start, end, reason: 'outlet-repetition', by, articles: counts.now }];
  });
}

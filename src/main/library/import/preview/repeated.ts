import type { PreviewItem } from '../../../../shared/model/import.ts';
import type { HiddenRange } from '../../../../shared/model/ranges.ts';
import { blocksIn } from '../../articles/stored-layers.ts';
import type { Database } from '../../storage/database.ts';
import { withRules, type Candidate } from '../candidate.ts';
import { outletKey } from '../../cleaning/learnt/keys.ts';
import { articlesOf, rulesOf } from '../../cleaning/learnt/store.ts';
import { keyedLines, type KeyedLine } from '../../cleaning/repeated/line-keys.ts';
import {
  countLines,
  offeredFrom,
  repeatedRanges,
  type LinedArticle,
} from '../../cleaning/repeated/repeated-lines.ts';
import { linesIn, withLines } from '../../cleaning/repeated/store.ts';
import type { PreviewedArticle } from './preview.ts';

/** A row of a preview, the outlet it is of now, and the article or row it repeats. */
export interface OutletRow extends PreviewedArticle {
  readonly outlet: string | null;
  readonly like: Pick<PreviewItem, 'duplicate' | 'earlier'>;
}

const linesKnown = new WeakMap<Candidate['parsed'], readonly KeyedLine[]>();

function linesOfRow({ parsed, fields }: Candidate): readonly KeyedLine[] {
  const known =
    linesKnown.get(parsed) ?? keyedLines(parsed.text, blocksIn(parsed.layers), fields.title);
  linesKnown.set(parsed, known);
  return known;
}

/** The report a row belongs to: that of the article or row it is a copy of, else its own. */
function reportOf(db: Database, { key, like }: OutletRow): unknown {
  const id =
    like.duplicate?.articleId ?? (like.earlier?.chosen === true ? like.earlier.articleId : null);
  if (id === null) return `row ${like.duplicate?.of ?? key}`;
  return db
    .prepare<{ report: number }>(
      'SELECT coalesce(shadow_of, seq) AS report FROM articles WHERE id = ?',
    )
    .get(id)?.report;
}

/** The articles of an outlet in the library, their lines read where they are not known yet. */
const storedOf = (db: Database, outlet: string): LinedArticle[] =>
  withLines(db, articlesOf(db, outlet)).map(({ seq, report, lines }) => ({
    report,
    lines: lines ?? linesIn(db, seq)?.lines ?? [],
    fresh: false,
  }));

const inOrder = (a: HiddenRange, b: HiddenRange) => a.start - b.start || a.end - b.end;

/** A row as the rules of its outlet leave it. */
const underRules = (db: Database, { candidate, outlet }: OutletRow): Candidate =>
  withRules(db, { ...candidate, fields: { ...candidate.fields, containerTitle: outlet } });

/**
 * What is hidden and offered of the rows of one outlet: by its rules, and because a line comes back
 * in its articles, those of the library and of the preview together.
 */
function hiddenOfOutlet(db: Database, rows: readonly OutletRow[]): [string, HiddenRange[]][] {
  const outlet = rows[0]?.outlet ?? null;
  const cleaned = rows.map((row) => ({ row, hidden: underRules(db, row).parsed.hidden }));
  const stored = outlet === null ? [] : storedOf(db, outlet);
  if (outlet === null || stored.length + rows.length < offeredFrom) {
    return cleaned.map(({ row, hidden }) => [row.key, [...hidden]]);
  }
  const rules = rulesOf(db, outlet);
  const lined = cleaned.map(({ row, hidden }) => ({
    key: row.key,
    hidden,
    text: () => row.candidate.parsed.text,
    article: { report: reportOf(db, row), lines: linesOfRow(row.candidate), fresh: true },
  }));
  const seen = countLines([...stored, ...lined.map(({ article }) => article)]);
  return lined.map(({ key, hidden, text, article }) => [
    key,
    [...hidden, ...repeatedRanges(article, { hidden, text }, seen, rules)].sort(inOrder),
  ]);
}

/** What is hidden and offered of rows, by their keys. */
export function hiddenOfRows(db: Database, rows: readonly OutletRow[]): Map<string, HiddenRange[]> {
  const outlets = Map.groupBy(rows, ({ outlet }) => (outlet === null ? null : outletKey(outlet)));
  return new Map([...outlets.values()].flatMap((same) => hiddenOfOutlet(db, same)));
}

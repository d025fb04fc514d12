import { compareDocuments } from '../../../../shared/briefing/compare-documents.ts';
import { resolvePassage } from '../../../../shared/anchoring/resolve.ts';
import type { MergeChoice } from '../../../../shared/contract/methods/bundle.ts';
import type { Block, HiddenRange, Mark } from '../../../../shared/model/ranges.ts';
import { applyRevision } from '../../revisions/apply.ts';
import { planRevision } from '../../revisions/revise.ts';
import { comparedText } from '../../revisions/text-versions.ts';
import { revision, type NewText, type Revision } from '../../revisions/version.ts';
import type { Database, Row } from '../../storage/database.ts';
import type { MergeContext } from './merge-context.ts';

/** An article of either side, with the hash of its text. */
export type ArticleRow = Row & { seq: number; id: string; hash: string };

interface TextRow {
  readonly text: string;
  readonly hash: string;
  readonly blocks: string;
  readonly marks: string;
  readonly original: string | null;
  readonly bytes: number | null;
}

const current = (db: Database, seq: number): TextRow | undefined =>
  db
    .prepare<TextRow>(
      `SELECT t.text, t.hash, t.blocks, t.marks, t.original, o.bytes
       FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       LEFT JOIN originals o ON o.sha256 = t.original WHERE a.seq = ?`,
    )
    .get(seq);

/** The version of an article's text with these words, if it ever had them. */
const versionOf = (db: Database, seq: number, hash: string): number | undefined =>
  db
    .prepare<{ version: number }>('SELECT version FROM texts WHERE article = ? AND hash = ?')
    .get(seq, hash)?.version;

function newText(context: MergeContext, theirs: ArticleRow, row: TextRow): NewText {
  const hidden = context.theirs
    .prepare<HiddenRange>(
      'SELECT start, "end", reason, by FROM hidden_ranges WHERE article = ? ORDER BY start',
    )
    .all(theirs.seq);
  return {
    text: row.text,
    blocks: JSON.parse(row.blocks) as Block[],
    marks: JSON.parse(row.marks) as Mark[],
    hidden,
    original:
      row.original === null
        ? null
        : {
            sha256: row.original,
            bytes: row.bytes ?? 0,
            name: String(theirs['source_name']),
            format: String(theirs['source_format']),
          },
  };
}

/** Leads from the bundle's text of an article to the one the library goes on with. */
function anchored(context: MergeContext, theirs: TextRow, theirRow: ArticleRow, seq: number): void {
  const ours = current(context.ours, seq);
  if (ours === undefined) return;
  const after = { ...layered(ours), marks: [], hidden: [], original: null };
  const version = keepVersion(context, theirs, seq);
  context.texts.set(theirRow.seq, revision(seq, layered(theirs), after, version));
}

/** The bundle's text among the earlier versions of the article, where lost passages can be read. */
function keepVersion({ ours, at }: MergeContext, text: TextRow, seq: number): number {
  const known = versionOf(ours, seq, text.hash);
  if (known !== undefined) return known;
  const next = ours
    .prepare<{ next: number }>('SELECT max(version) + 1 AS next FROM texts WHERE article = ?')
    .get(seq)?.next;
  ours
    .prepare(
      `INSERT INTO texts (article, version, text, hash, blocks, marks, created, original)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(seq, next ?? 1, text.text, text.hash, text.blocks, text.marks, at, text.original);
  return next ?? 1;
}

const layered = ({ text, blocks }: TextRow) => ({ text, blocks: JSON.parse(blocks) as Block[] });

const changesBetween = (ours: TextRow | undefined, theirs: TextRow | undefined) =>
  ours === undefined || theirs === undefined
    ? {}
    : { changes: compareDocuments(comparedText(layered(ours)), comparedText(layered(theirs))) };

function chosen(context: MergeContext, theirs: ArticleRow, ours: ArticleRow): MergeChoice {
  if (versionOf(context.theirs, theirs.seq, ours.hash) !== undefined) return 'theirs';
  if (versionOf(context.ours, ours.seq, theirs.hash) !== undefined) return 'mine';
  const choice = context.decide({
    kind: 'article',
    title: String(ours['title']),
    what: 'Its text is another in the bundle',
    ...changesBetween(current(context.ours, ours.seq), current(context.theirs, theirs.seq)),
    cause: 'changed',
    key: ['texts', ours.id, ours.hash, theirs.hash],
    choices: ['both', 'mine', 'theirs'],
  });
  return choice ?? 'mine';
}

/**
 * What becomes of an article whose text differs. One side may only have gone on from the other:
 * then the later text stands, and what was marked in the earlier one moves along. Answers `both`
 * where the two are kept beside each other.
 */
export function settleText(
  context: MergeContext,
  theirs: ArticleRow,
  ours: ArticleRow,
): MergeChoice {
  const choice = chosen(context, theirs, ours);
  const text = current(context.theirs, theirs.seq);
  if (choice === 'both' || text === undefined) return 'both';
  if (choice === 'theirs') {
    const plan = planRevision(context.ours, ours.id, () => newText(context, theirs, text));
    applyRevision(context.ours, plan, context.at);
  } else {
    anchored(context, text, theirs, ours.seq);
  }
  return choice;
}

/** A passage of the bundle as it stands in the library's text of its article. */
export function moveRow({ normal, version }: Revision, row: Row): Row {
  const { start, end, exact, prefix, suffix } = row;
  const found = resolvePassage(normal, {
    start: Number(start),
    end: Number(end),
    exact: String(exact),
    prefix: String(prefix),
    suffix: String(suffix),
  });
  if (found.state === 'orphaned') return { ...row, version, status: 'orphaned' };
  const status = found.state === 'exact' && row['status'] === 'exact' ? 'exact' : 'moved';
  return { ...row, start: found.start, end: found.end, status };
}

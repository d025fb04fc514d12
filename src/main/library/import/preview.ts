import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { z } from 'zod';
import type { decisionSchema, ImportFailure, PreviewItem } from '../../../shared/model/import.ts';
import type { HiddenRange } from '../../../shared/model/ranges.ts';
import { sha256 } from '../articles/originals.ts';
import {
  candidatesOf,
  comparableOf,
  withRules,
  type Candidate,
  type Describing,
} from './candidate.ts';
import { findTwin, TwinsInMemory } from './duplicates/twins.ts';
import { readFiles, unread, type ReadFile } from './read-files.ts';
import type { RecordMatch } from './records/attach.ts';
import {
  placeRecords,
  type KeyedRecord,
  type PlacedRecord,
  type ShownRow,
} from './records/preview-records.ts';
import { findEarlier } from './reimport/earlier.ts';
import type { ImportContext } from './run.ts';
import type { SourceFile } from './sources.ts';

export type Decision = z.infer<typeof decisionSchema>;

interface Row {
  readonly key: string;
  readonly candidate: Candidate;
}

interface RecordsOfFile {
  readonly file: SourceFile;
  readonly records: readonly KeyedRecord[];
}

interface PreviewFile {
  readonly file: SourceFile;
  readonly rows: readonly Row[];
}

/** A preview kept in memory: what was read, without the bytes. */
export interface Preview {
  readonly id: string;
  /** From this similarity on, 0 to 1, texts are near duplicates. */
  readonly threshold: number;
  /** Files of a run that was stopped: they are done with, and the others can be gone on with. */
  readonly done: ReadonlySet<SourceFile>;
  readonly files: readonly PreviewFile[];
  /** Records and the articles or rows they belong to. */
  readonly records: readonly PlacedRecord[];
  readonly failed: readonly ImportFailure[];
}

const nameText = (name: {
  literal?: string | undefined;
  given?: string | undefined;
  family?: string | undefined;
}) => name.literal ?? [name.given, name.family].filter(Boolean).join(' ');

/** What a row is like: in the library, and among the rows before it. */
function likenessOf(
  context: ImportContext,
  { key, candidate }: Row,
  earlier: TwinsInMemory<string>,
): Pick<PreviewItem, 'key' | 'duplicate' | 'earlier'> {
  const comparable = comparableOf(candidate);
  const { db, fingerprints } = context;
  const stored = findTwin(db, fingerprints, comparable, earlier.threshold);
  const row = earlier.find(comparable);
  earlier.add(key, comparable);
  return {
    key,
    duplicate: closer(
      stored && { ...stored, articleId: stored.of.id, of: stored.of.id },
      row && { ...row, articleId: null },
    ),
    earlier: stored?.kind === 'identical' ? null : findEarlier(db, candidate, stored),
  };
}

/** What would be hidden in a row of a preview if it were of `outlet`. Throws `not-found`. */
export function hiddenUnder(
  { db }: ImportContext,
  { files }: Preview,
  key: string,
  outlet: string | null,
): HiddenRange[] {
  const row = files.flatMap((file) => file.rows).find((one) => one.key === key);
  if (row === undefined) {
    throw new AttacheError('not-found', `The preview has no row "${key}".`, { field: 'key' });
  }
  const { candidate } = row;
  const fields = { ...candidate.fields, containerTitle: outlet };
  return [...withRules(db, { ...candidate, fields }).parsed.hidden];
}

/** Compares the rows of a preview anew. */
export function compareRows(
  context: ImportContext,
  { files, threshold }: Preview,
): Output<'import.compare'> {
  const earlier = new TwinsInMemory<string>(threshold);
  const rows = files.flatMap((file) => file.rows);
  return { items: rows.map((row) => likenessOf(context, row, earlier)) };
}

function toItem(context: ImportContext, row: Row, earlier: TwinsInMemory<string>): PreviewItem {
  const candidate = withRules(context.db, row.candidate);
  const { fields, parsed } = candidate;
  return {
    ...likenessOf(context, { ...row, candidate }, earlier),
    source: candidate.source,
    format: candidate.format,
    encoding: candidate.encoding,
    encodingConfidence: candidate.encodingConfidence,
    title: fields.title,
    titleProposed: fields.titleProposed,
    'container-title': fields.containerTitle,
    author: fields.author.map(nameText),
    issued: fields.issued,
    language: fields.language,
    origin: candidate.origin?.name ?? null,
    words: candidate.words,
    text: parsed.text,
    hidden: [...parsed.hidden],
    proposals: [...parsed.proposals],
  };
}

type Duplicate = NonNullable<PreviewItem['duplicate']>;

/** An article of the library goes before a row of the preview that is no closer. */
function closer(stored: Duplicate | null, row: Duplicate | null): Duplicate | null {
  if (stored === null || row === null) return stored ?? row;
  return row.similarity > stored.similarity ? row : stored;
}

/** Reads files and stores nothing. */
export async function makePreview(
  context: ImportContext,
  files: readonly SourceFile[],
  notFound: readonly ImportFailure[],
  threshold: number,
  signal: AbortSignal,
): Promise<{ preview: Preview; output: Output<'import.preview'> }> {
  const id = context.newId();
  const read: PreviewFile[] = [];
  const failed = [...notFound];
  const shown: ShownRow[] = [];
  const bibliographies: RecordsOfFile[] = [];
  const earlier = new TwinsInMemory<string>(threshold);
  let done = 0;
  let total = files.length;
  for await (const { file, candidates, records, failed: reasons, inner } of readFiles(
    files,
    context.parse,
    signal,
  )) {
    failed.push(...reasons);
    total += inner;
    const prefix = done;
    if (records.length > 0) {
      const keyed = records.map((candidate, index) => ({
        key: `${prefix}.${candidates.length + index}`,
        candidate,
      }));
      bibliographies.push({ file, records: keyed });
    }
    const rows = candidates.map((candidate, index) => ({ key: `${done}.${index}`, candidate }));
    if (rows.length > 0) read.push({ file, rows });
    for (const row of rows) {
      shown.push({ key: row.key, candidate: row.candidate, item: toItem(context, row, earlier) });
    }
    done += 1;
    context.emit({
      type: 'import.progress',
      done,
      total,
      source: done === total ? null : file.name,
      failed: failed.length,
    });
  }
  const placing = placeRecords(
    context.db,
    shown,
    bibliographies.flatMap(({ records }) => records),
  );
  failed.push(...placing.failed);
  const items = shown.map(({ key, item }) => placing.filled.get(key) ?? item);
  const alone = new Map(placing.alone.map((row) => [row.key, row]));
  for (const { file, records } of bibliographies) {
    const rows = records.flatMap(({ key }) => alone.get(key) ?? []);
    if (rows.length > 0) read.push({ file, rows });
    for (const row of rows) items.push(toItem(context, row, earlier));
  }
  return {
    preview: { id, threshold, done: new Set(), files: read, records: placing.placed, failed },
    output: { previewId: id, items, failed, records: [...placing.shown] },
  };
}

/**
 * Reads the file of the row `key` again under `encoding`: the changed preview, its new rows and the
 * keys of the ones they replace. Rejects with `not-found`, and as reading the file does.
 */
export async function rereadFile(
  context: ImportContext,
  preview: Preview,
  key: string,
  encoding: string,
): Promise<{ preview: Preview; output: Output<'import.reread'> }> {
  const before = preview.files.find(({ rows }) => rows.some((row) => row.key === key));
  if (before === undefined) {
    throw new AttacheError('not-found', `The preview has no row "${key}".`, { field: 'key' });
  }
  const file = { ...before.file, encoding };
  const bytes = await file.load();
  const result = await context.parse.parse({ name: file.name, bytes, encoding });
  if (result.records.length > 0) {
    throw new AttacheError(
      'invalid-input',
      `"${file.name}" is a bibliography: look it over again with the encoding in its source.`,
      { field: 'key' },
    );
  }
  const prefix = key.slice(0, key.indexOf('.'));
  const rows = candidatesOf(file.name, bytes, result).map((candidate, index) => ({
    key: `${prefix}.${index}`,
    candidate,
  }));
  const others = new TwinsInMemory<string>(preview.threshold);
  for (const other of preview.files) {
    if (other === before) continue;
    for (const row of other.rows) others.add(row.key, comparableOf(row.candidate));
  }
  const items = rows.map((row) => toItem(context, row, others));
  const files = preview.files.map((other) => (other === before ? { file, rows } : other));
  return {
    preview: { ...preview, files },
    output: { replaced: before.rows.map((row) => row.key), items },
  };
}

function decided(
  candidate: Candidate,
  decision: Decision | undefined,
  records: readonly Describing[],
): Candidate {
  if (decision === undefined) return { ...candidate, records };
  const given = decision.fields ?? {};
  const { fields } = candidate;
  return {
    ...candidate,
    decided: decision,
    records,
    parsed: { ...candidate.parsed, hidden: decision.hidden ?? candidate.parsed.hidden },
    fields: {
      title: given.title ?? fields.title,
      titleProposed: given.title === undefined ? fields.titleProposed : false,
      containerTitle: choose(given['container-title'], fields.containerTitle),
      author: given.author ?? fields.author,
      issued: choose(given.issued, fields.issued),
      accessed: choose(given.accessed, fields.accessed),
      url: choose(given.URL, fields.url),
      language: choose(given.language, fields.language),
    },
  };
}

/** What the person gave; an emptied field is unknown. */
const choose = (given: string | null | undefined, read: string | null): string | null =>
  given === undefined ? read : given === '' ? null : given;

function checkHidden(preview: Preview, decisions: readonly Decision[]): void {
  const lengths = new Map(
    preview.files.flatMap((file) =>
      file.rows.map(({ key, candidate }) => [key, candidate.parsed.text.length] as const),
    ),
  );
  const records = new Set(preview.records.map(({ key }) => key));
  for (const { key, hidden } of decisions) {
    const length = records.has(key) ? 0 : lengths.get(key);
    if (length === undefined) {
      throw new AttacheError('invalid-input', `The preview has no row "${key}".`, {
        field: 'decisions',
      });
    }
    if (hidden?.some(({ start, end }) => start >= end || end > length)) {
      throw new AttacheError(
        'invalid-input',
        `A hidden range of row "${key}" is outside its text.`,
        {
          field: 'decisions',
        },
      );
    }
  }
}

/** What a run of a preview works on. */
export interface PreviewedFiles {
  /** The files to read, in their order. */
  readonly files: readonly SourceFile[];
  readonly read: AsyncIterable<ReadFile>;
  /** The files that are done with: grows as `read` is asked for them. */
  readonly done: ReadonlySet<SourceFile>;
  readonly attach: readonly RecordMatch[];
}

/**
 * The included rows as the person decided, each file's bytes read again: a file that changed since
 * the preview fails by name. Throws `invalid-input` on decisions that do not fit the preview.
 */
export function previewedFiles(preview: Preview, decisions: readonly Decision[]): PreviewedFiles {
  checkHidden(preview, decisions);
  const byKey = new Map(decisions.map((decision) => [decision.key, decision]));
  const records = preview.records.filter(({ key }) => byKey.get(key)?.include !== false);
  const describing = new Map<string, Describing[]>();
  const attach: RecordMatch[] = [];
  for (const { candidate, match } of records) {
    const { of, by } = match;
    if ('articleId' in of) attach.push({ of: of.articleId, by, candidate });
    else describing.set(of.row, [...(describing.get(of.row) ?? []), { candidate, by }]);
  }
  const wanted = preview.files
    .map(({ file, rows }) => ({
      file,
      candidates: rows
        .filter(({ key }) => byKey.get(key)?.include !== false)
        .map(({ key, candidate }) => decided(candidate, byKey.get(key), describing.get(key) ?? [])),
    }))
    .filter(({ file, candidates }) => candidates.length > 0 && !preview.done.has(file));
  const done = new Set(preview.done);
  async function* read(): AsyncGenerator<ReadFile> {
    for (const { file, candidates } of wanted) {
      done.add(file);
      yield await readAgain(file, candidates);
    }
  }
  return { files: wanted.map(({ file }) => file), read: read(), done, attach };
}

async function readAgain(file: SourceFile, candidates: readonly Candidate[]): Promise<ReadFile> {
  try {
    const bytes = await file.load();
    if (sha256(bytes) !== candidates[0]?.sha256) {
      throw new AttacheError(
        'file-unreadable',
        `"${file.name}" has changed since it was looked over. Import it again to see what it says now.`,
      );
    }
    return { file, bytes, candidates, records: [], failed: [], inner: 0 };
  } catch (error) {
    return unread(file, error);
  }
}

import { sha256 } from '../../storage/originals/original-name.ts';
import type { Candidate, Describing } from '../candidate.ts';
import { unread, type ReadFile } from '../read-files.ts';
import type { RecordMatch } from '../records/attach.ts';
import type { SourceFile } from '../sources.ts';
import { checkDecisions, decided, type Decision } from './decide.ts';
import { changedSince, keptOf, type KeptDecisions } from './kept.ts';
import type { Preview, PreviewedArticle } from './preview.ts';

/** What a run of a preview works on. */
export interface PreviewedFiles {
  /** The files to read, in their order. */
  readonly files: readonly SourceFile[];
  readonly read: AsyncIterable<ReadFile>;
  /** The files that are done with: grows as `read` is asked for them. */
  readonly done: ReadonlySet<SourceFile>;
  readonly attach: readonly RecordMatch[];
  /** Rows that are not imported. */
  readonly leftOut: readonly Candidate[];
  /** What was decided about files, to be remembered until they are stored. */
  readonly kept: ReadonlyMap<SourceFile, KeptDecisions>;
}

/**
 * The included rows as the person decided, each file's bytes read again: a file that changed since
 * the preview fails by name. Throws `invalid-input` on decisions that do not fit the preview.
 */
export function previewedFiles(preview: Preview, decisions: readonly Decision[]): PreviewedFiles {
  checkDecisions(preview, decisions);
  const byKey = new Map(decisions.map((decision) => [decision.key, decision]));
  const records = preview.records.filter(({ key }) => byKey.get(key)?.include !== false);
  const describing = new Map<string, Describing[]>();
  const attach: RecordMatch[] = [];
  for (const { candidate, match } of records) {
    const { of, by } = match;
    if ('articleId' in of) attach.push({ of: of.articleId, by, candidate });
    else describing.set(of.row, [...(describing.get(of.row) ?? []), { candidate, by }]);
  }
  const isWanted = ({ key }: PreviewedArticle) => byKey.get(key)?.include !== false;
  const wanted = preview.files
    .map(({ file, rows }) => ({
      file,
      candidates: rows
        .filter(isWanted)
        .map(({ key, candidate }) => decided(candidate, byKey.get(key), describing.get(key) ?? [])),
    }))
    .filter(({ file, candidates }) => candidates.length > 0 && !preview.done.has(file));
  const kept = new Map(
    preview.files.flatMap((looked) => {
      const decisions = keptOf(looked, byKey);
      return decisions === undefined ? [] : [[looked.file, decisions] as const];
    }),
  );
  const leftOut = preview.files.flatMap(({ rows }) =>
    rows.flatMap((row) => (isWanted(row) ? [] : [row.candidate])),
  );
  const done = new Set(preview.done);
  async function* read(): AsyncGenerator<ReadFile> {
    for (const { file, candidates } of wanted) {
      done.add(file);
      yield await readAgain(file, candidates);
    }
  }
  return { files: wanted.map(({ file }) => file), read: read(), done, attach, leftOut, kept };
}

async function readAgain(file: SourceFile, candidates: readonly Candidate[]): Promise<ReadFile> {
  try {
    const bytes = await file.load();
    if (sha256(bytes) !== candidates[0]?.sha256) {
      throw changedSince(file);
    }
    return { file, bytes, candidates, records: [], failed: [], inner: 0 };
  } catch (error) {
    return unread(file, error);
  }
}

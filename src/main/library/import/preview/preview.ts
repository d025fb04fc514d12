import type { Candidate } from '../candidate.ts';
import type { ImportFailure, PreviewItem } from '../../../../shared/model/import.ts';
import type { PlacedRecord } from '../records/preview-records.ts';
import type { SourceFile } from '../sources.ts';

/** An article that was read, and the key that names it in decisions. */
export interface PreviewedArticle {
  readonly key: string;
  readonly candidate: Candidate;
}

export interface PreviewFile {
  readonly file: SourceFile;
  readonly rows: readonly PreviewedArticle[];
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
  /** What each row is like, by its key. */
  readonly likeness: ReadonlyMap<string, Pick<PreviewItem, 'duplicate' | 'earlier'>>;
  /** The outlets a person gave rows, by their keys. */
  readonly outlets: ReadonlyMap<string, string | null>;
}

/** What rows are like, by their keys. */
export const likenessByKey = (
  rows: readonly Pick<PreviewItem, 'key' | 'duplicate' | 'earlier'>[],
): Preview['likeness'] =>
  new Map(rows.map(({ key, duplicate, earlier }) => [key, { duplicate, earlier }]));

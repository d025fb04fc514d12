import type { Proposal } from '../../../shared/model/import.ts';
import type { HiddenRange } from '../../../shared/model/ranges.ts';
import type { StoredLayers } from '../articles/stored-layers.ts';
import type { BibliographicRecord } from './formats/bibliography/record.ts';
import type { FailedPart, InnerFile } from './formats/format.ts';
import type { Columns } from '../search/columns.ts';
import type { Fingerprint } from './duplicates/fingerprint.ts';

/** Bytes to read, and the name they came under. */
export interface ParseTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Overrides the detected encoding: a WHATWG label. */
  readonly encoding?: string;
}

/** One article as a format's reader produces it: canonical text, its layers, what was read of it. */
export interface ParsedArticle {
  readonly text: string;
  readonly layers: StoredLayers;
  readonly hidden: readonly HiddenRange[];
  readonly proposals: readonly Proposal[];
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly hash: string;
  readonly words: number;
  readonly fingerprint: Fingerprint;
  /** What the text becomes in the full-text index. */
  readonly columns: Columns;
}

/** A record of a bibliography, and as an article by itself where it carries words to read. */
export interface ParsedRecord {
  readonly record: BibliographicRecord;
  readonly article: ParsedArticle | null;
}

export interface ParseResult {
  /** Id of the format in the registry. */
  readonly format: string;
  /** WHATWG label, null for binary formats. */
  readonly encoding: string | null;
  /** 0 to 1; null for binary formats and where a person named the encoding. */
  readonly encodingConfidence: number | null;
  readonly articles: readonly ParsedArticle[];
  /** Files inside, still to be read. */
  readonly files: readonly InnerFile[];
  readonly records: readonly ParsedRecord[];
  readonly failed: readonly FailedPart[];
}

/** A small file to read from the disk, and the name it is known by. */
export interface PathTask extends Omit<ParseTask, 'bytes'> {
  readonly path: string;
}

/** A file with what was read in it. */
export interface FileRead {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly result: ParseResult;
}

/** Reads files, in a pool that can be killed or in process. Rejects with an `AttacheError`. */
export interface ParsePort {
  parse(task: ParseTask): Promise<ParseResult>;
  /**
   * Gets the bytes from the disk as well, in another thread; null where it would rather be handed
   * them. `size` is how many the file has.
   */
  parseAt?(task: PathTask, size: number): Promise<FileRead> | null;
}

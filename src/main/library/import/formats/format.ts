import type { ErrorData } from '../../../../shared/contract/errors.ts';
import type { Proposal } from '../../../../shared/model/import.ts';
import type { Block, HiddenRange, Mark } from '../../../../shared/model/ranges.ts';

import type { BibliographicRecord } from './bibliography/record.ts';

/** What is known of a file before it is read: the format is judged by this. */
export interface Sample {
  /** Lower case, without the dot; empty where the name has none. */
  readonly extension: string;
  /** The first bytes. */
  readonly head: Uint8Array;
  /** The first characters, null where the bytes are no text in any encoding. */
  readonly text: string | null;
}

export interface Decoded {
  readonly text: string;
  /** WHATWG label, or `utf-32le`, `utf-32be`. */
  readonly encoding: string;
  /** 0 to 1: how sure the detection is; null where a person named the encoding. */
  readonly confidence: number | null;
}

/** A file as a format's reader gets it. */
export interface FormatFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The whole file as text. Throws `unsupported-format` where it is none. */
  decode(): Decoded;
}

/** One article of a file before cleaning and before its words are searched for metadata. */
export interface RawArticle {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  /** What the format itself knows to be no part of the article. */
  readonly hidden: readonly HiddenRange[];
  /** The article has been told from its page by markup: cleaning by words is more careful then. */
  readonly extracted: boolean;
  /** What the format's own fields say. */
  readonly proposals: readonly Proposal[];
}

/** A file inside another one: an archive's entry, a message's attachment. */
export interface InnerFile {
  /** The name it has there: a mere name, never used as a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file holds. */
export interface Contents {
  readonly articles?: readonly RawArticle[];
  /** Files to be read as if they stood by themselves. */
  readonly files?: readonly InnerFile[];
  /** Metadata of articles that are elsewhere. */
  readonly records?: readonly BibliographicRecord[];
  /** Parts that could not be read while the others were. */
  readonly failed?: readonly FailedPart[];
}

/** A part of a file by its name there, and why it could not be read. */
export interface FailedPart {
  readonly part: string;
  readonly error: ErrorData;
}

/** One file format: how it is recognised and how it is read. */
export interface Format {
  readonly id: string;
  /** Its name for people. */
  readonly label: string;
  /** Lower case, without the dot. They only propose: the content decides. */
  readonly extensions: readonly string[];
  /** Reading takes time in proportion to the bytes and cannot hang: no killable thread is needed. */
  readonly quick: boolean;
  matches(sample: Sample): boolean;
  /** What the file holds. Throws an `AttacheError` naming the file. */
  read(file: FormatFile): Contents | Promise<Contents>;
}

import type { DatabaseId } from './names.ts';
import type { Part } from './article.ts';
import type { Paragraph } from './paragraphs.ts';

/** One article of an export, its parts null where it is not built as the others are. */
export interface Record {
  readonly parts: readonly Part[] | null;
  /** Its first words, to name it by. */
  readonly words: string;
}

/** A news database whose exports hold many articles in one file. */
export interface Database {
  readonly id: DatabaseId;
  /** Stands in the text of every export of it, and in hardly any other text. */
  readonly hint: RegExp;
  /** The articles, in order. Empty where the paragraphs are no export of it. */
  split(paragraphs: readonly Paragraph[]): Record[];
}

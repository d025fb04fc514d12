import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import type { LexicalContent, NotebookDocument } from '../../../shared/model/document.ts';
import type { Saves } from '../autosave.ts';
import type { ShownCitations } from '../citations.ts';
import type { PassageSources } from '../use-passage-sources.ts';

export type DocumentKind = 'notes' | 'briefings';

/** A document that is open for writing. */
export interface OpenedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly setTitle: (title: string) => void;
  /** The content as it stands in the editor, at rest. */
  readonly content: LexicalContent;
  /** The same as plain text with what stands where. */
  readonly read: DocumentText;
  readonly citations: ShownCitations;
  readonly sources: PassageSources;
  readonly saves: Saves;
  readonly retry: () => void;
  /** Saves what is on the page; resolves when that is over, whether it succeeded or not. */
  readonly save: () => Promise<void>;
  readonly overwrite: () => void;
  /** What the library had when it was last the same as the page; null where that is not known. */
  readonly base: () => LexicalContent | null;
  /** Brings in what was saved elsewhere where only other paragraphs changed here; else false. */
  readonly takeIn: (saved: NotebookDocument) => boolean;
  /** Puts on the page what was made of it and of what was saved elsewhere, and saves it. */
  readonly merge: (saved: NotebookDocument, merged: LexicalContent) => void;
  /** Drops what is not saved and opens what the library has. */
  readonly reload: () => void;
  /** It was deleted elsewhere since it was opened. */
  readonly gone: boolean;
  /** Takes it out of the trash and saves what was written meanwhile. */
  readonly restore: () => Promise<void>;
}

import { z } from 'zod';
import { lexicalContentSchema } from '../../shared/model/document.ts';
import type { Draft } from './autosave.ts';

const unsavedSchema = z.object({
  revision: z.number().int(),
  draft: z.object({
    title: z.string().exactOptional(),
    content: lexicalContentSchema.exactOptional(),
  }),
});

/** What was written on a document and is not in the library yet, and the revision it was written on. */
export interface Unsaved {
  readonly revision: number;
  readonly draft: Draft;
}

const keyOf = (documentId: string): string => `attache.unsaved.${documentId}`;

/**
 * Keeps unsaved words in this browser, at once: a page that is left has no time for anything else.
 * False where the browser does not keep them.
 */
export function keepUnsaved(documentId: string, unsaved: Unsaved): boolean {
  try {
    localStorage.setItem(keyOf(documentId), JSON.stringify(unsaved));
    return true;
  } catch {
    return false;
  }
}

/** The words that were kept; null where there are none that can be read. */
export function unsavedOf(documentId: string): Unsaved | null {
  try {
    return unsavedSchema.parse(JSON.parse(localStorage.getItem(keyOf(documentId)) ?? 'null'));
  } catch {
    return null;
  }
}

/** The words are in the library by now, or are not wanted. */
export function dropUnsaved(documentId: string): void {
  try {
    localStorage.removeItem(keyOf(documentId));
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

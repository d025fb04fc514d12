import { createContext, use } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { CitationChange } from '../../shared/model/document.ts';

/** A cited passage as the editor shows it. */
export interface ShownCitation {
  readonly annotationId: string;
  /** From 1, in order of first use. */
  readonly number: number;
  readonly quote: string;
  readonly articleId: string | null;
  readonly start: number;
  readonly end: number;
  readonly status: 'exact' | 'moved' | 'orphaned' | 'deleted';
  /** What became of the passage since it was cited, until the writer decides about it. */
  readonly change: CitationChange | null;
  /** The words that were cited. */
  readonly citedQuote: string;
  readonly tags: readonly string[];
  readonly title: string;
  readonly outlet: string | null;
  readonly issued: string | null;
  /** Whether the library knows of the citation; one made since the last save it does not. */
  readonly saved: boolean;
}

export type ShownCitations = ReadonlyMap<string, ShownCitation>;

/** What the open document cites, for the marks in its text. */
export interface DocumentCitations {
  readonly documentId: string;
  readonly shown: ShownCitations;
}

export type CitationsStore = StoreApi<DocumentCitations>;

/** A store rather than a value: of thousands of marks only those are drawn again that changed. */
export const createCitations = (documentId: string): CitationsStore =>
  createStore(() => ({ documentId, shown: new Map() }));

export const CitationsContext = createContext<CitationsStore>(createCitations(''));

/** A citation of the open document; undefined where it is not known yet. */
export const useCitation = (annotationId: string): ShownCitation | undefined =>
  useStore(use(CitationsContext), ({ shown }) => shown.get(annotationId));

/** The document the citations are of. */
export const useCitingDocument = (): string =>
  useStore(use(CitationsContext), ({ documentId }) => documentId);

import { createContext, useContext } from 'react';

/** A cited passage as the editor shows it. */
export interface ShownCitation {
  /** From 1, in order of first use. */
  readonly number: number;
  readonly quote: string;
  readonly articleId: string | null;
  readonly start: number;
  readonly end: number;
  readonly status: 'exact' | 'moved' | 'orphaned' | 'deleted';
  readonly title: string;
  readonly outlet: string | null;
  readonly issued: string | null;
}

export type ShownCitations = ReadonlyMap<string, ShownCitation>;

export const CitationsContext = createContext<ShownCitations>(new Map());

export const useCitation = (annotationId: string): ShownCitation | undefined =>
  useContext(CitationsContext).get(annotationId);

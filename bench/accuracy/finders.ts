import nlp from 'compromise/three';
import type { Kind } from './gold.ts';

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly text: string;
}

/** What finds names in a text. */
export type Finder = (text: string) => Found[];

interface CompromiseItem {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
}

/** compromise 14, its three kinds of names; punctuation at their ends left out. */
export const compromise: Finder = (text) => {
  const doc = nlp(text);
  const views = [
    ['person', doc.people()],
    ['organisation', doc.organizations()],
    ['place', doc.places()],
  ] as const;
  return views.flatMap(([kind, view]) =>
    (view.json({ offset: true }) as CompromiseItem[]).map(({ offset: { start, length } }) => {
      const words = text.slice(start, start + length);
      const bare = words.replace(/[^\p{L}\p{N}]+$/u, '');
      const from = start + (bare.length - bare.replace(/^[^\p{L}\p{N}]+/u, '').length);
      return {
        start: from,
        end: start + bare.length,
        kind,
        text: text.slice(from, start + bare.length),
      };
    }),
  );
};

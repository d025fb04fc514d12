import { records } from '../texts.ts';

/** A place in a text with what people say it is; `kb` is the same for all names of one thing. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly text: string;
  readonly kb?: string;
}

export interface Labelled {
  readonly id: string;
  readonly set: string;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly labels: { readonly evaluation_span?: readonly [number, number] };
}

/**
 * Every collection is parted in two by a hash of its texts. Rules are made and tuned on the mistakes
 * of the `seen` half only; the figures of the `held` half say whether they are general.
 */
export type Half = 'seen' | 'held';
export type Part = Half | 'all';
export const parts: readonly Part[] = ['all', 'seen', 'held'];

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash ^ (hash >>> 15);
}

export const halfOf = ({ text }: { readonly text: string }): Half =>
  hashOf(text) % 2 === 0 ? 'seen' : 'held';

/** Parts for cross-validation, each of documents of both halves. */
export const folds = 5;
export const foldOf = ({ text }: { readonly text: string }): number => (hashOf(text) >>> 8) % folds;

export const inPart = <T extends { readonly text: string }>(list: readonly T[], part: Part): T[] =>
  part === 'all' ? [...list] : list.filter((item) => halfOf(item) === part);

/** A labelled collection of `../shared/data/actors`; null, and said aloud, where it is absent. */
export function labelled(set: 're3d' | 'el-msnbc' | 'ieer'): Labelled[] | null {
  const found = records(`actors/${set}.jsonl`) as Labelled[] | null;
  // IEER keeps the SGML entity of "&"; offsets must stay.
  return (
    found?.map((item) => Object.assign(item, { text: item.text.replaceAll('&AMP;', '&    ') })) ??
    null
  );
}

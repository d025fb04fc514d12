import { z } from 'zod';

/** What an item says about where its passage stands. */
export interface Place {
  /** In code points (W3C) or UTF-16 units (Hypothesis), of a text that may be another. */
  readonly position: { readonly start: number; readonly end: number } | null;
  readonly quote: {
    readonly exact: string;
    readonly prefix: string;
    readonly suffix: string;
  } | null;
}

const position = z.looseObject({
  type: z.literal('TextPositionSelector'),
  start: z.int().min(0),
  end: z.int().min(1),
});
const quote = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1).max(1_000_000),
  prefix: z.string().max(100_000).nullish(),
  suffix: z.string().max(100_000).nullish(),
});
/** RFC 5147: `char=10,20`. */
const fragment = z.looseObject({ type: z.literal('FragmentSelector'), value: z.string() });
const nested = z.looseObject({ refinedBy: z.unknown() });

const deepest = 8;

type Found = { -readonly [K in keyof Place]: Place[K] };

function collect(selector: unknown, found: Found, depth: number): void {
  if (depth > deepest) return;
  if (Array.isArray(selector)) {
    for (const each of selector.slice(0, 100)) collect(each, found, depth + 1);
    return;
  }
  const here = position.safeParse(selector).data;
  if (here !== undefined && here.start < here.end) {
    found.position ??= { start: here.start, end: here.end };
  }
  const words = quote.safeParse(selector).data;
  if (words !== undefined) {
    const { exact, prefix, suffix } = words;
    found.quote ??= { exact, prefix: prefix ?? '', suffix: suffix ?? '' };
  }
  const characters = /^char=(\d{1,9}),(\d{1,9})/u.exec(
    fragment.safeParse(selector).data?.value ?? '',
  );
  if (characters !== null && Number(characters[1]) < Number(characters[2])) {
    found.position ??= { start: Number(characters[1]), end: Number(characters[2]) };
  }
  const inner = nested.safeParse(selector).data?.refinedBy;
  if (inner !== undefined) collect(inner, found, depth + 1);
}

/**
 * The quotation and position among an item's selectors, nested ones included; null where there is
 * neither. A RangeSelector is passed over: it points into a page that is not kept.
 */
export function placesOf(selector: unknown): Place | null {
  const found: Found = { position: null, quote: null };
  collect(selector, found, 0);
  return found.position === null && found.quote === null ? null : found;
}

import { FreePlaces } from './free-places.ts';

/** A text node of the page: the number of its element, and its words. */
export interface PageText {
  readonly number: number;
  readonly text: string;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** For each element by its number, where the texts in it stand: they follow each other in a page. */
function spansOf(page: readonly PageText[], ends: Int32Array): Span[] {
  const spans = Array.from(ends, (): { from: number; to: number } => ({ from: Infinity, to: 0 }));
  const widen = (number: number, from: number, to: number) => {
    const span = spans[number];
    if (span === undefined) return;
    span.from = Math.min(span.from, from);
    span.to = Math.max(span.to, to);
  };
  page.forEach(({ number }, index) => widen(number, index, index + 1));
  for (let number = ends.length - 1; number >= 0; number -= 1) {
    const end = ends[number] ?? 0;
    for (let child = number + 1; child < end; child = ends[child] ?? end) {
      const { from, to } = spans[child] ?? { from: Infinity, to: 0 };
      widen(number, from, to);
    }
  }
  return spans;
}

/** Where the same words stand in the page: anywhere, and by the numbers of their elements. */
interface Places {
  readonly all: FreePlaces;
  readonly of: Map<number, FreePlaces>;
}

function placesOf(page: readonly PageText[]): Map<string, Places> {
  const places = new Map<string, Places>();
  page.forEach(({ number, text }, index) => {
    const known = places.get(text) ?? { all: new FreePlaces(), of: new Map() };
    places.set(text, known);
    known.all.add(index);
    const own = known.of.get(number) ?? new FreePlaces();
    known.of.set(number, own);
    own.add(index);
  });
  return places;
}

/**
 * Which of the page's texts are among those kept. A kept text stands under an element that held it
 * in the page (Readability makes new elements below and around), in the page's order. Per element,
 * `ends` has the first number after its own subtree.
 */
export function located(
  page: readonly PageText[],
  kept: readonly PageText[],
  ends: Int32Array,
): boolean[] {
  const found = page.map(() => false);
  const places = placesOf(page);
  const spans = spansOf(page, ends);
  let last = -1;
  for (const { number, text } of kept) {
    const known = places.get(text);
    if (known === undefined) continue;
    const { from, to } =
      number === -1 ? { from: 0, to: page.length } : (spans[number] ?? { from: 0, to: 0 });
    const own = known.of.get(number);
    const free = own?.first(from, to) === undefined ? known.all : own;
    const chosen = free.first(Math.max(from, last + 1), to) ?? free.first(from, to);
    if (chosen === undefined) continue;
    found[chosen] = true;
    known.all.take(chosen);
    known.of.get(page[chosen]?.number ?? -1)?.take(chosen);
    last = chosen;
  }
  return found;
}

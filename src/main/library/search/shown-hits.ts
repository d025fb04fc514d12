import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Sequence } from '../../../shared/query/sequence.ts';
import { Candidates, type Look } from './candidates.ts';
import { HitFinder, moved, type Hit } from './hits.ts';
import { bestWindows, isInside, shownAround, withoutHits } from './snippet.ts';
import { isSpaceAt } from './space-at.ts';

const longestWord = 200;

/** Finds the hits that a list of results shows: of a whole title, and of the best passage of a text. */
export class ShownHits {
  readonly #asked: readonly (readonly Sequence[])[];
  readonly #candidates: Candidates | null;
  #finder: HitFinder | null = null;

  constructor(asked: readonly (readonly Sequence[])[]) {
    this.#asked = asked;
    this.#candidates = Candidates.of(asked);
  }

  /** All hits of a text that begins and ends between words. */
  findAll(text: string): Hit[] {
    return this.#candidates?.findAll(text) ?? this.#tokenwise.find(text);
  }

  /**
   * The hits around the place that shows most of what was asked for, outside the `hidden` ranges
   * where there is one. Which place that is a quick look decides where it can; the hits themselves
   * are read with the tokens the index was made of.
   */
  findPassage(text: string, width: number, hidden: readonly TextRange[]): Hit[] {
    const look = this.#candidates?.look(text, width, hidden) ?? null;
    if (look === null) return this.#tokenwise.findUntilAll(text, width, hidden);
    if (look.hits.length === 0) return [];
    const deciding = look.hits.slice(0, look.deciding);
    const seen = deciding.filter(({ start }) => !isInside(start, hidden));
    const windows = bestWindows(seen.length === 0 ? deciding : seen);
    const left = seen.length === 0 ? withoutHits(hidden, windows.flat()) : hidden;
    return (
      this.#findAround(text, windows, left, look, width) ??
      this.#tokenwise.findUntilAll(text, width, hidden)
    );
  }

  /** The hits around windows; null where the tokens do not say what the quick look did. */
  #findAround(
    text: string,
    windows: readonly (readonly Hit[])[],
    left: readonly TextRange[],
    look: Look,
    width: number,
  ): Hit[] | null {
    const hits: Hit[] = [];
    let read = 0;
    for (const shown of shownAround(text, windows, left)) {
      const from = spaceBefore(text, shown.start);
      const to = spaceAfter(text, shown.end + width);
      if (from === null || to === null) return null;
      hits.push(...this.#findBetween(text, Math.max(from, read), to, look));
      read = Math.max(read, to);
    }
    return windows.every((window) => holdsAll(hits, window)) ? hits : null;
  }

  #findBetween(text: string, start: number, end: number, look: Look): readonly Hit[] {
    return (
      this.#candidates?.between(text, start, end, look) ??
      moved(this.#tokenwise.find(text.slice(start, end)), start)
    );
  }

  /** Reads every token; made where a quick look is not enough. */
  get #tokenwise(): HitFinder {
    return (this.#finder ??= new HitFinder(this.#asked));
  }
}

/** Whether the tokens say what the quick look did. */
function holdsAll(found: readonly Hit[], window: readonly Hit[]): boolean {
  return window.every(({ of, start }) => found.some((hit) => hit.of === of && hit.start === start));
}

/** No token reaches over white space: there a text can be parted. */
function spaceBefore(text: string, at: number): number | null {
  if (at <= 0) return 0;
  for (let i = at; i > at - longestWord; i--) {
    if (i <= 0 || isSpaceAt(text, i - 1)) return Math.max(0, i);
  }
  return null;
}

function spaceAfter(text: string, at: number): number | null {
  for (let i = at; i < at + longestWord; i++) {
    if (i >= text.length || isSpaceAt(text, i)) return Math.min(i, text.length);
  }
  return null;
}

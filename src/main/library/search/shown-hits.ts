import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Sequence } from '../../../shared/query/sequence.ts';
import { Candidates } from './candidates.ts';
import { HitFinder, type Hit } from './hits.ts';
import { bestWindows, shownAround, withoutHits } from './snippet.ts';
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
    const candidates = this.#candidates?.find(text, width, hidden) ?? null;
    if (candidates?.length === 0) return [];
    const seen = candidates?.filter(
      (hit) => !hidden.some(({ start, end }) => hit.start >= start && hit.start < end),
    );
    const visible = seen?.length === 0 ? candidates : seen;
    const windows = bestWindows(visible ?? []);
    const left = seen?.length === 0 ? withoutHits(hidden, windows.flat()) : hidden;
    const found = windows.length === 0 ? null : this.#findAround(text, windows, left);
    if (found !== null) return found;
    return this.#tokenwise.findUntilAll(text, width, hidden);
  }

  /** The hits around windows; null where the tokens do not say what the quick look did. */
  #findAround(
    text: string,
    windows: readonly (readonly Hit[])[],
    left: readonly TextRange[],
  ): Hit[] | null {
    const hits: Hit[] = [];
    let read = 0;
    for (const shown of shownAround(text, windows, left)) {
      const from = spaceBefore(text, shown.start);
      const to = spaceAfter(text, shown.end);
      if (from === null || to === null) return null;
      const start = Math.max(from, read);
      for (const hit of this.findAll(text.slice(start, to))) {
        hits.push({ of: hit.of, start: hit.start + start, end: hit.end + start });
      }
      read = Math.max(read, to);
    }
    return holdsAll(hits, windows.flat()) ? hits : null;
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

import type { BriefingCheck } from '../../model/document.ts';
import { stopWords } from '../../text/stop-words.ts';
import { figuresIn, type Figure } from './figures.ts';
import { comparable } from './units.ts';

/** A cited passage with its tags. */
export interface TaggedPassage {
  readonly annotationId: string;
  readonly articleId: string;
  readonly text: string;
  readonly tags: readonly string[];
}

type Conflict = BriefingCheck['figures'][number];

interface Placed {
  readonly passage: TaggedPassage;
  readonly figure: Figure;
  /** Stems of the passage's words, without those of the figures. */
  readonly words: ReadonlySet<string>;
}

/** Rounding moves a number by this share at most. */
const rounding = 0.05;

/** True where both numbers may be right at once. */
function agree(a: Figure, b: Figure): boolean {
  if (a.value === b.value) return true;
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  if (low.bound === 'at-least' || high.bound === 'at-most') return true;
  const rounded = low.bound === 'about' || high.bound === 'about';
  return rounded && high.value - low.value <= high.value * rounding;
}

/** The same thing is counted where the first or the last word for it is the same. */
const sameUnit = (a: Figure, b: Figure): boolean =>
  a.unit[0] === b.unit[0] || a.unit.at(-1) === b.unit.at(-1);

const latin = (passage: TaggedPassage): boolean => /\p{sc=Latin}{3}/u.test(passage.text);

/**
 * Two passages speak of one thing where they share a word beside the numbers; of a share, which
 * may be a share of anything, two words. Passages in two scripts share none and are believed.
 */
function sameTopic(a: Placed, b: Placed): boolean {
  if (!latin(a.passage) || !latin(b.passage)) return true;
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  return shared >= (a.figure.unit[0] === 'percent' ? 2 : 1);
}

function placed(passage: TaggedPassage): Placed[] {
  const figures = figuresIn(passage.text);
  const counted = new Set(figures.flatMap(({ unit }) => unit));
  const words = new Set(
    [...passage.text.toLowerCase().matchAll(/[a-z]{3,}/gu)]
      .map(([word]) => word)
      .filter((word) => !stopWords.has(word))
      .map(comparable)
      .filter((word) => !counted.has(word)),
  );
  return figures.map((figure) => ({ passage, figure, words }));
}

/** True where two passages count one thing and no number of one agrees with one of the other. */
function conflict(a: readonly Placed[], b: readonly Placed[]): [Placed, Placed][] {
  const pairs = a.flatMap((one) =>
    b
      .filter((other) => sameUnit(one.figure, other.figure) && sameTopic(one, other))
      .map((other): [Placed, Placed] => [one, other]),
  );
  return pairs.some(([one, other]) => agree(one.figure, other.figure)) ? [] : pairs.slice(0, 1);
}

/**
 * Points out cited passages under one tag that give different numbers for the same thing. A
 * passage with several numbers of one unit is in conflict only where none of them agrees with the
 * other passage's. "About" allows for rounding, "more than" and "up to" for what lies beyond.
 */
export function conflictingFigures(passages: readonly TaggedPassage[]): Conflict[] {
  const figuresOf = new Map(passages.map((passage) => [passage, placed(passage)]));
  const tags = [...new Set(passages.flatMap((passage) => passage.tags))];
  return tags.flatMap((tag) => {
    const under = passages.filter((passage) => passage.tags.includes(tag));
    const found = new Map<string, Map<string, Placed>>();
    under.forEach((a, index) => {
      for (const b of under.slice(index + 1)) {
        for (const pair of conflict(figuresOf.get(a) ?? [], figuresOf.get(b) ?? [])) {
          const unit = pair[0].figure.unit.join(' ');
          const values = found.get(unit) ?? new Map<string, Placed>();
          for (const each of pair) values.set(each.passage.annotationId, each);
          found.set(unit, values);
        }
      }
    });
    return [...found].map(([unit, values]) => ({
      tag,
      unit,
      values: [...values.values()].map(({ passage, figure }) => ({
        annotationId: passage.annotationId,
        articleId: passage.articleId,
        text: figure.text,
        value: figure.value,
      })),
    }));
  });
}

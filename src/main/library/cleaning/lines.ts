import type { Block, HiddenRange } from '../../../shared/model/ranges.ts';

/** One block as the cleaning rules see it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly kind: Block['kind'];
  readonly text: string;
  /** Counted no further than no rule asks for. */
  readonly words: number;
  /** Ends like a sentence: with a full stop, question or exclamation mark, perhaps quoted. */
  readonly sentence: boolean;
  /** Has characters of a script in which one is as much as a word. */
  readonly unspaced: boolean;
}

/** What a rule says about the line at `index`. `offered` is only suggested. */
export interface Finding {
  readonly index: number;
  readonly reason: HiddenRange['reason'];
  readonly by: 'rule' | 'offered';
}

const sentenceEnd = /[.!?…。！？]["'”’»)\]」』]*$/;

/** The rules tell lines of some 25 words from shorter ones. */
const mostWords = 30;

function wordsIn(text: string): number {
  let count = 0;
  let inside = false;
  for (let at = 0; at < text.length && count < mostWords; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code <= 0x20 || code === 0xa0 || code === 0x3000;
    if (!isSpace && !inside) count += 1;
    inside = !isSpace;
  }
  return count;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Most lines are sentences, of which no rule asks how many words they have. */
class BlockLine implements Line {
  readonly start: number;
  readonly end: number;
  readonly kind: Block['kind'];
  readonly text: string;
  readonly sentence: boolean;
  readonly unspaced: boolean;
  #words = -1;

  constructor(text: string, { start, end, kind }: Block, anyUnspaced: boolean) {
    this.start = start;
    this.end = end;
    this.kind = kind;
    this.text = text.slice(start, end);
    this.sentence = sentenceEnd.test(this.text.slice(-8));
    this.unspaced = anyUnspaced && unspaced.test(this.text);
  }

  get words(): number {
    if (this.#words < 0) this.#words = wordsIn(this.text);
    return this.#words;
  }
}

export function linesOf(text: string, blocks: readonly Block[]): Line[] {
  const anyUnspaced = unspaced.test(text);
  return blocks.map((block) => new BlockLine(text, block, anyUnspaced));
}

/** Long enough, and ended like a sentence: most likely the article itself. */
export const isProse = (line: Line): boolean =>
  (line.sentence && line.text.length >= 120) || line.text.length >= 240;

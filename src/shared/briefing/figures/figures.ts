import { cjkNumber, readCjk } from './cjk-numbers.ts';
import { englishNumber, englishScales, readEnglish } from './english-numbers.ts';
import { currencyBefore, unitAfter } from './units.ts';

/** How exactly a number was meant. */
export type Bound = 'exact' | 'about' | 'at-least' | 'at-most';

/** A number in a text that counts something. Offsets are UTF-16. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  /** The words of number and unit. */
  readonly text: string;
  readonly value: number;
  /** What is counted, in comparable words. */
  readonly unit: readonly string[];
  readonly bound: Bound;
}

const scales = [...englishScales.keys()].join('|');
const digits = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const pattern = new RegExp(
  String.raw`(?<![\p{sc=Latin}\p{N}.,:/-])(?<sign>[$€£¥￥₩]\s?)?(?:` +
    String.raw`(?<number>${digits})(?<scale>[ -](?:${scales})s?\b|(?:bn|mn|tn|[kmb])\b)?(?![\d万萬만億亿억兆조])` +
    String.raw`|(?<cjk>${cjkNumber})(?=[人名명円엔원ウドパ퍼유달%％])` +
    String.raw`|(?<words>\b${englishNumber}\b))(?![\p{N}:/])`,
  'giu',
);

const short: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  tn: 1e12,
};

const bounds: readonly (readonly [Bound, RegExp])[] = [
  ['at-least', /(?:more than|at least|over|upwards of|not less than|no fewer than|以上|超)\s*$/iu],
  ['at-most', /(?:fewer than|less than|at most|up to|as many as|under|below|最大)\s*$/iu],
  ['about', /(?:about|around|some|nearly|almost|roughly|approximately|an estimated|約|약)\s*$/iu],
];

/** Numbers that say where or when, not how many. */
const months =
  /(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s*$/iu;
const year = (value: number, written: string): boolean =>
  /^\d{4}$/u.test(written) && value >= 1500 && value <= 2199;

/**
 * The numbers of a text that count something: digits (1,200; 1.2 million; $3.5bn), English words
 * (two hundred and five ships) and, before a counted thing, Chinese numerals and myriads (3万人).
 * Dates, times, years, ordinals and lengths of time are passed over.
 */
export function figuresIn(text: string): Figure[] {
  const found: Figure[] = [];
  for (const match of text.matchAll(pattern)) {
    const figure = read(text, match);
    if (figure !== null) found.push(figure);
  }
  return found;
}

function valueOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  const { number, scale, cjk, words } = groups;
  if (cjk !== undefined) return readCjk(cjk);
  if (words !== undefined) return readEnglish(words);
  if (number === undefined) return null;
  const value = Number(number.replaceAll(',', ''));
  const name = scale?.trim().replace(/^-/u, '').toLowerCase();
  if (name === undefined) return value;
  return value * (short[name] ?? englishScales.get(name.replace(/s$/u, '')) ?? 1);
}

function read(text: string, match: RegExpExecArray): Figure | null {
  const groups = match.groups ?? {};
  const value = valueOf(groups);
  if (value === null) return null;
  const [written] = match;
  const start = match.index;
  const end = start + written.length;
  const before = text.slice(Math.max(0, start - 24), start);
  const sign = groups['sign']?.trim();
  const currency = sign === undefined ? undefined : currencyBefore(sign);
  const after = unitAfter(text.slice(end, end + 60));
  if (currency === undefined && (after === null || year(value, written) || months.test(before))) {
    return null;
  }
  const unit = currency === undefined ? (after?.words ?? []) : [currency];
  const reach = currency === undefined ? (after?.length ?? 0) : 0;
  const suffix = /^\s*(?:人|名|명)?以上/u.test(text.slice(end)) ? 'at-least' : undefined;
  return {
    start,
    end: end + reach,
    text: text.slice(start, end + reach).replaceAll(/\s+/gu, ' '),
    value,
    unit,
    bound: suffix ?? bounds.find(([, words]) => words.test(before))?.[0] ?? 'exact',
  };
}

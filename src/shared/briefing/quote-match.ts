import { quotePattern, type PatternPart, type QuotePattern } from './quote-pattern.ts';
import { isStop, quoteTokens, type QuoteToken } from './quote-tokens.ts';

/** The place in a source that a quotation was compared with. Offsets are into the source. */
export interface QuoteMatch {
  readonly verdict: 'verbatim' | 'trimmed' | 'differs';
  readonly start: number;
  readonly end: number;
  /** Words and marks that differ; 0 unless the verdict is `differs`. */
  readonly edits: number;
}

export interface QuoteSource {
  readonly text: string;
  readonly tokens: readonly QuoteToken[];
}

export const quoteSource = (text: string): QuoteSource => ({ text, tokens: quoteTokens(text) });

export { quotePattern };

/** Finds the quotation in the source word by word, or with its ellipses and brackets; null if neither. */
export function findQuote(pattern: QuotePattern, source: QuoteSource): QuoteMatch | null {
  const { tokens } = source;
  const { literal } = pattern;
  if (literal.length === 0) return null;
  for (let at = 0; at + literal.length <= tokens.length; at += 1) {
    if (literal.every(({ form }, index) => sameForm(form, tokens[at + index], index === 0))) {
      const whole = isWhole(source, at, at + literal.length);
      return matchAt(whole ? 'verbatim' : 'trimmed', tokens, at, at + literal.length, 0);
    }
  }
  const { edited } = pattern;
  if (edited === null || !edited.some(({ kind }) => kind === 'token')) return null;
  for (let at = 0; at < tokens.length; at += 1) {
    const end = matchParts(edited, tokens, at);
    if (end !== null) return matchAt('trimmed', tokens, at, end, 0);
  }
  return null;
}

/** A quotation may begin with a capital or a small letter as its sentence asks. */
function sameForm(form: string, token: QuoteToken | undefined, first: boolean): boolean {
  if (token === undefined) return false;
  if (form === token.form) return true;
  return (
    first &&
    form.length === token.form.length &&
    form.slice(1) === token.form.slice(1) &&
    form.toLowerCase() === token.form.toLowerCase()
  );
}

/** Where the parts end in the source when they begin at `at`; each gap is as short as it can be. */
function matchParts(
  parts: readonly PatternPart[],
  tokens: readonly QuoteToken[],
  at: number,
): number | null {
  let position = at;
  let slack = 0;
  for (let index = 0; index < parts.length;) {
    const part = parts[index] as PatternPart;
    if (part.kind === 'gap') {
      slack = Math.min(slack + part.most, tokens.length);
      index += 1;
      continue;
    }
    const next = parts.findIndex((later, i) => i > index && later.kind === 'gap');
    const run = parts.slice(index, next === -1 ? parts.length : next);
    const found = findRun(run, tokens, position, slack, index === 0);
    if (found === null) return null;
    position = found + run.length;
    index += run.length;
    slack = 0;
  }
  return position;
}

function findRun(
  run: readonly PatternPart[],
  tokens: readonly QuoteToken[],
  from: number,
  slack: number,
  first: boolean,
): number | null {
  for (let at = from; at <= from + slack && at + run.length <= tokens.length; at += 1) {
    const fits = run.every((part, index) => {
      const token = tokens[at + index];
      if (part.kind !== 'token' || token === undefined) return false;
      return part.anyCase
        ? token.form.toLowerCase() === part.form
        : sameForm(part.form, token, first && index === 0);
    });
    if (fits) return at;
  }
  return null;
}

/** The whole passage, or the whole of a quotation inside it; a stop at the edge does not count. */
function isWhole({ text, tokens }: QuoteSource, from: number, to: number): boolean {
  const before = tokens.slice(0, from);
  const after = tokens.slice(to);
  if (before.every(isStop) && after.every(isStop)) return true;
  const stop = after[0] !== undefined && isStop(after[0]) ? 1 : 0;
  const left = text.slice(before.at(-1)?.end ?? 0, tokens[from]?.start);
  const right = text.slice(tokens[to + stop - 1]?.end, after[stop]?.start ?? text.length);
  return quoteMark.test(left) && quoteMark.test(right);
}

const quoteMark = /["“”„«»「」『』‘’]/u;

/**
 * The stretch of the source that comes nearest to the quotation, by words and marks changed, left
 * out or put in (Sellers' approximate matching on tokens). Null where more than two in five differ.
 */
export function nearestQuote(pattern: QuotePattern, source: QuoteSource): QuoteMatch | null {
  const wanted = pattern.literal;
  const { tokens } = source;
  const most = Math.max(1, Math.floor(wanted.length * 0.4));
  if (wanted.length === 0 || tokens.length === 0) return null;
  let costs = new Int32Array(wanted.length + 1).map((_, index) => index);
  let starts = new Int32Array(wanted.length + 1);
  let best = { edits: most + 1, from: 0, to: 0 };
  for (let column = 1; column <= tokens.length; column += 1) {
    const nextCosts = new Int32Array(wanted.length + 1);
    const nextStarts = new Int32Array(wanted.length + 1);
    nextStarts[0] = column;
    const form = tokens[column - 1]?.form;
    for (let row = 1; row <= wanted.length; row += 1) {
      const same = wanted[row - 1]?.form === form ? 0 : 1;
      const replaced = (costs[row - 1] ?? 0) + same;
      const inserted = (costs[row] ?? 0) + 1;
      const dropped = (nextCosts[row - 1] ?? 0) + 1;
      const cost = Math.min(replaced, inserted, dropped);
      nextCosts[row] = cost;
      nextStarts[row] =
        cost === replaced
          ? (starts[row - 1] ?? 0)
          : cost === dropped
            ? (nextStarts[row - 1] ?? 0)
            : (starts[row] ?? 0);
    }
    costs = nextCosts;
    starts = nextStarts;
    const edits = costs[wanted.length] ?? 0;
    const from = starts[wanted.length] ?? 0;
    const strays = (length: number) => Math.abs(length - wanted.length);
    const closer = strays(column - from) < strays(best.to - best.from);
    const isNearer = edits < best.edits || (edits === best.edits && from === best.from && closer);
    if (isNearer && from < column && sharesEnough(wanted, tokens.slice(from, column))) {
      best = { edits, from, to: column };
    }
  }
  if (best.edits > most) return null;
  return matchAt('differs', tokens, best.from, best.to, best.edits);
}

/** Two words in common at least, one of them longer than three letters; for one word, most letters. */
function sharesEnough(wanted: readonly QuoteToken[], found: readonly QuoteToken[]): boolean {
  const forms = new Set(found.filter(({ word }) => word).map(({ form }) => form.toLowerCase()));
  const words = wanted.filter(({ word }) => word).map(({ form }) => form.toLowerCase());
  const shared = words.filter((form) => forms.has(form));
  if (words.length > 2) {
    return (
      shared.length >= 2 && shared.some((form) => form.length > 3 || /[^\p{ASCII}]/u.test(form))
    );
  }
  return (
    words.length > 0 &&
    words.every((word) => [...forms].some((form) => form === word || stemOf(form, word)))
  );
}

const stemOf = (a: string, b: string): boolean => {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common += 1;
  return common >= 4 && common >= Math.max(a.length, b.length) - 3;
};

function matchAt(
  verdict: QuoteMatch['verdict'],
  tokens: readonly QuoteToken[],
  from: number,
  to: number,
  edits: number,
): QuoteMatch {
  return { verdict, start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, edits };
}

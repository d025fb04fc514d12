import approximate from 'approx-string-match';
import type { PassageSelectors } from '../../src/shared/anchoring/describe.ts';
import type { TextRange } from '../../src/shared/model/ranges.ts';

interface Match extends TextRange {
  readonly errors: number;
}

/** Exact places where there are any, else the approximate ones. */
function search(text: string, pattern: string, maxErrors: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  return exact.length > 0 ? exact : approximate(text, pattern, maxErrors);
}

function likeness(text: string, pattern: string): number {
  if (text === '' || pattern === '') return 0;
  const [best] = search(text, pattern, pattern.length);
  return best === undefined ? 0 : 1 - best.errors / pattern.length;
}

/**
 * The way the Hypothesis client anchors a passage (github.com/hypothesis/client,
 * src/annotator/anchoring/match-quote.ts and html.ts), written anew from its published weights:
 * the position where the quotation stands there, else the best of all places by quotation (50),
 * prefix (20), suffix (20) and position (2), with up to half of the quotation differing. There is
 * no least score and no margin: what it finds is taken without asking.
 */
export function anchorAsHypothesis(text: string, passage: PassageSelectors): TextRange | null {
  const { start: hint, end, exact, prefix, suffix } = passage;
  if (text.slice(hint, end) === exact) return { start: hint, end };
  if (exact === '') return null;
  const matches = search(text, exact, Math.min(256, Math.floor(exact.length / 2)));
  const score = ({ start, end, errors }: Match): number => {
    const before = text.slice(Math.max(0, start - prefix.length), start);
    const after = text.slice(end, end + suffix.length);
    const sum =
      50 * (1 - errors / exact.length) +
      20 * (prefix === '' ? 1 : likeness(before, prefix)) +
      20 * (suffix === '' ? 1 : likeness(after, suffix)) +
      2 * (1 - Math.abs(start - hint) / text.length);
    return sum / 92;
  };
  const [best] = matches
    .map((match) => ({ match, score: score(match) }))
    .sort((a, b) => b.score - a.score);
  return best === undefined ? null : { start: best.match.start, end: best.match.end };
}

import type { ReferenceRun } from '../../../../shared/contract/methods/styles.ts';
import { safeUrl } from '../briefing/safe-url.ts';

/** A stretch of a formatted reference. */
export type Run = Readonly<ReferenceRun>;

type Look = Omit<Run, 'text' | 'href'>;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const decode = (html: string): string =>
  html.replaceAll(/&(?:#(\d+)|(\w+));/gu, (whole, code?: string, name?: string) =>
    code === undefined ? (entities[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );

/** What a tag of citeproc's HTML makes of the words inside it. */
function lookOf(name: string, attributes: string): Look {
  if (name === 'i' || name === 'em' || /font-style:\s*italic/u.test(attributes)) {
    return { italic: true };
  }
  if (name === 'b' || name === 'strong' || /font-weight:\s*bold/u.test(attributes)) {
    return { bold: true };
  }
  if (name === 'sup') return { superscript: true };
  if (name === 'sub') return { subscript: true };
  return /small-caps/u.test(attributes) ? { smallCaps: true } : {};
}

/** Addresses in the words of a reference become links, without the stop that ends a sentence. */
function linked(text: string, look: Look): Run[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:)\]])/u).flatMap((part, index): Run[] => {
    if (part === '') return [];
    const href = index % 2 === 1 ? safeUrl(part) : null;
    return [{ text: part, ...look, ...(href === null ? {} : { href }) }];
  });
}

/**
 * Reads the HTML that citeproc writes (its own tags around escaped words) as runs. Nothing of it
 * is ever shown as HTML: every export writes the runs its own way.
 */
export function readRuns(html: string): Run[] {
  const looks: Look[] = [];
  const runs: Run[] = [];
  for (const [, closing, name = '', attributes = '', words] of html.matchAll(
    /<(\/?)([a-z]\w*)([^>]*)>|([^<]+)/gu,
  )) {
    if (words !== undefined) {
      const text = decode(words).replaceAll(/\s+/gu, ' ');
      runs.push(...linked(text, Object.assign({}, ...looks) as Look));
    } else if (closing === '/') looks.pop();
    else if (!attributes.endsWith('/')) looks.push(lookOf(name, attributes));
  }
  return trimmed(runs);
}

/** Without white space at either end. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = [...runs];
  while (kept[0]?.text.trim() === '') kept.shift();
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  const [first, last] = [kept[0], kept.at(-1)];
  if (first !== undefined) kept[0] = { ...first, text: first.text.trimStart() };
  const ending = kept.length === 1 ? kept[0] : last;
  if (ending !== undefined) kept[kept.length - 1] = { ...ending, text: ending.text.trimEnd() };
  return kept;
}

/** The words of a reference without their look. */
export const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

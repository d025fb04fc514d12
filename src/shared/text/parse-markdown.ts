import type { Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';

/** Quotations and lists within each other. Reading Markdown takes time by the square of it, and more. */
const mostMarkers = 20;
/** Columns before a marker: every level of a list takes two or more of them. */
const mostColumns = 40;
/** Marks of emphasis in one paragraph, which are compared with each other. */
const mostMarks = 1000;

const marker = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/uy;
const farOut = new RegExp(`^[ \\t]{${mostColumns + 1},}(?=[-+*>]|\\d{1,9}[.)])`, 'u');

/** A line with a backslash before what would lead it deeper than anybody writes. */
function shallowLine(line: string): string {
  const near = line.replace(farOut, ' '.repeat(mostColumns));
  marker.lastIndex = 0;
  for (let i = 0; i < mostMarkers; i += 1) {
    if (!marker.test(near)) return near;
  }
  const end = marker.lastIndex;
  return marker.test(near) ? `${near.slice(0, end)}\\${near.slice(end).trimStart()}` : near;
}

/** The same Markdown where it is written by people; what is nested deeper than anybody writes is cut short. */
export const shallowMarkdown = (source: string): string =>
  source.split('\n').map(shallowLine).join('\n');

/** Whether a paragraph has so many asterisks and underscores that pairing them would take long. */
function hasTooManyMarks(source: string): boolean {
  let marks = 0;
  for (const line of source.split('\n')) {
    const isNew = /^[ \t]*(?:$|[-+*#][ \t]|\d{1,9}[.)][ \t])/u.test(line);
    const isRule = /^[ \t*_]*$/u.test(line);
    marks = (isNew ? 0 : marks) + (isRule ? 0 : (line.match(/[*_]/gu)?.length ?? 0));
    if (marks > mostMarks) return true;
  }
  return false;
}

/**
 * Reads CommonMark that anybody may have written, in bounded time and depth: positions are those in
 * `shallowMarkdown(source)`, and where a paragraph has thousands of marks none is emphasis.
 */
export function parseMarkdown(source: string, { extensions, ...options }: Options = {}): Root {
  const bounds = hasTooManyMarks(source) ? [{ disable: { null: ['attention'] } }] : [];
  return fromMarkdown(shallowMarkdown(source), {
    ...options,
    extensions: [...(extensions ?? []), ...bounds],
  });
}

import { legalForms } from './lexicon.ts';
import type { FoundKind } from './weights.ts';

const initialsOf = (key: string) =>
  key
    .split(' ')
    .filter((word) => !/^(?:of|for|and|the|on|in)$/u.test(word))
    .map((word) => word[0] ?? '')
    .join('');

/** What the longer names of a document, whose kinds are known, say of a shorter one. */
export function relationFeatures(key: string, kinds: ReadonlyMap<string, FoundKind>): string[] {
  const found = new Set<string>();
  for (const [longer, kind] of kinds) {
    if (longer === key) continue;
    if (kind === 'organisation' && key.length > 1 && initialsOf(longer) === key) {
      found.add('initials of an organisation');
    }
    const isFirst = longer.startsWith(`${key} `);
    const isLast = longer.endsWith(` ${key}`);
    if (isFirst && legalForms.has(longer.slice(key.length + 1))) found.add('with a legal form');
    if (key.includes(' ')) continue;
    if (isLast) found.add(`last word of a ${kind}`);
    else if (isFirst) found.add(`first word of a ${kind}`);
    else if (longer.includes(` ${key} `)) found.add(`inner word of a ${kind}`);
  }
  return [...found];
}

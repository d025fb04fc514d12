import fc from 'fast-check';
import { expect, it } from 'vitest';
import { legalForms } from './lexicon.ts';
import { KnownKinds } from './relations.ts';
import type { FoundKind } from './weights.ts';

const joining = /^(?:of|for|and|the|on|in)$/u;

/** What the longer names say of a shorter one, by comparing it with each of them. */
function compared(key: string, kinds: ReadonlyMap<string, FoundKind>): Set<string> {
  const found = new Set<string>();
  for (const [longer, kind] of kinds) {
    const words = longer.split(' ');
    if (longer === key || words.length < 2) continue;
    const isOrganisation = kind === 'organisation';
    const telling = words.filter((word) => !joining.test(word) && !legalForms.has(word));
    const initials = telling.map(([first = '']) => first).join('');
    if (isOrganisation && key.length > 1 && initials === key)
      found.add('initials of an organisation');
    const rest = longer.startsWith(`${key} `) ? longer.slice(key.length + 1) : '';
    if (isOrganisation && legalForms.has(rest)) found.add('with a legal form');
    if (key.includes(' ')) continue;
    if (words.at(-1) === key) found.add(`last word of a ${kind}`);
    else if (words[0] === key) found.add(`first word of a ${kind}`);
    else if (words.includes(key)) found.add(`inner word of a ${kind}`);
  }
  return found;
}

const word = fc.constantFrom('ann', 'lund', 'moss', 'of', 'inc', 'al', 'lm', 'vale');
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const kind = fc.constantFrom<(FoundKind | null)[]>('person', 'organisation', 'place', null);

it('says of a name what comparing it with every longer one says, also after a change of mind', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, kind), { maxLength: 12 }), name, (decided, asked) => {
      const known = new KnownKinds();
      const kinds = new Map<string, FoundKind>();
      for (const [key, decision] of decided) {
        known.decide(key, decision);
        if (decision === null) kinds.delete(key);
        else kinds.set(key, decision);
      }
      expect(known.of(asked)).toBe(kinds.get(asked));
      expect(new Set(known.featuresOf(asked))).toEqual(compared(asked, kinds));
    }),
  );
});

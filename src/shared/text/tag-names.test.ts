import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareTags,
  isWithinTag,
  parentTag,
  renamedTag,
  tagBeneath,
  tagLabel,
  tagsAbove,
} from './tag-names.ts';

const names = fc.string({ unit: fc.constantFrom('a', 'b', '/', ' ', 'é', '税'), minLength: 1 });

describe('tag names', () => {
  it.each([
    ['topic', null],
    ['topic/sub', 'topic'],
    ['topic/sub/leaf', 'topic/sub'],
    ['税/関税', '税'],
    // A slash that stands alone, begins, ends or is doubled is part of a name.
    ['and / or', null],
    ['/lead', null],
    ['trail/', null],
    ['https://example', null],
    ['/', null],
  ])('%s stands beneath %s', (name, parent) => expect(parentTag(name)).toBe(parent));

  it('is its parent and its label', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(tagBeneath(parentTag(name), tagLabel(name))).toBe(name);
        expect(isWithinTag(name, name)).toBe(true);
        for (const above of tagsAbove(name)) {
          expect(isWithinTag(name, above)).toBe(true);
          expect(isWithinTag(above, name)).toBe(false);
          expect(renamedTag(name, above, above)).toBe(name);
        }
      }),
    );
  });

  it('knows a tag beneath from one that only begins alike', () => {
    expect(isWithinTag('trade war', 'trade')).toBe(false);
    expect(isWithinTag('trade/war', 'trade')).toBe(true);
    expect(isWithinTag('trade/war', 'trade/w')).toBe(false);
  });

  it('sorts each tag before those beneath it, with none between', () => {
    const sorted = ['b', 'a b', 'a/c', 'a', 'a/b/x', 'a/b', 'A'].sort(compareTags);
    expect(sorted).toEqual(['a', 'a/b', 'a/b/x', 'a/c', 'A', 'a b', 'b']);
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(Math.sign(compareTags(a, b))).toBe(-Math.sign(compareTags(b, a)));
        expect(compareTags(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

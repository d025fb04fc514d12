import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { trickyText } from '../../../../shared/text/tricky-text.ts';
import { shortBlocks } from './short-blocks.ts';

it('parts very long blocks after sentences and words, and loses nothing', () => {
  const unit = fc.oneof(
    trickyText,
    fc.constantFrom('words and more ', 'One said so. ', '島の港。', '😀'),
  );
  const made = fc.tuple(unit, fc.nat(60_000)).map(([part, length]) => {
    const text = part.repeat(Math.ceil(length / Math.max(1, part.length))).slice(0, length);
    return `${text.toWellFormed().trim()}x`;
  });
  fc.assert(
    fc.property(made, (text) => {
      const blocks = shortBlocks(text, [{ start: 0, end: text.length, kind: 'paragraph' }]);
      let at = 0;
      for (const { start, end } of blocks) {
        expect(text.slice(at, start).trim()).toBe('');
        expect(end - start).toBeGreaterThan(0);
        expect(end - start).toBeLessThanOrEqual(20_000);
        expect(text.slice(start, end).isWellFormed()).toBe(true);
        at = end;
      }
      expect(at).toBe(text.length);
    }),
    { numRuns: 60 },
  );
  const sentences = 'The ferry stays for a year. '.repeat(2000).trim();
  const whole = [{ start: 0, end: sentences.length, kind: 'paragraph' as const }];
  for (const { start, end } of shortBlocks(sentences, whole)) {
    expect(sentences.slice(start, end)).toMatch(/^The .* year\.$/s);
  }
});

it('leaves others as they are', () => {
  const blocks = [{ start: 0, end: 5, kind: 'paragraph' as const }];
  expect(shortBlocks('words', blocks)).toBe(blocks);
});

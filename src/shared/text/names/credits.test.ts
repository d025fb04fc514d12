import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureCredits } from './credits.ts';
import { proposeActors } from './propose.ts';

const credited = (text: string) =>
  pictureCredits(text).map(({ start, end }) => text.slice(start, end));

describe('pictureCredits', () => {
  it.each([
    ['The gate, closed since 2031. Photo: Courier/Ada Moss', 'Photo: Courier/Ada Moss'],
    ['The gate. (AP Photo/Ada Moss, Pool)\nMore.', 'Photo/Ada Moss, Pool'],
    ['The gate. REUTERS/Ada Moss', 'REUTERS/Ada Moss'],
    [
      'Image courtesy of Ada Moss for the Courier.\nMore.',
      'Image courtesy of Ada Moss for the Courier',
    ],
    ['Picture by Ada Moss/Courier via AFP', 'Picture by Ada Moss/Courier via AFP'],
  ])('finds who took the picture: %s', (text, credit) => {
    expect(credited(text)).toEqual([credit]);
  });

  it.each([
    'The photo by Ada Moss shows a gate that has been closed for years and years.',
    'In the picture: what Lund promised the farmers in May.',
    'Her image of Ada Moss was kind.',
  ])('leaves a sentence about a picture alone: %s', (text) => {
    expect(credited(text)).toEqual([]);
  });

  it('proposes nobody who is named in a credit only', () => {
    const text =
      'Hedda Lund opened the gate on Friday.\n\nThe gate at dawn. Photo: Courier/Ada Moss\n\nThe crowd cheered Hedda Lund.';
    const proposed = proposeActors({ text, taken: [] });
    expect(proposed.map(({ name }) => name)).toEqual(['Hedda Lund']);
  });

  it('gives ranges of the text, in order and apart', () => {
    const part = fc.constantFrom(
      'Photo: ',
      'AP/',
      'Ada Moss',
      ' said ',
      '\n',
      '. ',
      'Photo/',
      '“',
      ')',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of pictureCredits(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});

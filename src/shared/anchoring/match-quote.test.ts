import { describe, expect, it } from 'vitest';
import { describePassage } from './describe.ts';
import { quoteCandidates } from './match-quote.ts';
import { normalText } from './normal-text.ts';

describe('quoteCandidates', () => {
  it('finds the words around a passage again, whatever spaces lie between', () => {
    const text = 'The ferry sails again.  Nobody expects a crowd on the quay.  Rain is likely.';
    const start = text.indexOf('Nobody');
    const passage = describePassage(text, { start, end: text.indexOf('  Rain') });
    const [found] = quoteCandidates(normalText(`Added. ${text.replaceAll('  ', ' \n')}`), passage);
    expect(found).toMatchObject({ quote: 1, prefix: 1, suffix: 1 });
  });

  it('looks for likenesses of quotations of 16 characters and more', () => {
    const found = (exact: string, text: string) => {
      const passage = { start: 0, end: exact.length, exact, prefix: '', suffix: '' };
      return quoteCandidates(normalText(text), passage).map(({ start, end }) =>
        text.slice(start, end),
      );
    };
    expect(found('the ferry sails.', 'Today the fairy sails. Or so.')).toEqual([
      'the fairy sails.',
    ]);
    expect(found('the ferry sails', 'Today the fairy sails. Or so.')).toEqual([]);
  });

  it('names a place once, however many readings of it are near enough', () => {
    const exact = 'na na na na na na na na';
    const passage = { start: 0, end: exact.length, exact, prefix: '', suffix: '' };
    const text = 'They sang na na no na na na no na na na na no na na, and left.';
    const places = quoteCandidates(normalText(text), passage).toSorted((a, b) => a.start - b.start);
    expect(places.length).toBeGreaterThan(0);
    places.slice(1).forEach((place, i) => {
      expect(place.start).toBeGreaterThanOrEqual(places[i]?.end ?? 0);
    });
  });

  it('names every place that is near enough, the more alike first', () => {
    const text = 'He waits at the old ferry pier today. Then he waits at the odd ferry peer today.';
    const exact = 'He waits at the old ferry bier';
    const passage = { start: 0, end: exact.length, exact, prefix: '', suffix: ' today.' };
    const found = quoteCandidates(normalText(text), passage);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'He waits at the old ferry pier',
      'he waits at the odd ferry peer',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { holdsSequence, sequenceOf, sequenceOfTerm } from './sequence.ts';

describe('the sequence of a text', () => {
  it('has the folded words in their order', () => {
    expect(sequenceOf('The Össian Ferry')).toEqual({
      terms: ['the', 'ossian', 'ferry'],
      stem: null,
      prefix: false,
    });
  });

  it('has the pairs of writing without spaces, not the character that ends the last of them', () => {
    expect(sequenceOf('首脳会談')).toMatchObject({
      terms: ['首脳', '脳会', '会談'],
      prefix: false,
    });
    expect(sequenceOf('首脳')).toMatchObject({ terms: ['首脳'], prefix: false });
  });

  it('has a single character as the beginning of a pair', () => {
    expect(sequenceOf('首')).toMatchObject({ terms: ['首'], prefix: true });
  });
});

describe('the sequence of a term of a query', () => {
  it('stands for the forms of a word, but not of what is marked as it is', () => {
    expect(sequenceOfTerm({ kind: 'word', text: 'ferries' }).stem).not.toBeNull();
    expect(sequenceOfTerm({ kind: 'word', text: "minister's" }).terms).toEqual(['minister']);
    for (const kind of ['phrase', 'prefix', 'fuzzy'] as const) {
      expect(sequenceOfTerm({ kind, text: 'ferries' })).toMatchObject({
        terms: ['ferries'],
        stem: null,
      });
    }
    expect(sequenceOfTerm({ kind: 'word', text: 'ferry-boat' })).toMatchObject({
      terms: ['ferry', 'boat'],
      stem: null,
    });
  });

  it('is a beginning where it was written as one, and nowhere else', () => {
    expect(sequenceOfTerm({ kind: 'prefix', text: 'ferr' }).prefix).toBe(true);
    for (const kind of ['word', 'phrase', 'fuzzy'] as const) {
      expect(sequenceOfTerm({ kind, text: 'ferr' }).prefix).toBe(false);
    }
  });
});

describe('a sequence in the terms of a name', () => {
  const name = ['the', 'north', 'sea', 'ferry'];
  it.each([
    ['North Sea', true],
    ['sea north', false],
    ['north ferry', false],
    ['the north sea ferry', true],
    ['sea ferry line', false],
  ])('%s: %s', (text, holds) => {
    expect(holdsSequence(name, sequenceOf(text))).toBe(holds);
  });

  it('ends with a beginning only where the sequence does', () => {
    const terms = ['sea', 'fer'];
    expect(holdsSequence(name, { terms, stem: null, prefix: true })).toBe(true);
    expect(holdsSequence(name, { terms, stem: null, prefix: false })).toBe(false);
    expect(holdsSequence(name, { terms: ['se', 'ferry'], stem: null, prefix: true })).toBe(false);
  });
});

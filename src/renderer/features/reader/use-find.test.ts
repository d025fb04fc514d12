import { describe, expect, test } from 'vitest';
import { findAll } from './use-find.ts';

const words = (text: string, needle: string) =>
  findAll(text, needle).map(({ start, end }) => text.slice(start, end));

describe('find in the article', () => {
  test('folds case, accents, width and typographic marks', () => {
    expect(words('Café, CAFE and ｃａｆｅ', 'cafe')).toEqual(['Café', 'CAFE', 'ｃａｆｅ']);
    expect(words('The people’s choice', "people's")).toEqual(['people’s']);
  });

  test('finds Japanese inside a run and stands on whole characters', () => {
    expect(words('首脳会談を行う', '会談')).toEqual(['会談']);
    expect(words('a😀b😀c', '😀')).toEqual(['😀', '😀']);
  });

  test('nothing is found for nothing', () => {
    expect(findAll('some text', '  ')).toEqual([]);
  });
});

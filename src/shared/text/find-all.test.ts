import { describe, expect, test } from 'vitest';
import { findAll } from './find-all.ts';

const words = (text: string, needle: string) =>
  findAll(text, needle).map(({ start, end }) => text.slice(start, end));

describe('findAll', () => {
  test('folds case, accents, width and typographic marks', () => {
    expect(words('Café, CAFE and ｃａｆｅ', 'cafe')).toEqual(['Café', 'CAFE', 'ｃａｆｅ']);
    expect(words('The people’s choice', "people's")).toEqual(['people’s']);
  });

  test('finds Japanese inside a run and stands on whole characters', () => {
    expect(words('首脳会談を行う', '会談')).toEqual(['会談']);
    expect(words('a😀b😀c', '😀')).toEqual(['😀', '😀']);
  });

  test('finds exactly what is written, where that is asked for', () => {
    expect(findAll('Café cafe CAFE', 'cafe', true)).toEqual([{ start: 5, end: 9 }]);
    expect(findAll('a  b', ' ', true)).toHaveLength(2);
  });

  test('nothing is found for nothing', () => {
    expect(findAll('some text', '  ')).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { documentLanguages } from '../../../../shared/model/document-language.ts';
import { documentWords } from './document-words.ts';
import { en } from './en.ts';

const keys = Object.entries(en).flatMap(([part, messages]) =>
  Object.keys(messages).map((key) => `${part}.${key}`),
) as Parameters<ReturnType<typeof documentWords>['say']>[0][];

const values = {
  label: 'L3',
  articles: 3,
  origins: 4,
  passages: 11,
  dates: 'D4',
  count: 5,
  first: 'F5',
  sourced: 6,
  total: 7,
  judgements: 8,
  unsourced: 9,
  id: 'I6',
  number: 12,
  numbers: 'N7',
  notes: 'T8',
  others: 'O9',
  name: 'W10',
  tags: 'G13',
};

it.each(documentLanguages)('in %s every message says what the English one does', (language) => {
  const words = documentWords(language);
  const english = documentWords('en');
  for (const key of keys) {
    const told = (said: string) => said.match(/[A-Z]?\d+/gu)?.sort();
    expect(told(words.say(key, values)), key).toEqual(told(english.say(key, values)));
  }
});

it.each([
  ['ar', 2, 'مقالان'],
  ['ar', 3, '3 مقالات'],
  ['ar', 11, '11 مقالًا'],
  ['he', 2, 'שני מאמרים'],
  ['de', 1, '1 Artikel'],
  ['ja', 1, '記事1件'],
] as const)('in %s %i articles are %s', (language, articles, said) => {
  const counts = { articles, origins: 4, passages: 5 };
  expect(documentWords(language).say('header.counts', counts)).toContain(said);
});

it('a date is no more precise than it is known, and none is said to be none', () => {
  const { date, dates } = documentWords('ja');
  expect(date('2031-04')).toBe('2031年4月');
  expect(date(null)).toBe('日付なし');
  expect(dates([])).toBe('日付なし');
  expect(dates(['2031-04-02'])).toBe('2031年4月2日');
});

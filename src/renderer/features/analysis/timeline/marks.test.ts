import { expect, it } from 'vitest';
import type { ArticleSummary } from '../../../../shared/model/article.ts';
import { marksOf } from './marks.ts';

const issued = (...dates: readonly (string | null)[]) =>
  dates.map((date, i) => ({ id: String(i), issued: date }) as ArticleSummary);
const idsOf = (articles: readonly ArticleSummary[], scale: number) =>
  marksOf(articles, (day) => day * scale).map(({ articles }) => articles.map(({ id }) => id));

it('draws days that lie on one another as one mark, and others each for itself', () => {
  const days = issued('2026-03-02', '2026-03-03', '2026-03-02');
  expect(idsOf(days, 100)).toEqual([['0', '2'], ['1']]);
  expect(idsOf(days, 0.01)).toEqual([['0', '1', '2']]);
});

it('keeps months and years apart from days, and draws nothing without a date', () => {
  expect(idsOf(issued('2026-03', '2026-03-01', '2026', null, '2026-03'), 0.001)).toEqual([
    ['0', '4'],
    ['1'],
    ['2'],
  ]);
});

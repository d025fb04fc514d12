import type { ArticleSummary } from '../../../../shared/model/article.ts';
import { isOneDay, stretchOf } from '../time-scale.ts';

/** What stands in one place of a row of the timeline. */
export interface Mark {
  readonly articles: readonly ArticleSummary[];
  /** In days since 1970, of the first of the articles. */
  readonly first: number;
  readonly end: number;
}

/** Dots nearer than this lie on one another, in units of the drawing. */
const apart = 12;

/**
 * The articles of a row as what is drawn of them: days that would lie on one another are one mark,
 * and so are the articles of one month or year. `x` is where a day begins. Without a date: no mark.
 */
export function marksOf(articles: readonly ArticleSummary[], x: (day: number) => number): Mark[] {
  const dated = articles.flatMap((article) => {
    const stretch = stretchOf(article.issued);
    if (stretch === null) return [];
    const place = isOneDay(stretch)
      ? String(Math.round(x(stretch.first) / apart))
      : `${stretch.first} ${stretch.end}`;
    return [{ article, stretch, place }];
  });
  return [...Map.groupBy(dated, ({ place }) => place).values()].flatMap((together) => {
    const [one] = together;
    return one === undefined
      ? []
      : [{ ...one.stretch, articles: together.map(({ article }) => article) }];
  });
}

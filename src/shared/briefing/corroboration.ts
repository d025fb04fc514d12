import type { BriefingCheck } from '../model/document.ts';
import type { CoveredSentence } from './coverage.ts';
import { groupOrigins, type OriginArticle } from './origins.ts';

type Corroboration = BriefingCheck['corroboration'][number];

/**
 * What stands behind each sentence that cites something: how many articles and origins support it,
 * and which passages speak for it, against it, or narrow it down. `articleOf` answers with the
 * article of an annotation, undefined where it is gone.
 */
export function corroborations(
  sentences: readonly CoveredSentence[],
  articleOf: (annotationId: string) => OriginArticle | undefined,
): Corroboration[] {
  return sentences.flatMap(({ text, start, end, citations, stances = {} }) => {
    const live = citations.filter((id) => articleOf(id) !== undefined);
    if (live.length === 0) return [];
    const behind = live.filter((id) => (stances[id] ?? 'supports') === 'supports');
    const articles = new Map(
      behind.flatMap((id) => {
        const article = articleOf(id);
        return article === undefined ? [] : [[article.id, article] as const];
      }),
    );
    const { origins } = groupOrigins([...articles.values()]);
    const said = (wanted: string) => live.filter((id) => stances[id] === wanted);
    return [
      {
        text,
        start,
        end,
        articles: articles.size,
        origins,
        supports: said('supports'),
        contradicts: said('contradicts'),
        qualifies: said('qualifies'),
      },
    ];
  });
}

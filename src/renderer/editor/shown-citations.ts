import type { Annotation } from '../../shared/model/annotation.ts';
import type { Citation } from '../../shared/model/document.ts';
import type { ShownCitation } from './citations.ts';
import type { PassageSources } from './use-passage-sources.ts';

/**
 * What the editor shows of each cited passage: as the library resolved it at the last save, or,
 * for one cited since, from the list of passages.
 */
export function shownCitations(
  ids: readonly string[],
  saved: readonly Citation[],
  { annotations, articles }: Pick<PassageSources, 'annotations' | 'articles'>,
): Map<string, ShownCitation> {
  const known = new Map(saved.map((citation) => [citation.annotationId, citation]));
  const passages = new Map((annotations ?? []).map((annotation) => [annotation.id, annotation]));
  return new Map(
    ids.map((id, index) => {
      const number = index + 1;
      const citation = known.get(id);
      const passage = passages.get(id);
      if (citation !== undefined) return [id, fromSaved(citation, number)];
      if (passage !== undefined) return [id, fromPassage(passage, number, articles)];
      return [
        id,
        annotations === undefined ? { ...gone, number, status: 'exact' } : { ...gone, number },
      ];
    }),
  );
}

const gone: Omit<ShownCitation, 'number'> = {
  quote: '',
  articleId: null,
  start: 0,
  end: 0,
  status: 'deleted',
  title: '',
  outlet: null,
  issued: null,
};

const fromSaved = (citation: Citation, number: number): ShownCitation => {
  const { quote, articleId, start, end, status, title, issued } = citation;
  const outlet = citation['container-title'];
  return { number, quote, articleId, start, end, status, title, outlet, issued };
};

function fromPassage(
  { quote, articleId, start, end, status }: Annotation,
  number: number,
  articles: PassageSources['articles'],
): ShownCitation {
  const article = articles.get(articleId);
  return {
    number,
    quote,
    articleId,
    start,
    end,
    status,
    title: article?.title ?? '',
    outlet: article?.['container-title'] ?? null,
    issued: article?.issued ?? null,
  };
}

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
      // Until the passages have arrived nothing is said of one that is not known yet.
      const unknown = gone(id, number);
      return [
        id,
        annotations === undefined ? { ...unknown, status: 'exact', change: null } : unknown,
      ];
    }),
  );
}

const gone = (annotationId: string, number: number): ShownCitation => ({
  annotationId,
  number,
  quote: '',
  articleId: null,
  start: 0,
  end: 0,
  status: 'deleted',
  change: 'deleted',
  citedQuote: '',
  tags: [],
  title: '',
  outlet: null,
  issued: null,
  saved: false,
});

const fromSaved = (citation: Citation, number: number): ShownCitation => {
  const { annotationId, quote, articleId, start, end, status, change, tags } = citation;
  const { title, issued, cited } = citation;
  const outlet = citation['container-title'];
  const place = { articleId, start, end, status, change };
  const source = { title, outlet, issued, saved: true };
  return { annotationId, number, quote, citedQuote: cited.quote, tags, ...place, ...source };
};

function fromPassage(
  { id, quote, articleId, start, end, status, tags }: Annotation,
  number: number,
  articles: PassageSources['articles'],
): ShownCitation {
  const article = articles.get(articleId);
  return {
    annotationId: id,
    number,
    quote,
    articleId,
    start,
    end,
    status,
    change: status === 'exact' ? null : status,
    citedQuote: quote,
    tags,
    title: article?.title ?? '',
    outlet: article?.['container-title'] ?? null,
    issued: article?.issued ?? null,
    saved: false,
  };
}

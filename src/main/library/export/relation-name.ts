import type { Relation } from '../../../shared/model/relation.ts';

const relationWords = { 'member-of': 'member of', 'part-of': 'part of', office: 'office' } as const;

/** "2031–2033", "since 2031", "until 2033", as far as it is known. */
function during({ from, until }: Pick<Relation, 'from' | 'until'>): string {
  if (from !== null && until !== null) return ` (${from}–${until})`;
  if (from !== null) return ` (since ${from})`;
  return until === null ? '' : ` (until ${until})`;
}

/** What an actor is to another, in words. */
export const relationName = (relation: Pick<Relation, 'kind' | 'title' | 'from' | 'until'>) =>
  `${relation.title === '' ? relationWords[relation.kind] : relation.title}${during(relation)}`;

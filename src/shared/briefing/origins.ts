import type { BriefingCheck } from '../model/document.ts';

export interface OriginArticle {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  /** The agency or paper the report is credited to. */
  readonly origin: string | null;
  /** The lead of its near-duplicate group, where it has one. */
  readonly shadowOf: string | null;
}

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /u, '')
    .trim();

/**
 * Groups articles that go back to one report: credited to the same origin, published by that
 * origin itself, or near duplicates of each other. Every article is in exactly one group.
 */
export function groupOrigins(articles: readonly OriginArticle[]): BriefingCheck['origins'] {
  const parents = new Map<string, string>();
  const root = (key: string): string => {
    const parent = parents.get(key);
    return parent === undefined || parent === key ? key : root(parent);
  };
  const join = (a: string, b: string) => void parents.set(root(a), root(b));
  const credited = new Set(
    articles.flatMap(({ origin }) => (origin === null ? [] : folded(origin))),
  );
  for (const { id, outlet, origin, shadowOf } of articles) {
    if (shadowOf !== null) join(`article ${id}`, `article ${shadowOf}`);
    if (origin !== null) join(`article ${id}`, `origin ${folded(origin)}`);
    else if (outlet !== null && credited.has(folded(outlet))) {
      join(`article ${id}`, `origin ${folded(outlet)}`);
    }
  }
  const groups = Map.groupBy(articles, ({ id }) => root(`article ${id}`));
  return {
    articles: articles.length,
    origins: groups.size,
    groups: [...groups.values()].map((members) => ({
      name: nameOf(members),
      articleIds: members.map(({ id }) => id),
    })),
  };
}

function nameOf(members: readonly OriginArticle[]): string {
  const credit = members.find(({ origin }) => origin !== null)?.origin;
  const ids = new Set(members.flatMap(({ shadowOf }) => (shadowOf === null ? [] : shadowOf)));
  const lead = members.find(({ id }) => ids.has(id)) ?? members[0];
  return credit ?? lead?.outlet ?? lead?.title ?? '';
}

import type { Actor, Mention } from '../../../shared/model/actor.ts';
import type { PassageSources } from '../../editor/use-passage-sources.ts';
import type { Material } from './materials.ts';

export const groupings = ['article', 'speaker', 'tag', 'actor'] as const;
export type Grouping = (typeof groupings)[number];

export interface PassageGroup {
  readonly name: string;
  readonly unused: number;
  /** Unused passages first, then in order of place. */
  readonly passages: readonly Material[];
}

export interface Grouped {
  readonly by: Grouping;
  readonly articles: PassageSources['articles'];
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
  /** The name of the group of those that have none. */
  readonly none: string;
}

/** Passages in groups, those with unused passages first, those of nobody behind. A passage may stand in several groups. */
export function groupPassages(
  passages: readonly Material[],
  isUsed: (id: string) => boolean,
  context: Grouped,
): PassageGroup[] {
  const groups = new Map<string, Material[]>();
  const names = namesOf(context);
  for (const passage of passages) {
    for (const name of names(passage)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [passage]);
      else group.push(passage);
    }
  }
  return [...groups]
    .map(([name, group]) => ({
      name,
      unused: group.filter(({ id }) => !isUsed(id)).length,
      passages: group.sort(
        (a, b) => Number(isUsed(a.id)) - Number(isUsed(b.id)) || a.start - b.start,
      ),
    }))
    .sort(
      (a, b) =>
        Number(a.unused === 0) - Number(b.unused === 0) ||
        Number(a.name === context.none) - Number(b.name === context.none),
    );
}

function namesOf({ by, articles, actors, mentions, none }: Grouped) {
  if (by === 'tag') return ({ tags }: Material) => (tags.length === 0 ? [none] : tags);
  if (by === 'speaker') return ({ speaker }: Material) => [speaker ?? none];
  if (by === 'article') {
    return ({ articleId }: Material) => [articles.get(articleId)?.title ?? none];
  }
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const inArticle = Map.groupBy(mentions, ({ articleId }) => articleId);
  return ({ articleId, start, end }: Material) => {
    const named = (inArticle.get(articleId) ?? [])
      .filter((mention) => mention.start < end && mention.end > start)
      .flatMap(({ actorId }) => nameOf.get(actorId) ?? []);
    return named.length === 0 ? [none] : [...new Set(named)];
  };
}

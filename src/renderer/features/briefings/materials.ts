import type { Actor, Statement } from '../../../shared/model/actor.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { saidOver } from '../../reading/said-over.ts';

/** What can be put into a briefing: a marked passage, or what somebody said that nobody marked. */
export interface Material extends Pick<
  Annotation,
  'id' | 'articleId' | 'start' | 'end' | 'quote' | 'tags'
> {
  readonly colour?: Annotation['colour'];
  /** Name of the actor who said it. */
  readonly speaker: string | null;
  /** True for a statement that has to be marked before it can be cited. */
  readonly isStatement: boolean;
}

/** The passages with who said them, then the statements with a speaker that no passage marks. */
export function materialsOf(
  passages: readonly Annotation[],
  statements: readonly Statement[],
  actors: readonly Pick<Actor, 'id' | 'name'>[],
): Material[] {
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const spoken = statements.flatMap((statement) => {
    const speaker = nameOf.get(statement.speaker ?? '');
    return speaker === undefined || statement.status === 'orphaned'
      ? []
      : [{ ...statement, speaker }];
  });
  const inArticle = Map.groupBy(spoken, ({ articleId }) => articleId);
  const marked = new Set<string>();
  const made = passages.map((passage): Material => {
    const over = saidOver(passage, inArticle.get(passage.articleId) ?? []);
    for (const { id } of over) marked.add(id);
    return { ...passage, speaker: over[0]?.speaker ?? null, isStatement: false };
  });
  return [...made, ...spoken.filter(({ id }) => !marked.has(id)).map(unmarked)];
}

const unmarked = (statement: Omit<Statement, 'speaker'> & { speaker: string }): Material => ({
  ...statement,
  tags: [],
  isStatement: true,
});

import type { Actor } from '../../../../shared/model/actor.ts';
import type { Relation } from '../../../../shared/model/relation.ts';
import { element } from '../briefing/html-writer.ts';
import { relationName } from '../relation-name.ts';
import { description, list, reference, variableValues } from './project-parts.ts';

/** An actor with where it is named and what it says, by ids. */
export interface CodedActor extends Pick<Actor, 'id' | 'kind' | 'name' | 'names' | 'description'> {
  readonly sources: readonly string[];
  readonly statements: readonly string[];
}

/** Actors as cases: kind, names and offices as variables, the articles and statements they are in. */
export const caseList = (actors: readonly CodedActor[], relations: readonly Relation[]): string =>
  list(
    'Cases',
    actors.map(({ id, kind, name, names, description: words, sources, statements }) => {
      const offices = relations.filter((each) => each.subject.id === id && each.object === null);
      const other = names.filter((each) => each.scope !== 'never').map((each) => each.name);
      return element(
        'Case',
        { guid: id, name },
        description(words),
        variableValues({
          Kind: kind,
          Names: [...new Set([name, ...other])].join('; '),
          Office: offices.map(relationName).join('; '),
        }),
        ...sources.map((source) => reference('SourceRef', source)),
        ...statements.map((statement) => reference('SelectionRef', statement)),
      );
    }),
  );

/** Relations between two actors as links from one case to the other. */
export const linkList = (relations: readonly Relation[]): string =>
  list(
    'Links',
    relations.flatMap((relation) =>
      relation.object === null
        ? []
        : [
            element('Link', {
              guid: relation.id,
              name: relationName(relation),
              direction: 'OneWay',
              originGUID: relation.subject.id,
              targetGUID: relation.object.id,
            }),
          ],
    ),
  );

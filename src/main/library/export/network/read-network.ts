import type { ActorKind } from '../../../../shared/model/actor.ts';
import type { Relation } from '../../../../shared/model/relation.ts';
import type { Block } from '../../../../shared/model/ranges.ts';
import { counted } from '../../counted-mentions.ts';
import { relationStore } from '../../actors/relations/relation-store.ts';
import { actorStore } from '../../actors/store.ts';
import type { Database } from '../../storage/database.ts';
import { relationName } from '../relation-name.ts';

export interface NetworkActor {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  /** Mentions that count: confirmed, proposed and inferred. */
  readonly mentions: number;
}

/** Two actors that stand together: in how many articles, and in how many paragraphs of them. */
export interface NetworkTie {
  readonly actors: readonly [NetworkActor, NetworkActor];
  readonly articles: number;
  readonly paragraphs: number;
}

/** What one actor is to another. */
export interface NetworkRelation extends Pick<
  Relation,
  'id' | 'kind' | 'title' | 'from' | 'until'
> {
  readonly subject: NetworkActor;
  readonly object: NetworkActor;
}

export interface Network {
  readonly actors: readonly NetworkActor[];
  readonly ties: readonly NetworkTie[];
  readonly relations: readonly NetworkRelation[];
  /** Offices that belong to no actor of the library, by who holds them. */
  readonly offices: ReadonlyMap<string, readonly string[]>;
}

interface Place {
  readonly start: number;
  readonly actor: string;
}

/** The actors of every block that names one. Blocks and places come in the order of the text. */
function byBlock(blocks: readonly Block[], places: readonly Place[]): Set<string>[] {
  const groups = new Map<number, Set<string>>();
  let index = 0;
  for (const { start, actor } of places) {
    while ((blocks[index]?.end ?? Infinity) <= start) index += 1;
    const block = blocks[index];
    if (block === undefined || start < block.start) continue;
    groups.set(index, (groups.get(index) ?? new Set()).add(actor));
  }
  return [...groups.values()];
}

/** Every two of a set, each pair once and always in the same order. */
function* pairsOf(actors: ReadonlySet<string>): Generator<[string, string]> {
  const sorted = [...actors].sort();
  for (const [index, first] of sorted.entries()) {
    for (const second of sorted.slice(index + 1)) yield [first, second];
  }
}

/**
 * Who is named with whom, from the mentions that count (neither rejected nor open between several
 * actors) in the current texts of the articles that are not in the trash. A paragraph is a block
 * of the text, whatever its kind. Actors are in order of their names, ties the strongest first.
 * With them comes what people recorded of how actors are related.
 */
export function readNetwork(db: Database): Network {
  const actors = actorStore(db).list({});
  const byId = new Map<string, NetworkActor>(
    actors.map(({ id, kind, name, mentions }) => [id, { id, kind, name, mentions }]),
  );
  const counts = new Map<string, Map<string, { articles: number; paragraphs: number }>>();
  const count = (together: ReadonlySet<string>, what: 'articles' | 'paragraphs') => {
    for (const [first, second] of pairsOf(together)) {
      const row = counts.get(first) ?? new Map<string, { articles: number; paragraphs: number }>();
      const tie = row.get(second) ?? { articles: 0, paragraphs: 0 };
      tie[what] += 1;
      counts.set(first, row.set(second, tie));
    }
  };
  const places = db.prepare<Place>(
    `SELECT m.start, a.id AS actor FROM mentions m JOIN actors a ON a.seq = m.actor
     WHERE m.article = ? AND ${counted('m')} ORDER BY m.start`,
  );
  const articles = db
    .prepare<{ seq: number; blocks: string }>(
      `SELECT a.seq, t.blocks FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       WHERE a.trashed IS NULL AND a.seq IN (SELECT article FROM mentions)`,
    )
    .iterate();
  for (const { seq, blocks } of articles) {
    const found = places.all(seq);
    count(new Set(found.map(({ actor }) => actor)), 'articles');
    for (const together of byBlock(JSON.parse(blocks) as Block[], found)) {
      count(together, 'paragraphs');
    }
  }
  const ties = [...counts].flatMap(([first, row]) =>
    [...row].flatMap(([second, tie]): NetworkTie[] => {
      const [one, other] = [byId.get(first), byId.get(second)];
      return one === undefined || other === undefined ? [] : [{ actors: [one, other], ...tie }];
    }),
  );
  const recorded = relationStore(db).list(undefined);
  return {
    actors: [...byId.values()],
    ties: ties.sort((a, b) => b.articles - a.articles || b.paragraphs - a.paragraphs),
    relations: recorded.flatMap((relation): NetworkRelation[] => {
      const [subject, object] = [relation.subject, relation.object].map((end) =>
        byId.get(end?.id ?? ''),
      );
      return subject === undefined || object === undefined
        ? []
        : [{ ...relation, subject, object }];
    }),
    offices: officesOf(recorded),
  };
}

function officesOf(relations: readonly Relation[]): Map<string, string[]> {
  const held = relations.filter(({ object }) => object === null);
  return new Map(
    [...Map.groupBy(held, ({ subject }) => subject.id)].map(([id, some]) => [
      id,
      some.map(relationName),
    ]),
  );
}

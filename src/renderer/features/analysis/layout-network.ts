import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
} from 'd3-force';
import { setLabelsApart } from './labels-apart.ts';
import type { Output } from '../../../shared/contract/methods.ts';

type Network = Pick<Output<'analysis.network'>, 'actors' | 'ties'>;
type Actor = Network['actors'][number];

export interface PlacedActor {
  readonly actor: Actor;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface PlacedTie {
  readonly from: PlacedActor;
  readonly to: PlacedActor;
  readonly articles: number;
}

interface Node {
  readonly actor: Actor;
  readonly radius: number;
  x?: number;
  y?: number;
}

const rounds = 300;
const marginX = 80;
const marginY = 36;

/** Stretches values over a range; a single one goes to its middle. */
function fitted(values: readonly number[], from: number, to: number): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (most === least) return values.map(() => (from + to) / 2);
  return values.map((value) => from + ((value - least) / (most - least)) * (to - from));
}

/**
 * Places actors so that those of the same articles stand near each other. Always the same for the
 * same network: the simulation is run to its end at once, and d3-force starts it without chance.
 */
export function layOutNetwork(
  { actors, ties }: Network,
  width: number,
  height: number,
): { actors: PlacedActor[]; ties: PlacedTie[] } {
  const most = Math.max(1, ...actors.map(({ mentions }) => mentions));
  const nodes: Node[] = actors.map((actor) => ({
    actor,
    radius: 5 + 17 * Math.sqrt(actor.mentions / most),
  }));
  const indexOf = new Map(actors.map(({ id }, i) => [id, i]));
  const links = ties.map(({ actorIds: [a, b], articles }) => ({
    source: indexOf.get(a) ?? 0,
    target: indexOf.get(b) ?? 0,
    articles,
  }));
  const strongest = Math.max(1, ...ties.map(({ articles }) => articles));
  forceSimulation(nodes)
    .force(
      'link',
      forceLink<Node, { source: number | Node; target: number | Node; articles: number }>(
        links.map((link) => Object.assign({}, link)),
      )
        .distance(({ articles }) => 150 - 70 * (articles / strongest))
        .strength(({ articles }) => 0.05 + 0.25 * (articles / strongest)),
    )
    .force('charge', forceManyBody().strength(-420))
    .force(
      'collide',
      forceCollide<Node>(({ radius }) => radius + 22),
    )
    .force('center', forceCenter(width / 2, height / 2))
    .force('x', forceX(width / 2).strength(0.05))
    .force('y', forceY(height / 2).strength(0.11))
    .stop()
    .tick(rounds);
  const xs = fitted(
    nodes.map(({ x }) => x ?? 0),
    marginX,
    width - marginX,
  );
  const ys = fitted(
    nodes.map(({ y }) => y ?? 0),
    marginY,
    height - marginY,
  );
  const labelled = nodes.map(({ actor, radius }, i) => ({
    name: actor.name,
    actor,
    radius,
    x: xs[i] ?? width / 2,
    y: ys[i] ?? height / 2,
  }));
  setLabelsApart(labelled, width, height);
  const placed = labelled.map(({ actor, radius, x, y }): PlacedActor => ({ actor, radius, x, y }));
  return {
    actors: placed,
    ties: links.flatMap(({ source, target, articles }): PlacedTie[] => {
      const [from, to] = [placed[source], placed[target]];
      return from === undefined || to === undefined ? [] : [{ from, to, articles }];
    }),
  };
}

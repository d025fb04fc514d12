import { expect, test } from 'vitest';
import { layOutNetwork } from './layout-network.ts';

const actor = (id: string, mentions: number) => ({
  id,
  name: id,
  kind: 'person' as const,
  mentions,
  articles: 1,
});
const network = {
  actors: ['a', 'b', 'c', 'd'].map((id, i) => actor(id, 9 - i)),
  ties: [
    { actorIds: ['a', 'b'] satisfies [string, string], articles: 5 },
    { actorIds: ['c', 'd'] satisfies [string, string], articles: 1 },
  ],
};

test('names stay inside the drawing and apart, the same way every time', () => {
  const first = layOutNetwork(network, 800, 400);
  expect(layOutNetwork(network, 800, 400)).toEqual(first);
  for (const one of first.actors) {
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.x).toBeLessThanOrEqual(800);
    expect(one.y).toBeLessThanOrEqual(400);
    for (const other of first.actors) {
      if (other === one) continue;
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(
        Math.max(one.radius, other.radius),
      );
    }
  }
  expect(first.ties.map(({ from, to }) => [from.actor.id, to.actor.id])).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('nobody is no network', () => {
  expect(layOutNetwork({ actors: [], ties: [] }, 800, 400)).toEqual({ actors: [], ties: [] });
});

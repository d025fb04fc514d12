import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { setLabelsApart, type Labelled } from './labels-apart.ts';

const [width, height] = [900, 700];

const node = fc.record({
  name: fc.constantFrom('Orla Quinn', 'The Harbour Council', '島田花', 'Ed'),
  radius: fc.integer({ min: 5, max: 20 }),
  x: fc.integer({ min: 0, max: width }),
  y: fc.integer({ min: 0, max: height }),
});

/** Whether the name of one lies on the name of another, by generous letters. */
const overlap = (one: Labelled, other: Labelled) =>
  Math.abs(one.x - other.x) < 6 * Math.min(one.name.length, other.name.length) &&
  Math.abs(one.y + one.radius - other.y - other.radius) < 10;

it('sets names apart from each other, in the drawing', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 12 }), (nodes) => {
      setLabelsApart(nodes, width, height);
      for (const [i, one] of nodes.entries()) {
        expect(one.x).toBeGreaterThan(0);
        expect(one.x).toBeLessThan(width);
        expect(one.y).toBeGreaterThan(0);
        expect(one.y).toBeLessThan(height);
        for (const other of nodes.slice(i + 1)) expect(overlap(one, other)).toBe(false);
      }
    }),
  );
});

it('leaves alone what is apart', () => {
  const nodes = [
    { name: 'Orla Quinn', radius: 8, x: 100, y: 100 },
    { name: 'Ed', radius: 8, x: 300, y: 100 },
  ];
  const before = structuredClone(nodes);
  setLabelsApart(nodes, width, height);
  expect(nodes).toEqual(before);
});

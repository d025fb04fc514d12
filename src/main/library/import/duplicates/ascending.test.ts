import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ascending } from './ascending.ts';

const few = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 20 });
const many = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 200, maxLength: 600 });
const repeated = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 400 });

it('orders values of 32 bits, without their sign, by all their bits or the upper ones', () => {
  fc.assert(
    fc.property(fc.oneof(few, many, repeated), fc.constantFrom(0, 10), (values, lowest) => {
      const given = Uint32Array.from(values);
      const upper = (value: number) => value >>> lowest;
      const wanted = values.map(upper).sort((a, b) => a - b);
      expect([...ascending(given, lowest)].map(upper)).toEqual(wanted);
      expect([...given]).toEqual(values);
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { located, type PageText } from './located.ts';

/** The same by looking at every place for each text. */
function bySearch(page: readonly PageText[], kept: readonly PageText[], ends: Int32Array) {
  const found = page.map(() => false);
  let last = -1;
  for (const { number, text } of kept) {
    const end = number === -1 ? Infinity : (ends[number] ?? 0);
    const inside = page.flatMap((at, index) =>
      at.text === text && found[index] === false && at.number >= number && at.number < end
        ? [index]
        : [],
    );
    const own = inside.filter((index) => page[index]?.number === number);
    const choices = own.length > 0 ? own : inside;
    const chosen = choices.find((index) => index > last) ?? choices[0];
    if (chosen !== undefined) found[(last = chosen)] = true;
  }
  return found;
}

/** Elements in document order, by how many each one closes before it opens; a text before and behind each. */
const tree = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 12 }).map((closes) => {
  const ends = new Int32Array(closes.length + 1);
  const open = [0];
  const numbers: number[] = [];
  closes.forEach((count, index) => {
    for (let left = count; left > 0 && open.length > 1; left -= 1) {
      ends[open.pop() ?? 0] = index + 1;
      numbers.push(open.at(-1) ?? 0);
    }
    open.push(index + 1);
    numbers.push(index + 1);
  });
  for (const number of open) ends[number] = closes.length + 1;
  return { ends, numbers };
});
const word = fc.constantFrom('a', 'b', 'c');

it('finds the texts that were kept where each could have been, one by one', () => {
  const pages = tree.chain(({ ends, numbers }) =>
    fc.record({
      ends: fc.constant(ends),
      page: fc.tuple(...numbers.map((number) => word.map((text) => ({ number, text })))),
      kept: fc.array(fc.record({ number: fc.integer({ min: -1, max: ends.length }), text: word }), {
        maxLength: 20,
      }),
    }),
  );
  fc.assert(
    fc.property(pages, ({ page, kept, ends }) => {
      expect(located(page, kept, ends)).toEqual(bySearch(page, kept, ends));
    }),
  );
});

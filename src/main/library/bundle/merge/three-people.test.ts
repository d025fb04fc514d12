import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseInProcess } from '../../import/parse-in-process.ts';
import { testLibrary } from '../../test-library.ts';
import { dump, mark, Pair, sum, type TestLibrary } from './test-pair.ts';

const step = fc.record({
  what: fc.constantFrom(
    'mark',
    'comment',
    'unmark',
    'rename tag',
    'note',
    'edit',
    'discard',
    'actor',
    'merge actors',
  ),
  at: fc.integer({ min: 0, max: 3 }),
  words: fc.constantFrom('one', 'two', 'three'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(library: TestLibrary, { what, at, words }: Step): Promise<void> {
  const annotations = (await library.call('annotations.list', {})).items;
  const notes = (await library.call('notes.list', {})).items;
  const actors = (await library.call('actors.list', {})).items;
  const tags = (await library.call('tags.list', {})).items;
  const [annotation, note, tag] = [annotations[at], notes[at], tags[at]];
  if (what === 'mark') {
    await mark(library, ['ferry', 'June', 'officials', 'sail'][at] ?? '', words, [words]);
  } else if (what === 'note') {
    await library.call('notes.create', { title: words, markdown: `${words} ${at}` });
  } else if (what === 'actor') {
    await library.call('actors.create', {
      kind: 'person',
      name: `${words} ${at}`,
      names: [{ name: words, scope: 'everywhere' }],
    });
  } else if (what === 'comment' && annotation !== undefined) {
    await library.call('annotations.update', { id: annotation.id, comment: `${words} ${at}` });
  } else if (what === 'unmark' && annotation !== undefined) {
    await library.call('annotations.delete', { id: annotation.id });
  } else if (what === 'rename tag' && tag !== undefined) {
    const taken = tags.some(({ name }) => name === words);
    if (!taken) await library.call('tags.rename', { name: tag.name, to: words });
  } else if (what === 'edit' && note !== undefined) {
    await library.call('notes.update', { id: note.id, markdown: `Edited ${words} ${at}` });
  } else if (what === 'discard' && note !== undefined) {
    await library.call('notes.delete', { id: note.id });
  } else if (what === 'merge actors' && actors.length > 1) {
    const [into, from] = [actors[at % actors.length], actors[(at + 1) % actors.length]];
    if (into !== undefined && from !== undefined) {
      await library.call('actors.merge', { into: into.id, from: [from.id] });
    }
  }
}

it('three who hand their work on in a circle come to rest, and what is new to each arrives', async () => {
  const steps = fc.array(step, { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(steps, steps, steps, steps, async (both, first, second, third) => {
      const pair = new Pair();
      await pair.open();
      for (const each of both) await take(pair.mine, each);
      await pair.handOver();
      const other = testLibrary(parseInProcess, pair.theirs.dir);
      const circle = [pair.mine, pair.theirs, other] as const;
      try {
        for (const each of first) await take(circle[0], each);
        for (const each of second) await take(circle[1], each);
        for (const each of third) await take(circle[2], each);
        const fresh = await Promise.all(
          circle.map((library, at) => library.call('notes.create', { markdown: `Fresh ${at}` })),
        );
        const round = async () => {
          const reports = [];
          for (const [at, library] of circle.entries()) {
            const next = circle[(at + 1) % circle.length] ?? library;
            reports.push(await next.call('bundle.merge', await pair.bundle(library)));
          }
          return reports;
        };
        for (let n = 0; n < 3; n += 1) await round();
        const rest = circle.map(dump);
        for (const { added, completed } of await round()) {
          expect([sum(added), sum(completed)]).toEqual([0, 0]);
        }
        expect(circle.map(dump)).toEqual(rest);
        for (const library of circle) {
          const known = (await library.call('notes.list', {})).items.map(({ id }) => id);
          for (const { id } of fresh) expect(known).toContain(id);
          expect((await library.call('library.check', {})).problems).toEqual([]);
        }
      } finally {
        await other.dispose();
        await pair.dispose();
      }
    }),
    { numRuns: 2 },
  );
}, 120_000);

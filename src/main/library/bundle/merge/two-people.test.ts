import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dump, mark, Pair, sum, type TestLibrary } from './test-pair.ts';

describe('whatever two people did', () => {
  const step = fc.record({
    what: fc.constantFrom(
      'mark',
      'comment',
      'note',
      'edit',
      'actor',
      'outlet',
      'title',
      'unmark',
      'discard',
    ),
    at: fc.integer({ min: 0, max: 3 }),
    words: fc.constantFrom('one', 'two', 'three'),
  });
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
  const steps = fc.array(step, { maxLength: 5 });

  async function take(library: TestLibrary, { what, at, words }: Step) {
    const annotations = (await library.call('annotations.list', {})).items;
    const notes = (await library.call('notes.list', {})).items;
    const { items } = await library.call('articles.list', { sort: 'title' });
    const id = items[at % items.length]?.id ?? '';
    if (what === 'mark')
      await mark(library, ['ferry', 'June', 'officials', 'sail'][at] ?? '', words);
    if (what === 'note')
      await library.call('notes.create', { title: words, markdown: `${words} ${at}` });
    if (what === 'actor') {
      await library.call('actors.create', {
        kind: 'person',
        name: words,
        names: [{ name: `${words} ${at}`, scope: 'everywhere' }],
      });
    }
    if (what === 'outlet') await library.call('articles.update', { id, 'container-title': words });
    if (what === 'title') await library.call('articles.update', { id, title: `${words} ${at}` });
    const annotation = annotations[at];
    if (what === 'comment' && annotation !== undefined) {
      await library.call('annotations.update', {
        id: annotation.id,
        comment: words,
        tags: [words],
      });
    }
    if (what === 'unmark' && annotation !== undefined) {
      await library.call('annotations.delete', { id: annotation.id });
    }
    const note = notes[at];
    if (what === 'discard' && note !== undefined) {
      await library.call('notes.delete', { id: note.id });
    }
    if (what === 'edit' && note !== undefined) {
      await library.call('notes.update', { id: note.id, markdown: `Edited ${words}` });
    }
  }

  const words = async (library: TestLibrary) => ({
    comments: (await library.call('annotations.list', {})).items.map(({ comment }) => comment),
    notes: await Promise.all(
      (await library.call('notes.list', {})).items.map(
        async ({ id }) => (await library.call('notes.get', { id })).text,
      ),
    ),
    actors: (await library.call('actors.list', {})).items.map(({ name }) => name),
  });

  it('no word of either is lost unless it is chosen, and merging again changes nothing', async () => {
    const picks = fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, steps, steps, picks, async (both, left, right, picked) => {
        const pair = new Pair();
        await pair.open();
        const { mine: a, theirs: b } = pair;
        try {
          for (const each of both) await take(a, each);
          const base = await words(a);
          await pair.handOver();
          for (const each of left) await take(a, each);
          for (const each of right) await take(b, each);
          const [before, ours, other] = [dump(a), await words(a), await words(b)];
          const input = await pair.bundle();
          const { conflicts } = await a.call('bundle.merge', input);
          const merged = await words(a);
          for (const kind of ['comments', 'notes', 'actors'] as const) {
            for (const each of ours[kind]) expect(merged[kind]).toContain(each);
            // What both had and this side deleted stays deleted.
            for (const each of other[kind])
              expect([...merged[kind], ...base[kind]]).toContain(each);
          }
          const after = dump(a);
          const again = await a.call('bundle.merge', input);
          expect(sum(again.added) + sum(again.completed)).toBe(0);
          expect(again.conflicts.filter(({ outcome }) => outcome === 'both-kept')).toEqual([]);
          expect(dump(a)).toEqual(after);
          const isChanged = () => JSON.stringify(dump(a)) !== JSON.stringify(before);
          if (isChanged()) await a.call('history.undo', {});
          expect(dump(a)).toEqual(before);

          const choices = Object.fromEntries(
            conflicts.map(({ id, choices: offered }, index) => [
              id,
              offered[(picked[index % picked.length] ?? 0) % offered.length] ?? 'mine',
            ]),
          );
          await a.call('bundle.merge', { ...input, choices });
          const chosen = dump(a);
          const rest = await a.call('bundle.merge', input);
          expect(rest.conflicts).toEqual([]);
          expect(dump(a)).toEqual(chosen);
          if (isChanged()) await a.call('history.undo', {});
          expect(dump(a)).toEqual(before);
        } finally {
          await pair.dispose();
        }
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});

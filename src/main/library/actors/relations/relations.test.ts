import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { relationSchema } from '../../../../shared/model/relation.ts';
import { testLibrary } from '../../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary();
});
afterEach(() => library.dispose());

const make = async (name: string, kind: 'person' | 'state' | 'organisation' = 'organisation') =>
  (await library.call('actors.create', { kind, name })).id;
const list = async (actorId?: string) =>
  (await library.call('relations.list', actorId === undefined ? {} : { actorId })).items;

describe('relations', () => {
  it('are recorded once, also where two actors become one', async () => {
    const [board, quinn, twin] = [await make('Board'), await make('Quinn'), await make('O. Quinn')];
    const record = (subject: string, said: object = {}) =>
      library.call('relations.create', { kind: 'office', subject, object: board, ...said });
    const chair = await record(quinn, { title: 'Chair', from: '2031' });
    await expect(record(quinn, { title: 'chair', from: '2031' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('recorded already'),
    });
    const again = await record(quinn, { title: 'Chair', from: '2036' });
    await expect(
      library.call('relations.update', { id: again.id, from: '2031' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await library.call('relations.update', { id: again.id, until: '2038' });
    await record(twin, { title: 'Chair', from: '2031' });
    await library.call('actors.merge', { into: quinn, from: [twin] });
    expect(await list(quinn)).toHaveLength(2);
    expect(await list(quinn)).toContainEqual(chair);
  });

  it('keep an office with its dates, seen from both ends, editable and undoable', async () => {
    const [quinn, estholm] = [await make('Orla Quinn', 'person'), await make('Estholm', 'state')];
    const made = await library.call('relations.create', {
      kind: 'office',
      subject: quinn,
      object: estholm,
      title: 'Prime Minister',
      from: '2031-03',
    });
    expect(relationSchema.parse(made)).toMatchObject({
      title: 'Prime Minister',
      subject: { id: quinn, name: 'Orla Quinn' },
      object: { id: estholm, name: 'Estholm' },
      from: '2031-03',
      until: null,
    });
    expect(await list(quinn)).toEqual([made]);
    expect(await list(estholm)).toEqual([made]);
    const { id } = made;
    const ended = await library.call('relations.update', { id, until: '2033' });
    expect(ended).toEqual({ ...made, until: '2033' });
    await library.call('relations.delete', { id });
    expect(await list()).toEqual([]);
    await library.call('history.undo', {});
    expect(await list()).toEqual([ended]);
    await library.call('actors.delete', { id: quinn });
    expect(await list()).toEqual([]);
    await library.call('history.undo', {});
    expect(await list()).toEqual([ended]);
  });

  it('let nothing stand above itself, directly or by a way round', async () => {
    const [a, b, c] = [await make('Office A'), await make('Bureau B'), await make('Council C')];
    const relate = (kind: 'part-of' | 'member-of', subject: string, object: string) =>
      library.call('relations.create', { kind, subject, object });
    await relate('part-of', a, b);
    await relate('member-of', b, c);
    await expect(relate('part-of', a, a)).rejects.toMatchObject({ code: 'conflict' });
    await expect(relate('part-of', c, a)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“Office A” belongs to “Bureau B” belongs to “Council C”'),
    });
    await relate('part-of', a, c);
    expect(await list()).toHaveLength(3);
  });

  it('refuse what says nothing or runs backwards', async () => {
    const [a, b] = [await make('Office A'), await make('Bureau B')];
    const refused = async (input: object) =>
      library
        .call('relations.create', { kind: 'office', subject: a, ...input })
        .catch((error: { field?: string }) => error.field);
    expect(await refused({})).toBe('title');
    expect(await refused({ kind: 'member-of' })).toBe('object');
    expect(await refused({ object: b, from: '2032', until: '2031-05' })).toBe('until');
    expect(await refused({ object: b, from: '2031-05', until: '2031' })).not.toBe('until');
    await expect(library.call('relations.delete', { id: 'none' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('keep a merge out by which two would be parts of each other, and say the way', async () => {
    const [a, b, c] = [await make('Office A'), await make('Bureau B'), await make('Council C')];
    await library.call('relations.create', { kind: 'part-of', subject: a, object: b });
    await library.call('relations.create', { kind: 'part-of', subject: b, object: c });
    await expect(library.call('actors.merge', { into: a, from: [c] })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“Office A” belongs to “Bureau B” belongs to “Office A”'),
    });
    expect(await list()).toHaveLength(2);
    expect((await library.call('actors.list', {})).total).toBe(3);
  });

  it('say the same only once after a merge', async () => {
    const [a, b, c] = [await make('Office A'), await make('Bureau B'), await make('Council C')];
    await library.call('relations.create', { kind: 'part-of', subject: a, object: c });
    await library.call('relations.create', { kind: 'part-of', subject: b, object: c });
    await library.call('actors.merge', { into: a, from: [b] });
    expect(await list()).toHaveLength(1);
  });

  it('go to the actor another is merged into', async () => {
    const [a, b, c] = [await make('Office A'), await make('Bureau B'), await make('Council C')];
    await library.call('relations.create', { kind: 'part-of', subject: a, object: b });
    await library.call('relations.create', { kind: 'part-of', subject: b, object: c });
    await library.call('actors.merge', { into: c, from: [b] });
    const ends = (await list()).map(({ subject, object }) => [subject.name, object?.name]);
    expect(ends).toEqual([['Office A', 'Council C']]);
    await library.call('history.undo', {});
    expect(await list()).toHaveLength(2);
  });

  it('whatever is related, merged, split, undone and redone: nobody stands above itself', async () => {
    const count = 5;
    const place = fc.nat(count - 1);
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.tuple(fc.constant('relate' as const), place, place) },
      { weight: 2, arbitrary: fc.tuple(fc.constant('merge' as const), place, place) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('split' as const), place, place) },
      { weight: 2, arbitrary: fc.tuple(fc.constant('undo' as const), place, place) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('redo' as const), place, place) },
    );
    let round = 0;
    const steps = fc.array(step, { minLength: 6, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        round += 1;
        const names = Array.from({ length: count }, (_, i) => `Office ${round} ${'ABCDE'[i]}`);
        const ids: string[] = [];
        for (const name of names) {
          ids.push((await library.call('actors.create', { kind: 'organisation', name })).id);
        }
        for (const [what, one, other] of all) {
          const [a = '', b = ''] = [ids[one], ids[other]];
          const done = {
            relate: () =>
              library.call('relations.create', { kind: 'part-of', subject: a, object: b }),
            merge: () => library.call('actors.merge', { into: a, from: [b] }),
            split: () => library.call('actors.split', { id: a, names: [names[other] ?? ''] }),
            undo: () => library.call('history.undo', {}),
            redo: () => library.call('history.redo', {}),
          }[what]();
          await done.catch((error: { code?: string }) =>
            expect([
              'conflict',
              'invalid-input',
              'not-found',
              'nothing-to-undo',
              'nothing-to-redo',
            ]).toContain(error.code),
          );
          const ends = (await library.call('relations.list', {})).items.map(
            ({ subject, object }) => [subject.id, object?.id ?? ''],
          );
          expect(isAcyclic(ends)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });
});

/** Takes away again and again who stands under nobody. */
function isAcyclic(ends: readonly (readonly string[])[]): boolean {
  let left = ends;
  for (;;) {
    const next = left.filter(([, above]) => left.some(([below]) => below === above));
    if (next.length === left.length) return next.length === 0;
    left = next;
  }
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { relationSchema } from '../../../../shared/model/relation.ts';
import { testLibrary } from '../../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary({ parse: () => Promise.reject(new Error('no parsing here')) });
});
afterEach(() => library.dispose());

const make = async (name: string, kind: 'person' | 'state' | 'organisation' = 'organisation') =>
  (await library.call('actors.create', { kind, name })).id;
const list = async (actorId?: string) =>
  (await library.call('relations.list', actorId === undefined ? {} : { actorId })).items;

describe('relations', () => {
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
});

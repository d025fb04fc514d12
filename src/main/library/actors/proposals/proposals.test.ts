import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInProcess } from '../../import/parse-in-process.ts';
import { testLibrary } from '../../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

async function articles(...texts: string[]): Promise<string[]> {
  const { imported, failed } = await library.call('import.run', {
    sources: texts.map((text, i) => ({ name: `${i} ${crypto.randomUUID()}.txt`, text })),
  });
  expect(failed).toEqual([]);
  return imported.map(({ articleId }) => articleId);
}

const propose = async (where: { articleId?: string } = {}) =>
  (await library.call('actors.propose', where)).items;
const named = async (where: { articleId?: string } = {}) =>
  (await propose(where)).map(({ name }) => name);

describe('proposals for the whole library', () => {
  it('count a name over all articles, with its spellings and evidence from each', async () => {
    const [first, second] = await articles(
      'Premier Orla Quinn arrived. “Yes,” Quinn said.',
      'QUINN Orla left the hall with Ruth Vale.',
    );
    const quinn = (await propose()).find(({ name }) => name === 'Orla Quinn');
    expect(quinn).toMatchObject({ kind: 'person', mentions: 3 });
    expect(new Set(quinn?.evidence.map(({ articleId }) => articleId))).toEqual(
      new Set([first, second]),
    );
  });

  it('give a lone surname to the one person who bears it in another article', async () => {
    await articles('Premier Orla Quinn arrived.', 'On Monday Mr Quinn said little. Quinn left.');
    expect(await propose()).toMatchObject([{ name: 'Orla Quinn', mentions: 3, inferred: 2 }]);
  });

  it('join a surname of two words, and no first name of another article', async () => {
    await articles(
      'Here Maria van Dijk spoke to Orla Quinn.',
      'On Monday Ms van Dijk left. Then van Dijk and Ms Orla slept. Later Orla woke.',
    );
    const items = (await propose()).map(({ name, mentions }) => `${name} ×${mentions}`);
    expect(items.sort()).toEqual(['Maria van Dijk ×3', 'Orla Quinn ×1', 'Orla ×2'].sort());
  });

  it('know an outlet of the library for a body', async () => {
    const [id = ''] = await articles('Orla Quinn wrote to Mira Vale. “No,” Mira Vale told her.');
    const kinds = async () =>
      (await propose({ articleId: id })).map(({ kind, name }) => `${kind} ${name}`).sort();
    expect(await kinds()).toEqual(['person Mira Vale', 'person Orla Quinn']);
    await library.call('articles.update', { id, 'container-title': 'Mira Vale' });
    expect(await kinds()).toEqual(['organisation Mira Vale', 'person Orla Quinn']);
    expect(await propose()).toContainEqual(
      expect.objectContaining({ kind: 'organisation', name: 'Mira Vale' }),
    );
  });

  it('leave out what is hidden, until it is shown again', async () => {
    const [id = ''] = await articles('Orla Quinn met Una Bell. The author: Ruth Vale.');
    const { text } = await library.call('articles.get', { id });
    const start = text.indexOf('The author');
    await library.call('articles.hide', { id, start, end: text.length, reason: 'author-box' });
    expect(await named()).toEqual(['Orla Quinn', 'Una Bell']);
    expect(await named({ articleId: id })).toEqual(['Orla Quinn', 'Una Bell']);
    await library.call('history.undo', {});
    expect(await named()).toEqual(['Orla Quinn', 'Ruth Vale', 'Una Bell']);
    await library.call('history.redo', {});
    await library.call('articles.delete', { id });
    expect(await library.call('actors.propose', {})).toEqual({ items: [], pending: 0 });
  });

  it('follow what is accepted, taken back, corrected and put into the trash', async () => {
    const [first = ''] = await articles('Orla Quinn met Ruth Vale.', 'Ruth Vale met Una Bell.');
    expect(await named()).toEqual(['Ruth Vale', 'Orla Quinn', 'Una Bell']);
    await library.call('actors.create', { kind: 'person', name: 'Ruth Vale' });
    expect(await named()).toEqual(['Orla Quinn', 'Una Bell']);
    await library.call('articles.delete', { id: first });
    expect(await named()).toEqual(['Una Bell']);
    await library.call('history.undo', {});
    await library.call('history.undo', {});
    expect(await named()).toEqual(['Ruth Vale', 'Orla Quinn', 'Una Bell']);
    await library.reopen();
    expect(await named()).toEqual(['Ruth Vale', 'Orla Quinn', 'Una Bell']);
  });

  it('are accepted several at a time, as one entry of the history', async () => {
    await articles('Orla Quinn met Ruth Vale in Norway.');
    const items = (await propose()).map(({ kind, name, names }) => ({ kind, name, names }));
    const made = await library.call('actors.accept', { items });
    expect(made.items.map(({ mentions }) => mentions)).toEqual([1, 1, 1]);
    expect(await propose()).toEqual([]);
    await library.call('history.undo', {});
    expect((await library.call('actors.list', {})).total).toBe(0);
    expect(await propose()).toHaveLength(3);
  });
});

describe('a dismissed proposal', () => {
  it('stays away, also from articles that come and under another spelling, until restored', async () => {
    const [first = ''] = await articles('Orla Quinn met Ruth Vale.');
    const { items } = await library.call('actors.dismiss', {
      items: [{ kind: 'person', name: 'Orla Quinn' }],
    });
    const [second = ''] = await articles('QUINN Orla spoke to Una Bell.');
    expect(await named()).toEqual(['Ruth Vale', 'Una Bell']);
    expect(await named({ articleId: first })).toEqual(['Ruth Vale']);
    expect(await named({ articleId: second })).toEqual(['Una Bell']);
    await library.reopen();
    expect(await library.call('actors.dismissed', {})).toEqual({ items, total: 1 });
    await library.call('actors.restore', { ids: items.map(({ id }) => id) });
    expect(await named()).toContain('Orla Quinn');
    expect((await library.call('actors.dismissed', {})).total).toBe(0);
  });

  it('comes back with undo and goes again with redo', async () => {
    await articles('Orla Quinn met Ruth Vale.');
    await library.call('actors.dismiss', {
      items: (await propose()).map(({ kind, name, names }) => ({
        kind,
        name,
        names: names.map((one) => one.name),
      })),
    });
    expect(await named()).toEqual([]);
    expect((await library.call('history.undo', {})).label).toBe('Dismiss “Orla Quinn” and 1 more');
    expect(await named()).toHaveLength(2);
    await library.call('history.redo', {});
    expect(await named()).toEqual([]);
  });

  it('that is not there cannot be restored', async () => {
    await expect(library.call('actors.restore', { ids: ['none'] })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

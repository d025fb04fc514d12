import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

const story = 'Ferry vote\n\nThe board of Estholm voted on Tuesday.\n\nIt will meet again.';

async function filled() {
  const { imported } = await library.call('import.run', {
    sources: [
      { name: 'one.txt', text: story },
      { name: 'two.txt', text: 'Harbour dues\n\nThe dues rise in May, the office said.' },
    ],
  });
  const [one = '', two = ''] = imported.map(({ articleId }) => articleId);
  const passage = await library.call('annotations.create', {
    articleId: one,
    start: 12,
    end: 30,
    motivation: 'commenting',
    comment: 'Who moved it?',
    tags: ['vote'],
  });
  const kept = await library.call('briefings.create', {
    title: 'Kept',
    markdown: `They voted.[@${passage.id}]`,
  });
  const note = await library.call('notes.create', { title: 'Gone', markdown: 'Ask them.' });
  await library.call('articles.delete', { id: one });
  await library.call('notes.delete', { id: note.id });
  return { one, two, passage, kept, note };
}

const trashed = async () => [
  ...(await library.call('articles.list', { trashed: true })).items.map(({ id }) => id),
  ...(await library.call('notes.list', { trashed: true })).items.map(({ id }) => id),
];

describe('trash.restore', () => {
  it('brings articles and documents back as one entry of the history, all of them or none', async () => {
    const { one, two, note } = await filled();
    await expect(library.call('trash.restore', { ids: [one, two] })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await trashed()).toEqual([one, note.id]);
    expect(await library.call('trash.restore', { ids: [one, note.id] })).toEqual({
      articles: 1,
      briefings: 0,
      notes: 1,
    });
    expect(await trashed()).toEqual([]);
    const found = await library.call('search.query', { q: 'Estholm' });
    expect(found.groups[0]?.items[0]?.id).toBe(one);
    const { items } = await library.call('history.list', { limit: 1 });
    expect(items[0]?.label).toBe('Restore 2 things');
    await library.call('history.undo', {});
    expect(await trashed()).toEqual([one, note.id]);
  });
});

describe('trash.empty', () => {
  it('deletes all that is in the trash and nothing else; undo and redo go both ways', async () => {
    const { one, two, passage, kept, note } = await filled();
    expect(await library.call('trash.empty', {})).toEqual({ articles: 1, briefings: 0, notes: 1 });
    expect(await trashed()).toEqual([]);
    await expect(library.call('articles.get', { id: one })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(library.call('annotations.get', { id: passage.id })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await library.call('articles.list', {})).items.map(({ id }) => id)).toEqual([two]);
    const [citation] = (await library.call('briefings.get', { id: kept.id })).citations;
    expect(citation?.status).toBe('deleted');
    expect((await library.call('library.check', {})).problems).toEqual([]);

    await library.call('history.undo', {});
    expect(await trashed()).toEqual([one, note.id]);
    await library.call('articles.restore', { id: one });
    expect((await library.call('annotations.get', { id: passage.id })).comment).toBe(
      'Who moved it?',
    );
    const found = await library.call('search.query', { q: 'Estholm' });
    expect(found.groups[0]?.items[0]?.id).toBe(one);
    await library.call('history.undo', {});
    await library.call('history.redo', {});
    await library.call('history.undo', {});
    await library.call('history.redo', {});
    expect((await library.call('library.check', {})).problems).toEqual([]);
  });

  it('deletes only what is named, and refuses what is not in the trash', async () => {
    const { one, two, note } = await filled();
    await expect(library.call('trash.empty', { ids: [one, two] })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await trashed()).toEqual([one, note.id]);
    expect(await library.call('trash.empty', { ids: [note.id, note.id] })).toEqual({
      articles: 0,
      briefings: 0,
      notes: 1,
    });
    expect(await trashed()).toEqual([one]);
    const { items } = await library.call('history.list', { limit: 1 });
    expect(items[0]?.label).toBe('Delete “Gone” from the trash');
  });

  it('leaves no entry where the trash is empty', async () => {
    const before = await library.call('history.list', {});
    expect(await library.call('trash.empty', {})).toEqual({ articles: 0, briefings: 0, notes: 0 });
    expect(await library.call('history.list', {})).toEqual(before);
  });
});

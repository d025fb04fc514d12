import { rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/contract/methods.ts';
import { sortKeys } from '../../../shared/contract/methods/articles.ts';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';
import { originalPath } from '../storage/originals/original-name.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

const text = 'Ferry vote\n\nThe board of Estholm voted on Tuesday.\n\nIt will meet again.';

async function add(name: string, source = text): Promise<string> {
  const { imported } = await library.call('import.run', { sources: [{ name, text: source }] });
  return imported[0]?.articleId ?? '';
}

async function addMany(count: number): Promise<string[]> {
  const ids: string[] = [];
  const outlets = ['Courier', 'Post', null];
  for (let index = 0; index < count; index += 1) {
    const id = await add(`${index}.txt`, `Story ${index % 7}\n\nNumber ${index} happened at sea.`);
    await library.call('articles.update', {
      id,
      issued: index % 3 === 0 ? null : `2026-0${1 + (index % 4)}`,
      'container-title': outlets[index % 3] ?? null,
    });
    ids.push(id);
  }
  return ids;
}

type SortKey = 'issued' | 'title' | 'container-title' | 'added' | 'words' | 'language';

describe('articles.list', () => {
  it('pages through every article once, in order, unknown values last, whatever the page size', async () => {
    const ids = await addMany(23);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sortKeys),
        fc.integer({ min: 1, max: 9 }),
        async (sort, limit) => {
          const key = sort.replace('-', '') as SortKey;
          const values: (string | number | null)[] = [];
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await library.call('articles.list', {
              sort,
              limit,
              ...(cursor === undefined ? {} : { cursor }),
            });
            expect(page.total).toBe(23);
            expect(page.items.length).toBeLessThanOrEqual(limit);
            seen.push(...page.items.map((item) => item.id));
            values.push(...page.items.map((item) => item[key]));
            cursor = page.nextCursor ?? undefined;
          } while (cursor !== undefined);
          expect(seen.toSorted()).toEqual(ids.toSorted());
          expect(await library.call('articles.ids', { sort })).toEqual({ ids: seen });
          const known = values.filter((value) => value !== null);
          const sorted = known.toSorted((a, b) => (a < b ? -1 : Number(a > b)));
          expect(known).toEqual(sort.startsWith('-') ? sorted.toReversed() : sorted);
          expect(values.slice(known.length).every((value) => value === null)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('refuses a cursor of another order, and one that is none', async () => {
    await addMany(4);
    const { nextCursor } = await library.call('articles.list', { limit: 1, sort: 'title' });
    const cursor = nextCursor ?? '';
    for (const input of [
      { sort: 'issued' as const, cursor },
      { sort: 'title' as const, cursor: 'x' },
      { sort: 'title' as const, cursor: Buffer.from('{}').toString('base64url') },
    ]) {
      await expect(library.call('articles.list', input)).rejects.toMatchObject({
        code: 'invalid-input',
        field: 'cursor',
      });
    }
  });

  it('lists those of some ids that are there', async () => {
    await addMany(3);
    const { items } = await library.call('articles.list', {});
    const ids = items.slice(1).map(({ id }) => id);
    const found = await library.call('articles.list', { ids: [...ids, 'gone'] });
    expect(found.items.map(({ id }) => id)).toEqual(ids);
    expect(found.total).toBe(2);
    expect((await library.call('articles.list', { ids: [] })).total).toBe(0);
  });

  it('has the ids of what it is narrowed to, and of no other article', async () => {
    const [ferry, quay, gone] = [
      await add('a.txt'),
      await add('b.txt', 'The quay\n\nA ferry berths there.'),
      await add('c.txt', 'The mill\n\nIt closed.'),
    ];
    await library.call('articles.delete', { id: gone });
    await library.call('articles.markRead', { ids: [quay], read: true });
    const ids = async (input: Input<'articles.ids'>) =>
      (await library.call('articles.ids', { sort: 'added', ...input })).ids;
    expect(await ids({})).toEqual([ferry, quay]);
    expect(await ids({ unread: true })).toEqual([ferry]);
    expect(await ids({ query: 'berths' })).toEqual([quay]);
    expect(await ids({ query: 'berths', unread: true })).toEqual([]);
    expect(await ids({ trashed: true })).toEqual([gone]);
  });

  it('marks many as read or unread, says which were not so, and adds nothing to the history', async () => {
    const ids = await addMany(3);
    const [first = '', second = '', third = ''] = ids;
    await library.call('articles.progress', { id: second, read: true, position: 9 });
    const before = await library.call('history.list', {});
    const mark = (read: boolean, some = [...ids, 'gone', first]) =>
      library.call('articles.markRead', { ids: some, read });
    expect(await mark(true)).toEqual({ changed: [first, third] });
    expect(await mark(true)).toEqual({ changed: [] });
    expect(await library.call('articles.ids', { unread: true })).toEqual({ ids: [] });
    expect(await mark(false, [first, third])).toEqual({ changed: [first, third] });
    expect((await library.call('articles.list', { unread: false })).items).toMatchObject([
      { id: second },
    ]);
    expect(await library.call('articles.get', { id: second })).toMatchObject({ position: 9 });
    expect(await library.call('history.list', {})).toEqual(before);
  });

  it('tells read from unread', async () => {
    const id = await add('a.txt');
    const total = async (unread: boolean) =>
      (await library.call('articles.list', { unread })).total;
    expect([await total(true), await total(false)]).toEqual([1, 0]);
    await library.call('articles.progress', { id, read: true, position: 20 });
    expect([await total(true), await total(false)]).toEqual([0, 1]);
    await library.reopen();
    expect(await library.call('articles.get', { id })).toMatchObject({ read: true, position: 20 });
    await library.call('history.undo', {});
    await expect(library.call('articles.get', { id })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('one article', () => {
  it('is corrected without its text being touched, and the correction undone', async () => {
    const id = await add('a.txt');
    const before = await library.call('articles.get', { id });
    const after = await library.call('articles.update', {
      id,
      title: 'The vote',
      author: [{ family: 'Lund', given: 'Ada' }],
      issued: '2026-03',
      URL: '',
    });
    expect(after).toMatchObject({
      title: 'The vote',
      titleProposed: false,
      author: [{ family: 'Lund', given: 'Ada' }],
      issued: '2026-03',
      URL: null,
      text: before.text,
      hash: before.hash,
    });
    await library.call('history.undo', {});
    expect(await library.call('articles.get', { id })).toEqual(before);
  });

  it('keeps where it stands in its outlet and archive, each part until it is emptied', async () => {
    const id = await add('a.txt');
    const placed = { section: 'World', page: 'A1', number: 'CRR-17', archive: 'Nexis' };
    expect(await library.call('articles.get', { id })).toMatchObject({ section: null, page: null });
    expect(await library.call('articles.update', { id, ...placed })).toMatchObject(placed);
    await library.call('articles.update', { id, page: '' });
    const emptied = { ...placed, page: null };
    expect(await library.call('articles.get', { id })).toMatchObject(emptied);
    const { base64 } = (await library.call('export.sources', { format: 'csl-json' })) as {
      base64: string;
    };
    const [item] = JSON.parse(Buffer.from(base64, 'base64').toString()) as unknown[];
    expect(item).toMatchObject({ section: 'World', number: 'CRR-17', archive: 'Nexis' });
    await library.call('history.undo', {});
    await library.call('history.undo', {});
    expect(await library.call('articles.get', { id })).toMatchObject({ section: null, page: null });
  });

  it('hides every offered line at once, and undo offers them again', async () => {
    const lines = ['Crossing closed', 'The ferry at her berth.', 'Photo: Per Berg', text];
    const id = await add('offered.txt', lines.join('\n\n'));
    const before = await library.call('articles.get', { id });
    expect(before.offered.map(({ by }) => by)).toEqual(['offered']);
    expect(before.hidden.map(({ by }) => by)).not.toContain('offered');
    const { hidden, offered } = await library.call('articles.hideOffered', { id });
    expect({ hidden: hidden.length, offered }).toEqual({
      hidden: before.hidden.length + 1,
      offered: [],
    });
    await library.call('history.undo', {});
    expect(await library.call('articles.get', { id })).toMatchObject(before);
  });

  it('hides and shows ranges; the text stays the same', async () => {
    const id = await add('a.txt');
    const hide = (start: number, end: number) => library.call('articles.hide', { id, start, end });
    await hide(12, 30);
    expect((await hide(10, 40)).hidden).toEqual([
      { start: 10, end: 40, reason: 'by-person', by: 'person' },
    ]);
    await hide(50, 60);
    const { hidden } = await library.call('articles.unhide', { id, start: 39, end: 41 });
    expect(hidden.map(({ start }) => start)).toEqual([50]);
    expect((await library.call('articles.unhide', { id })).hidden).toEqual([]);
    expect((await library.call('articles.get', { id })).text).toBe(text);
    for (const [start, end] of [
      [5, 5],
      [9, 3],
      [0, 10_000],
    ] as const) {
      await expect(hide(start, end)).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });

  it('goes to the trash and comes back', async () => {
    const [a, b] = [await add('a.txt'), await add('b.txt', 'Another story altogether.')];
    expect(await library.call('articles.delete', { id: [a, b, a] })).toEqual({ deleted: [a, b] });
    expect((await library.call('articles.list', {})).total).toBe(0);
    expect((await library.call('articles.list', { trashed: true })).total).toBe(2);
    await library.call('articles.restore', { id: b });
    expect((await library.call('articles.list', {})).items.map(({ id }) => id)).toEqual([b]);
    await expect(library.call('articles.delete', { id: [b, 'none'] })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await library.call('articles.list', {})).total).toBe(1);
  });

  it('gives its original back, and says when that was changed or is gone', async () => {
    const id = await add('a.txt');
    const original = () => library.call('articles.original', { id });
    expect(Buffer.from((await original()).base64, 'base64').toString()).toBe(text);
    const { source } = await library.call('articles.get', { id });
    const path = originalPath(library.dir, source.sha256);
    writeFileSync(path, 'other');
    await expect(original()).rejects.toMatchObject({ code: 'damaged-file' });
    rmSync(path);
    await expect(original()).rejects.toMatchObject({ code: 'file-not-found' });
  });
});

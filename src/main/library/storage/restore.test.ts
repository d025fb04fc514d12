import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LibraryEvent } from '../../../shared/contract/events.ts';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => void (library = testLibrary(parseInProcess)));
afterEach(() => library.dispose());

const note = (title: string) => library.call('notes.create', { title, markdown: 'Words.' });
const titles = async () => (await library.call('notes.list', {})).items.map(({ title }) => title);
const backups = async () => (await library.call('library.backups', {})).items;

describe('library.restore', () => {
  it('goes back to a backup while the library is open, and forth again', async () => {
    await note('Before');
    const { path } = await library.call('library.backup', {});
    await note('After');
    const events: LibraryEvent[] = [];
    library.on((event) => events.push(event));

    const { kept } = await library.call('library.restore', { name: basename(path) });
    expect(await titles()).toEqual(['Before']);
    expect(events.some((event) => event.type === 'changed' && event.topics.includes('notes'))).toBe(
      true,
    );
    await note('Anew');
    const { groups } = await library.call('search.query', { q: 'words' });
    expect(groups.find(({ kind }) => kind === 'notes')?.total).toBe(2);
    expect((await library.call('history.undo', {})).label).toContain('Anew');

    await library.call('library.restore', { name: kept });
    expect((await titles()).sort()).toEqual(['After', 'Before']);
    expect((await library.call('library.check', {})).problems).toEqual([]);
  });

  it('answers calls that come meanwhile when it is done', async () => {
    const { path } = await library.call('library.backup', {});
    await note('After');
    const [, made] = await Promise.all([
      library.call('library.restore', { name: basename(path) }),
      note('Meanwhile'),
    ]);
    expect(made.title).toBe('Meanwhile');
    expect(await titles()).toEqual(['Meanwhile']);
  });

  it('refuses what is no backup of this library, and leaves it open as it was', async () => {
    await note('Kept');
    const damaged = 'library-2031-04-02T08-00-00Z.sqlite';
    await library.call('library.backup', {});
    writeFileSync(join(library.dir, 'backups', damaged), 'not a library');
    for (const [name, code] of [
      ['../library.sqlite', 'not-found'],
      ['library-2030-01-01T00-00-00Z.sqlite', 'not-found'],
      [damaged, 'library-damaged'],
    ] as const) {
      await expect(library.call('library.restore', { name })).rejects.toMatchObject({ code });
    }
    expect(await titles()).toEqual(['Kept']);
    expect((await backups()).find(({ name }) => name === damaged)).toMatchObject({
      at: '2031-04-02T08:00:00.000Z',
      setAside: false,
      counts: null,
    });
  });

  it('says what each copy holds', async () => {
    await library.call('briefings.create', { title: 'One', markdown: 'So.' });
    await library.call('library.backup', {});
    const [newest] = await backups();
    expect(newest).toMatchObject({
      setAside: false,
      counts: { articles: 0, annotations: 0, briefings: 1 },
    });
    expect(Math.abs(Date.parse(newest?.at ?? '') - Date.now())).toBeLessThan(60_000);
  });
});

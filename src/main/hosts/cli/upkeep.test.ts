import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCommandLine } from './test-command-line.ts';

const { home, attache, json, dispose } = testCommandLine();
afterAll(dispose);
beforeAll(async () => void (await json('import', join(home, 'articles'))));

test('check and backup', async () => {
  expect(await json('check')).toEqual({ ok: true, problems: [] });
  const { path } = (await json('backup')) as { path: string };
  expect(readFileSync(path).length).toBeGreaterThan(0);
});

test('check answers of a library too damaged to be opened, and leaves it as it is', async () => {
  const dir = join(home, 'damaged');
  mkdirSync(dir);
  writeFileSync(join(dir, 'library.sqlite'), 'no database');
  const { status, out, said } = await attache(['--library', dir, '--json', 'check']);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    problems: [{ code: 'library-damaged' }],
    error: { code: 'library-damaged' },
  });
  expect(said).toBe('');
  expect(readdirSync(dir)).toEqual(['library.sqlite']);
});

test('what is no backup is not restored, and is not taken for the library', async () => {
  const { status, out } = await attache(['--json', 'restore', join(home, 'articles/bridge.txt')]);
  expect(status).toBe(1);
  const { error } = JSON.parse(out) as { error: { code: string; message: string } };
  expect(error.code).toBe('library-damaged');
  expect(error.message).toMatch(/bridge\.txt .*Nothing was changed: choose another file\.$/);
});

test('restore puts a backup back and keeps what was there', async () => {
  const { path } = (await json('backup')) as { path: string };
  const before = (await json('call', 'notes.list')) as { total: number };
  await json('call', 'notes.create', '{"markdown":"After the backup."}');
  const { kept } = (await json('restore', path)) as { kept: string };
  expect(await json('call', 'notes.list')).toMatchObject({ total: before.total });
  await json('restore', kept);
  expect(await json('call', 'notes.list')).toMatchObject({ total: before.total + 1 });
  const missing = await attache(['--json', 'restore', join(home, 'no-backup.sqlite')]);
  expect(missing.status).toBe(1);
  expect(JSON.parse(missing.out)).toMatchObject({ error: { code: 'not-found' } });
});

test('a backup restored into another folder brings its originals along', async () => {
  const { path } = (await json('backup')) as { path: string };
  const elsewhere = ['--library', join(home, 'elsewhere')];
  expect((await attache([...elsewhere, 'restore', path])).status).toBe(0);
  const { status, out } = await attache([...elsewhere, '--json', 'check']);
  expect({ status, ...(JSON.parse(out) as object) }).toEqual({ status: 0, ok: true, problems: [] });
  const originals = readdirSync(join(home, 'elsewhere', 'originals'));
  expect(originals.length).toBeGreaterThan(0);
  rmSync(join(home, 'elsewhere', 'originals', originals[0] ?? ''));
  const lacking = await attache([...elsewhere, 'check']);
  expect(lacking.status).toBe(1);
  expect(lacking.out).toMatch(/^original-missing: The original of “.+” is missing: .*Put it back/);
});

test('restore opens a bundle into an empty folder, and into no other', async () => {
  const bundle = join(home, 'all.attache');
  await json('export', 'bundle', '--out', bundle);
  const before = (await json('call', 'notes.list')) as { total: number };
  const copy = ['--json', '--library', join(home, 'copy')];
  expect((await attache([...copy, 'restore', bundle])).status).toBe(0);
  const notes = JSON.parse((await attache([...copy, 'call', 'notes.list'])).out) as unknown;
  expect(notes).toMatchObject({ total: before.total });
  await attache([...copy, 'call', 'notes.create', '{"markdown":"Theirs."}']);
  const theirs = join(home, 'theirs.attache');
  await attache([...copy, 'export', 'bundle', '--out', theirs]);
  const preview = await attache(['merge', theirs, '--preview']);
  expect(preview.out).toMatch(/^theirs, written .* would be merged\.\nAdded: 1 note\./);
  expect(await json('merge', theirs)).toMatchObject({ added: { note: 1 }, conflicts: [] });
  expect(await json('call', 'notes.list')).toMatchObject({ total: before.total + 1 });
  expect((await attache(['merge', join(home, 'empty.txt')])).said).toContain(
    'is not a library bundle',
  );
  const theirNotes = JSON.parse((await attache([...copy, 'call', 'notes.list'])).out) as {
    items: { id: string; text?: string }[];
  };
  await attache([...copy, 'call', 'notes.delete', JSON.stringify({ id: theirNotes.items[0]?.id })]);
  await attache([...copy, 'export', 'bundle', '--out', theirs]);
  const offered = (await attache(['merge', theirs, '--preview'])).out;
  const [, choice = ''] = /Deleted in the bundle:\n.*--choose (\S+=theirs)/.exec(offered) ?? [];
  expect((await attache(['merge', theirs, '--choose', `${choice}s`])).status).toBe(2);
  expect((await attache(['merge', theirs, '--choose', choice])).out).toContain('It is deleted.');
  expect(await json('call', 'notes.list')).toMatchObject({ total: before.total });
  const again = await attache([...copy, 'restore', bundle]);
  expect(JSON.parse(again.out)).toMatchObject({ error: { code: 'target-exists' } });
});

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '../../library/library.ts';
import { canMount, onDisk } from '../../library/storage/test-disk.ts';
import { testPorts } from '../../library/test-library.ts';
import { programFiles } from '../program-files.ts';
import { run } from './run.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'attache-cli-'));
  mkdirSync(join(home, 'articles'));
  writeFileSync(
    join(home, 'articles', 'harbour.txt'),
    'Harbour reopens after storm\n\nThe harbour of Brisk reopened on Tuesday, the mayor said.\n\nFerries sail again.\n',
  );
  writeFileSync(
    join(home, 'articles', 'bridge.txt'),
    'Bridge closed for repairs\n\nThe old bridge closes for two weeks, the council said.\n',
  );
  writeFileSync(join(home, 'empty.txt'), '');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs one command line in this process on the library of these tests. */
async function attache(args: string[], input = '') {
  let out = '';
  let said = '';
  const files = programFiles(new URL('../../cli.ts', import.meta.url).href);
  const status = await run(['--library', join(home, 'library'), ...args], files, '1.2.3', {
    out: (text) => (out += text),
    say: (text) => (said += text),
    watched: false,
    readInput: () => Promise.resolve(input),
  });
  return { status, out, said };
}

const json = async (...args: string[]) => {
  const { status, out } = await attache(['--json', ...args]);
  expect(status).toBe(0);
  expect(out.trimEnd()).not.toContain('\n');
  return JSON.parse(out) as unknown;
};

test('details says what may be put into an article, and puts it there', async () => {
  const file = join(home, '2026-03-12 quay.txt');
  writeFileSync(file, 'Quay opens again\n\nThe quay opens again, Lund said on March 10.\n');
  const { imported } = (await json('import', file)) as { imported: { articleId: string }[] };
  const id = imported[0]?.articleId ?? '';
  const { out } = await attache(['details', id]);
  expect(out).toContain('issued: n.d.\n');
  expect(out).toContain('issued: “March 10” (date-in-text)\n    2026-03-10  file-name-date:');
  expect(await json('details', id, '--date', '2026-03-10')).toMatchObject({
    id,
    issued: '2026-03-10',
  });
  expect((await attache(['details', id, '--date', 'March'])).status).toBe(1);
  await attache(['call', 'articles.delete', JSON.stringify({ id })]);
});

describe('wrong usage ends with 2 and says how', () => {
  test.each([
    [[]],
    [['nothing']],
    [['import']],
    [['import', 'a', '--resume']],
    [['import', 'a', '--report', 'x.txt']],
    [['import', 'a', '--changed', 'perhaps']],
    [['search']],
    [['check', 'extra']],
    [['restore']],
    [['call']],
    [['call', 'a', 'b', 'c']],
    [['call', 'library.info', '{not json']],
    [['articles', '--unknown']],
    [['articles', '--port', '3']],
    [['articles', '--limit', 'many']],
    [['articles', '--sort', 'colour']],
    [['search', 'x', '--in', 'elsewhere']],
    [['export', 'nothing']],
    [['export', 'briefing']],
    [['export', 'annotations', 'id']],
    [['export', 'annotations', '--format', 'exe']],
    [['serve', '--port', '70000']],
  ])('%j', async (args) => {
    const { status, out, said } = await attache(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(said).toMatch(/^attache: .+\nTry "attache --help"\.\n$/);
  });
});

test('help and version', async () => {
  expect(await attache(['--version'])).toMatchObject({ status: 0, out: '1.2.3\n' });
  expect((await attache(['--help'])).out).toContain('call');
  expect((await attache(['import', '--help'])).out).toContain('import PATH…');
  expect((await attache(['help', 'import'])).out).toContain('import PATH…');
});

test.each([
  [['bogus']],
  [['articles', '--bogus']],
  [['articles', '--limit', '0']],
  [['articles', '--sort', 'mood']],
  [['search']],
])(
  'wrong usage ends with 2, and is one value of JSON where that is asked for: %j',
  async (args) => {
    const { status, out, said } = await attache(['--json', ...args]);
    expect(status).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(said).toMatch(/^attache: /);
    expect((await attache(args)).out).toBe('');
  },
);

test('a sort key may begin with a dash', async () => {
  expect((await attache(['articles', '--sort', '-date'])).status).toBe(0);
  expect((await attache(['articles', '--sort=-words', '--limit', '1'])).status).toBe(0);
});

test('import, list, search', async () => {
  const imported = await attache(['import', join(home, 'articles')]);
  expect(imported).toMatchObject({ status: 0 });
  expect(imported.out).toContain('2 imported, 0 already there or alike, 0 failed');
  expect(await json('articles')).toMatchObject({ total: 2 });
  expect((await attache(['articles', '--sort', 'title'])).out).toMatch(
    /Bridge closed for repairs[\s\S]*Harbour reopens after storm[\s\S]*2 articles/,
  );
  expect(await json('search', 'harbour', '--in', 'articles')).toMatchObject({
    groups: [{ kind: 'articles', total: 1 }],
  });
  expect((await attache(['search', 'harbour'])).out).toContain('Harbour reopens after storm');
  expect((await attache(['search', 'nowhere-at-all'])).out).toContain('Nothing found.');
});

test('an import writes its report, and says that there is nothing to go on with', async () => {
  const report = join(home, 'report.csv');
  const { status } = await attache(['import', join(home, 'articles'), '--report', report]);
  expect(status).toBe(0);
  expect(readFileSync(report, 'utf8')).toContain('Already in the library');
  const resumed = await attache(['import', '--resume']);
  expect(resumed).toMatchObject({ status: 1 });
  expect(resumed.said).toContain('nothing to go on with');
});

test('a file that fails is named, the others are imported, and the status is 1', async () => {
  const good = join(home, 'articles', 'harbour.txt');
  const { status, out, said } = await attache(['import', join(home, 'empty.txt'), good]);
  expect(status).toBe(1);
  expect(said).toContain('empty.txt');
  expect(out).toContain('0 imported, 1 already there or alike, 1 failed');
});

test('annotations are imported, and what cannot be read is named', async () => {
  const file = join(home, 'annotations.json');
  writeFileSync(
    file,
    JSON.stringify([
      null,
      {
        target: {
          source: 'https://elsewhere.example/',
          selector: { type: 'TextQuoteSelector', exact: 'Ferries', prefix: 'a ' },
        },
      },
    ]),
  );
  const { status, out, said } = await attache(['import-annotations', file]);
  expect(status).toBe(1);
  expect(said).toContain('annotations.json, item 1: This is not an annotation.');
  expect(out).toContain('1 wait for 1 texts that are not in the library');
});

test('call takes its input as an argument and from standard input', async () => {
  const note = await json('call', 'notes.create', '{"markdown":"By argument."}');
  expect(note).toMatchObject({ text: 'By argument.' });
  expect((await attache(['--json', 'call', 'library.info', '-'], '')).status).toBe(0);
  const piped = await attache(['--json', 'call', 'notes.create', '-'], '{"markdown":"Piped."}');
  expect(JSON.parse(piped.out)).toMatchObject({ text: 'Piped.' });
});

test('a refused call ends with 1: the code for programs, the message for people', async () => {
  const { status, out, said } = await attache(['--json', 'call', 'articles.get', '{"id":"none"}']);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'not-found', field: 'id' } });
  expect(said).toMatch(/^attache: .*"none".* \(not-found\)\n$/);
});

test('while another program writes: reading works and says so, writing is refused', async () => {
  const parse = { parse: () => Promise.reject(new Error('nothing is parsed here')) };
  const writer = openLibrary(join(home, 'library'), testPorts(parse));
  try {
    const read = await attache(['--json', 'articles']);
    expect(read).toMatchObject({ status: 0 });
    expect(JSON.parse(read.out)).toMatchObject({ total: 2 });
    expect(read.said).toMatch(/open for writing.*Reading what is saved/);
    for (const args of [
      ['import', home],
      ['call', 'notes.create', '{"markdown":"No."}'],
    ]) {
      const { status, out } = await attache(['--json', ...args]);
      expect(status).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ error: { code: 'library-locked' } });
    }
  } finally {
    await writer.close();
  }
});

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

describe('where there is no library', () => {
  const commands = [
    ['articles'],
    ['search', 'harbour'],
    ['details', 'some-id'],
    ['check'],
    ['backup'],
    ['export', 'annotations'],
    ['export', 'briefing'],
  ];

  test.each(commands)('%s says so and makes none', async (...command) => {
    const nowhere = join(home, 'nowhere');
    const other = join(home, 'articles');
    const files = readdirSync(other);
    for (const dir of [nowhere, other]) {
      const { status, out, said } = await attache(['--library', dir, '--json', ...command]);
      expect(status).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ error: { code: 'not-found' } });
      expect(said).toContain(`There is no library in ${dir}.`);
    }
    expect(readdirSync(home)).not.toContain('nowhere');
    expect(readdirSync(other)).toEqual(files);
  });

  test('an empty folder is one that is still to be filled', async () => {
    const dir = mkdtempSync(join(home, 'empty-'));
    const { status, out } = await attache(['--library', dir, '--json', 'articles']);
    expect({ status, ...(JSON.parse(out) as object) }).toMatchObject({ status: 0, total: 0 });
  });

  test('a call makes one, as every host does', async () => {
    const { status } = await attache(['--library', join(home, 'made'), 'call', 'library.info']);
    expect(status).toBe(0);
  });

  test.each([
    ['export', 'nothing'],
    ['export', 'toString'],
    ['articles', '--limit', 'many'],
    ['search', 'x', '--in', 'elsewhere'],
  ])('wrong usage is said first: %s %s', async (...command) => {
    const { status } = await attache(['--library', join(home, 'nowhere'), ...command]);
    expect(status).toBe(2);
  });
});

test('export writes the named file, and never over another unasked', async () => {
  const { id } = (await json(
    'call',
    'briefings.create',
    '{"title":"Week","markdown":"All quiet."}',
  )) as {
    id: string;
  };
  const target = join(home, 'week.md');
  expect(await json('export', 'briefing', id, '--format', 'md', '--out', target)).toEqual({
    path: target,
  });
  expect(readFileSync(target, 'utf8')).toContain('All quiet.');
  const styled = ['export', 'briefing', id, '--format', 'md', '--out', target, '--style'];
  expect(await json(...styled, 'apa')).toEqual({ path: target });
  expect(await attache([...styled, 'no-such-style'])).toMatchObject({ status: 2 });
  const broken = await attache([...styled, join(home, 'articles', 'harbour.txt')]);
  expect(broken).toMatchObject({ status: 1 });
  expect(broken.said).toContain('not well-formed XML');

  const here = process.cwd();
  process.chdir(home);
  try {
    const made = await json('export', 'annotations');
    expect(readdirSync(home)).toContain((made as { path: string }).path.split('/').at(-1));
    const again = await attache(['--json', 'export', 'annotations']);
    expect(again.status).toBe(1);
    expect(JSON.parse(again.out)).toMatchObject({ error: { code: 'target-exists' } });
  } finally {
    process.chdir(here);
  }
});

test('every kind and format is exported, with its name, and each help says so', async () => {
  const out = mkdtempSync(join(home, 'out-'));
  const help = (await attache(['export', '--help'])).out;
  const kinds: readonly [kind: string, formats: readonly string[]][] = [
    ['briefing', ['docx', 'html', 'md']],
    ['annotations', ['jsonld', 'csv', 'md']],
    ['sources', ['csl-json', 'bibtex', 'ris']],
    ['statements', ['csv', 'grid']],
    ['network', ['graphml', 'csv']],
    ['bundle', ['attache', 'qdpx']],
  ];
  for (const [kind, formats] of kinds) {
    expect(help).toMatch(new RegExp(`^  ${kind} +${formats.join(', ')}`, 'm'));
    for (const format of formats) {
      const folder = join(out, `${kind}-${format}`);
      mkdirSync(folder);
      const id = kind === 'briefing' ? [await firstBriefing()] : [];
      const made = (await json('export', kind, ...id, '--format', format, '--out', folder)) as {
        path: string;
      };
      expect(readdirSync(folder)).toEqual([made.path.split('/').at(-1)]);
    }
  }
  for (const [kind, file, holds] of [
    ['annotations', 'a.csv', /^\uFEFFid,/u],
    ['annotations', 'a.JSON', /anno\.jsonld/u],
    ['sources', 'a.bib', /^@/u],
    ['network', 'a.xml', /<graphml/u],
  ] as const) {
    await json('export', kind, '--out', join(out, file));
    expect(readFileSync(join(out, file), 'utf8')).toMatch(holds);
  }
  expect((await attache(['export', 'network', '--format', 'docx'])).status).toBe(2);
  expect((await attache(['export', 'poem'])).status).toBe(2);
  const [unnamed] = [await attache(['export', 'briefing', '--format', 'md', '--out', out])];
  expect(unnamed.status === 0 || unnamed.said.includes('Name the briefing')).toBe(true);
});

async function firstBriefing(): Promise<string> {
  const { items } = (await json('call', 'briefings.list')) as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

test.runIf(canMount)('a library on a full disk is read, and not written to', () =>
  onDisk('size=4m', async (disk) => {
    const library = ['--library', join(disk, 'library'), '--json'];
    await attache([...library, 'call', 'notes.create', '{"markdown":"Before it was full."}']);
    const room = statfsSync(disk);
    writeFileSync(join(disk, 'filling'), new Uint8Array(room.bavail * room.bsize));
    const read = await attache([...library, 'call', 'notes.list']);
    expect(read.status).toBe(0);
    expect(JSON.parse(read.out)).toMatchObject({ total: 1 });
    expect(read.said).toContain('The disk is full');
    const written = await attache([...library, 'call', 'notes.create', '{"markdown":"After."}']);
    expect(written.status).toBe(1);
    expect(JSON.parse(written.out)).toMatchObject({ error: { code: 'disk-full' } });
  }),
);

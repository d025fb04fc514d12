import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { testCommandLine } from './test-command-line.ts';

const { home, attache, json, dispose } = testCommandLine();
afterAll(dispose);

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
    [['articles', '--library', '']],
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
  expect(JSON.parse((await attache(['--version', '--json'])).out)).toEqual({ version: '1.2.3' });
  for (const asked of [['--help'], ['help'], ['import', '--help']]) {
    const { help } = JSON.parse((await attache([...asked, '--json'])).out) as { help: string };
    expect(help).toContain('attache [--library DIR] [--json]');
  }
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
  expect(imported.out).toContain('2 imported, 0 already there, 0 failed');
  expect(await json('articles')).toMatchObject({ total: 2 });
  expect((await attache(['articles', '--sort', 'title'])).out).toMatch(
    /Bridge closed for repairs[\s\S]*Harbour reopens after storm[\s\S]*2 articles/,
  );
  expect(await json('search', 'harbour', '--in', 'articles')).toMatchObject({
    groups: [{ kind: 'articles', total: 1 }],
  });
  expect((await attache(['search', 'harbour'])).out).toContain('Harbour reopens after storm');
  const without = await attache(['--json', 'search', 'harbour', '-storm', '--limit', '3']);
  expect(JSON.parse(without.out)).toMatchObject({
    understood: [{ text: 'harbour' }, { text: 'storm', negated: true }],
  });
  expect((await attache(['search', 'nowhere-at-all'])).out).toContain('Nothing found.');
});

test('articles that are like another are counted among those imported', async () => {
  const wire = ['02-continental-wire.txt', '04-lakeside-post.txt'].map((name) =>
    join(import.meta.dirname, '../../../../resources/sample-corpus', name),
  );
  const { out } = await attache(['--library', join(home, 'wire'), 'import', ...wire]);
  expect(out).toContain('2 imported (1 like another article), 0 already there, 0 failed');
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
  expect(out).toContain('0 imported, 1 already there, 1 failed');
});

test('a bibliography says what it filled in, and which records are of no article', async () => {
  const file = join(home, 'zotero.ris');
  const record = (title: string) => `TY  - NEWS\nTI  - ${title}\nT2  - The Brisk Mail\nER  - \n`;
  writeFileSync(file, record('Harbour reopens after storm') + record('Nowhere to be found'));
  const report = join(home, 'report.md');
  const first = await attache(['import', file, '--report', report]);
  expect(first).toMatchObject({ status: 1 });
  expect(first.said).toContain('“Nowhere to be found”');
  expect(first.out).toContain(
    '1 article filled in from a bibliography, 1 record of no article, 0 failed',
  );
  const saved = readFileSync(report, 'utf8');
  expect(saved).toContain('- Filled in: 1');
  expect(saved).toContain('- Matches no article: 1');
  expect(saved).toContain('Filled in: outlet.');
  expect(saved).not.toContain('Not read');
  const again = await attache(['import', file]);
  expect(again.out).toContain(
    '0 articles filled in from a bibliography, 1 record with nothing new, 1 record of no article',
  );
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

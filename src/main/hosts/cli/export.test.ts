import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCommandLine } from './test-command-line.ts';

const { home, attache, json, dispose } = testCommandLine();
afterAll(dispose);
beforeAll(async () => void (await json('import', join(home, 'articles'))));

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
  expect(
    await json('export', 'briefing', '--briefing', id, '--format', 'md', '--out', target),
  ).toEqual({ path: target });
  expect((await attache(['export', 'network', '--article', id])).said).toContain(
    'export network takes no --article.',
  );
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

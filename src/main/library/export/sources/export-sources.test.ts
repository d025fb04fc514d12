import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, isInstalled } from '../briefing/test-briefing.ts';

const pandoc = isInstalled('pandoc');
if (!pandoc) console.warn('pandoc is not installed: exports are NOT read back by it.');

describe('export.sources', () => {
  let desk: Desk;
  let made: Awaited<ReturnType<Desk['write']>>;
  beforeAll(async () => {
    desk = new Desk();
    made = await desk.write();
    desk.notebook.addArticle({ title: 'Not cited', text: 'x' });
  });
  afterAll(() => desk.dispose());

  const text = async (
    format: 'csl-json' | 'bibtex' | 'ris',
    briefingId?: string,
    articleIds?: string[],
  ) => {
    const file = await desk.exports['export.sources']({
      format,
      ...(briefingId === undefined ? {} : { briefingId }),
      ...(articleIds === undefined ? {} : { articleIds }),
    });
    return 'base64' in file ? Buffer.from(file.base64, 'base64').toString() : '';
  };

  it('writes the cited articles as CSL-JSON, and unknown fields not at all', async () => {
    const { id, harbour, island } = made;
    const items = JSON.parse(await text('csl-json', id)) as { id: string; issued?: unknown }[];
    expect(items.map((item) => item.id).sort()).toEqual([harbour, island].sort());
    expect(items.find((item) => item.id === harbour)?.issued).toEqual({
      'date-parts': [[2031, 4, 2]],
    });
    expect(items.find((item) => item.id === island)).not.toHaveProperty('issued');
  });

  it('writes only the articles it is given, of those of a briefing where one is named', async () => {
    const { id, harbour } = made;
    const written = async (...given: [string | undefined, string[]]) =>
      (JSON.parse(await text('csl-json', ...given)) as { id: string }[]).map((item) => item.id);
    const rest = (JSON.parse(await text('csl-json')) as { id: string; title: string }[]).find(
      ({ title }) => title === 'Not cited',
    );
    const other = rest?.id ?? '';
    expect((await written(undefined, [other, harbour, 'gone'])).sort()).toEqual(
      [harbour, other].sort(),
    );
    expect(await written(id, [other, harbour])).toEqual([harbour]);
  });

  const squeeze = (title: string) => title.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

  it.runIf(pandoc)('writes BibTeX that pandoc reads back (needs pandoc)', async () => {
    const want = JSON.parse(await text('csl-json')) as { title: string }[];
    const file = join(desk.notebook.dir, 's.bib');
    writeFileSync(file, await text('bibtex'));
    const back = JSON.parse(
      execFileSync('pandoc', ['-f', 'biblatex', '-t', 'csljson', file]).toString(),
    ) as { title: string; issued?: unknown }[];
    expect(back.map(({ title }) => title).sort()).toEqual(
      want.map(({ title }) => squeeze(title)).sort(),
    );
    expect(back.filter(({ issued }) => issued !== undefined)).toHaveLength(1);
  });

  it('writes RIS with one field a line and a record for every article', async () => {
    const records = (await text('ris'))
      .split(/^ER {2}- \r\n/m)
      .filter((part) => part.trim() !== '');
    expect(records).toHaveLength(3);
    for (const line of records.join('').trim().split(/\r\n/)) {
      expect(line).toMatch(/^(?:[A-Z][A-Z\d] {2}- \S.*)?$/u);
    }
    expect(records.join('')).toContain('DA  - 2031/04/02/');
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../parse.ts';

async function read(name: string, text: string) {
  const { format, records, failed } = await parseFile({ name, bytes: Buffer.from(text) });
  return {
    format,
    records: records.map(({ record }) => record),
    failed: failed.map(({ part }) => part),
  };
}

const nothing = {
  placing: {},
  title: null,
  'container-title': null,
  author: [],
  issued: null,
  accessed: null,
  URL: null,
  DOI: null,
  language: null,
  abstract: null,
};

describe('RIS', () => {
  it('gives the fields of each record, the more exact date, and what goes on over lines', async () => {
    const got = await read(
      'export.ris',
      `TY  - NEWS
TI  - Ferry vote delayed
AU  - Lund, Ada
AU  - The Courier's staff
T2  - Estholm Courier
PY  - 2026
DA  - 2026/03/11/
SE  - World
SP  - A1
EP  - A3
UR  - https://courier.example/ferry?x=1
LA  - English
Y2  - 2026/04/02/
N2  - The board put the vote off.
It meets again in May.
ER  -${' '}

TY  - JOUR
T1  - On crossings
DO  - https://doi.org/10.5555/ABC.12
ER  -
`,
    );
    expect(got).toEqual({
      format: 'ris',
      failed: [],
      records: [
        {
          title: 'Ferry vote delayed',
          'container-title': 'Estholm Courier',
          author: [{ family: 'Lund', given: 'Ada' }, { literal: "The Courier's staff" }],
          issued: '2026-03-11',
          accessed: '2026-04-02',
          URL: 'https://courier.example/ferry?x=1',
          DOI: null,
          language: 'en',
          placing: { section: 'World', page: 'A1–A3' },
          abstract: 'The board put the vote off.\nIt meets again in May.',
        },
        { ...nothing, title: 'On crossings', DOI: '10.5555/abc.12' },
      ],
    });
  });

  it('ends a record whose end is missing where the next begins, and leaves out empty ones', async () => {
    const got = await read(
      'cut.ris',
      'TY  - NEWS\nTI  - One\nTY  - NEWS\nKW  - ferry\nER  - \nTY  - NEWS\nTI  - Three',
    );
    expect(got.records.map((record) => record.title)).toEqual(['One', 'Three']);
    expect(got.failed).toEqual(['2']);
  });
});

describe('BibTeX', () => {
  it('reads names, accents, strings, months and joined values', async () => {
    const got = await read(
      'refs.bib',
      String.raw`% my references
@string{cour = "Estholm " # {Courier}}
@comment{ @article{not, title={No}} }
@article{lund26,
  author = {Lund, {\AA}da and M{\"u}ller, J{\'o}zef and {Ministry of Ferries} and Ursula von der Quay and Ada {Lund Jr.} and others},
  title = {The {Ferry} Vote --- a \textit{second} Look at 50\% of \L{}\'od\'z},
  journal = cour, year = 2026, month = mar, day = "11",
  url = {https://courier.example/a\_b},
}
@online(second, title="One {"}odd{"} thing", date={2026-04-01/2026-04-05}, organization={Board}, langid=german) @misc{third, title = 2026, doi={10.5555/x}}`,
    );
    expect(got.failed).toEqual([]);
    expect(got.records[0]).toMatchObject({
      title: 'The Ferry Vote — a second Look at 50% of Łódź',
      'container-title': 'Estholm Courier',
      author: [
        { family: 'Lund', given: 'Åda' },
        { family: 'Müller', given: 'Józef' },
        { literal: 'Ministry of Ferries' },
        { family: 'von der Quay', given: 'Ursula' },
        { family: 'Lund Jr.', given: 'Ada' },
      ],
      issued: '2026-03-11',
      URL: 'https://courier.example/a_b',
    });
    expect(got.records.at(-1)).toMatchObject({ title: '2026', DOI: '10.5555/x' });
  });

  it('gives up an entry whose strings are made of strings without end, by name', async () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}`);
    const source = `@string{s0 = "ha"}\n${doubled.join('\n')}\n@article{endless, title = s40 # s19 # s20 # s19 # s20}\n@article{whole, title = {Ferry}}`;
    const bytes = Buffer.from(source);
    const { records, failed } = await parseFile({ name: 'strings.bib', bytes });
    expect(records.map(({ record }) => record.title)).toContain('Ferry');
    expect(failed.length + records.length).toBe(2);
  });

  it('goes on after a broken entry and takes time in proportion', async () => {
    const got = await read(
      'b.bib',
      '@article{a, title = {open\n@article{b, title = {Fine}}\n@article{c, = }\n',
    );
    expect(got.records.map((record) => record.title)).toEqual(['Fine']);
    expect(got.failed).toEqual(['a', 'c']);
    const many = await read('many.bib', '@article{a, title = {open\n'.repeat(15_000));
    expect(many.failed).toHaveLength(15_000);
    await read('spaces.bib', `@article{a, title={x}, author = {${' '.repeat(200_000)}}}`);
    await read('braces.bib', `@article{a, title=${'{'.repeat(200_000)}`);
  });
});

describe('CSL-JSON', () => {
  it('gives the fields, passing over values of the wrong shape', async () => {
    const got = await read(
      'zotero.json',
      JSON.stringify([
        {
          id: 1,
          type: 'article-newspaper',
          title: '<span class="nocase">Ferry</span> <i>vote</i> delayed',
          'container-title': 'Estholm Courier',
          author: [
            { family: 'Quay', given: 'Ursula', 'non-dropping-particle': 'von der' },
            { literal: 'Ministry' },
          ],
          issued: { 'date-parts': [['2026', 3]] },
          accessed: { raw: '2026-04-02' },
          URL: 'javascript:alert(1)',
          language: 'en-GB',
        },
        { id: 'x', type: 'webpage', title: { not: 'text' }, DOI: '10.5555/y', issued: 7 },
        { id: 'bare', type: 'book' },
        null,
      ]),
    );
    expect(got.records).toEqual([
      {
        ...nothing,
        title: 'Ferry vote delayed',
        'container-title': 'Estholm Courier',
        author: [{ family: 'von der Quay', given: 'Ursula' }, { literal: 'Ministry' }],
        issued: '2026-03',
        accessed: '2026-04-02',
        language: 'en',
      },
      { ...nothing, DOI: '10.5555/y' },
    ]);
    expect(got.failed).toEqual(['bare', '4']);
  });

  it('is not what other JSON is, and says where it is cut or nested without end', async () => {
    await expect(read('map.json', '{"type": "Feature", "title": "A map"}')).rejects.toMatchObject({
      code: 'unsupported-format',
    });
    for (const text of [
      '[{"type": "webpage", "title": "cut',
      `[{"type": "webpage", "title": ${'['.repeat(100_000)}`,
    ]) {
      await expect(read('cut.json', text)).rejects.toMatchObject({ code: 'damaged-file' });
    }
    const hostile =
      '[{"type":"webpage","title":"T","__proto__":{"URL":"x"},"issued":{"date-parts":[[1e999]]}}]';
    expect((await read('h.json', hostile)).records).toEqual([{ ...nothing, title: 'T' }]);
    await expect(read('none.json', '{"type": "webpage", "items": []}')).rejects.toMatchObject({
      code: 'no-articles',
    });
  });
});

const folder = resolve(
  import.meta.dirname,
  '../../../../../../../shared/data/documents/bibliography',
);
const there = existsSync(folder);
if (!there) console.warn(`SKIPPED: the public bibliographies are not at ${folder}`);

it.skipIf(!there)('reads the public bibliographies (skipped where they are absent)', async () => {
  for (const name of readdirSync(folder)) {
    const { format, records, failed } = await read(name, readFileSync(join(folder, name), 'utf8'));
    expect(format, name).toBe(name.endsWith('.ris') ? 'ris' : 'bibtex');
    expect(records.length + failed.length, name).toBeGreaterThan(0);
    for (const { title } of records) expect(title ?? '', name).not.toMatch(/\\[a-z]+|[{}]/);
  }
});

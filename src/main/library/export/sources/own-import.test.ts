import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../import/parse.ts';
import { sourcesBibtex } from './bibtex.ts';
import { sourcesCsl, type CslItem } from './csl.ts';
import { sourcesRis } from './ris.ts';

const formats = [
  ['BibTeX', 'sources.bib', sourcesBibtex],
  ['RIS', 'sources.ris', sourcesRis],
  ['CSL-JSON', 'sources.json', sourcesCsl],
] as const;

const squeeze = (words: string) => words.replaceAll(/\s+/gu, ' ').trim();

/** Words as titles have them, with everything that a format could take for its own. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Ferry',
        '50%',
        '{braces}',
        '$3',
        'a_b',
        '#1',
        '~',
        '^',
        '\\n',
        '“quoted”',
        "d'Arc",
        'R&D',
        '日本',
        '서울',
        'القمة',
        'ER  - x',
        '@article{x,',
        '<b>',
        '…',
        '—',
        '“',
      ),
      fc.stringMatching(/^[A-Za-z]{1,8}$/),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => squeeze(`Title ${parts.join(' ')}`));

const day = fc.constantFrom<[number, ...number[]]>([2031], [2031, 4], [2031, 4, 2], [1999, 12, 31]);
const item: fc.Arbitrary<CslItem> = fc
  .record({
    title: words,
    outlet: fc.option(words, { nil: undefined }),
    family: fc.constantFrom('Quist', 'de la Cruz', '島田', 'O’Neil'),
    given: fc.constantFrom('Mara', '花', 'Jean-Luc'),
    issued: fc.option(day, { nil: undefined }),
  })
  .map(({ title, outlet, family, given, issued }) =>
    Object.assign(
      {
        id: 'x',
        type: 'article-newspaper' as const,
        title,
        author: [{ family, given }],
        URL: 'https://quay.example/a_b?x=1&y=%7B2%7D#c',
        language: 'en',
      },
      outlet === undefined ? {} : { 'container-title': outlet },
      issued === undefined ? {} : { issued: { 'date-parts': [issued] as const } },
    ),
  );

/** What only some formats have a place for. */
const placing = {
  section: 'World & trade',
  page: 'A1–A3',
  edition: 'Final Edition',
  volume: '12',
  issue: '3',
  genre: 'Newspaper',
  dimensions: '523 words',
  archive: 'Nexis',
  number: 'QUAY000020310402e742',
};

const dated = (parts: readonly number[] | undefined): string | null =>
  parts === undefined
    ? null
    : parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');

describe.each(formats)('sources as %s, read back by our own import', (_name, file, write) => {
  it('say the same, whatever their words are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 4 }), async (items) => {
        const { records, failed } = await parseFile({
          name: file,
          bytes: Buffer.from(write(items)),
        });
        expect(failed).toEqual([]);
        const fields = records.map(({ record }) => ({
          title: record.title,
          outlet: record['container-title'],
          author: record.author,
          issued: record.issued,
          URL: record.URL,
          language: record.language,
        }));
        expect(fields).toEqual(
          items.map((source) => ({
            title: source.title,
            outlet: source['container-title'] ?? null,
            author: source.author,
            issued: dated(source.issued?.['date-parts'][0]),
            URL: source.URL,
            language: 'en',
          })),
        );
      }),
      { numRuns: 60 },
    );
  });
});

it.each([
  ['RIS', 'sources.ris', sourcesRis, placing],
  ['CSL-JSON', 'sources.json', sourcesCsl, placing],
  [
    'BibTeX',
    'sources.bib',
    sourcesBibtex,
    { page: 'A1–A3', edition: 'Final Edition', volume: '12', issue: '3', archive: 'Nexis' },
  ],
] as const)('%s keeps where an article stands', async (_name, file, write, kept) => {
  const items = [{ id: 'x', type: 'article-newspaper' as const, title: 'Ferry', ...placing }];
  const { records } = await parseFile({ name: file, bytes: Buffer.from(write(items)) });
  expect(records.map(({ record }) => record.placing)).toEqual([kept]);
});

it.each([
  ['en-GB', '  langid = {english},'],
  ['ja', '  langid = {japanese},'],
  ['xx-none', undefined],
  ['not a tag', undefined],
])('BibTeX calls the language %s as babel does', (language, line) => {
  const item = { id: 'x', type: 'article-newspaper' as const, title: 'Ferry', language };
  const lines = sourcesBibtex([item]).split('\n');
  expect(lines.find((each) => each.includes('langid'))).toBe(line);
});

const pandoc = spawnSync('pandoc', ['--version']).status === 0;
if (!pandoc) console.warn('pandoc is not installed: sources are NOT read back by it.');

describe.runIf(pandoc)('sources read back by pandoc (needs pandoc)', () => {
  const items: CslItem[] = [
    {
      id: 'a',
      type: 'article-newspaper',
      title: 'Harbour & piers: 50% of $3',
      author: [{ family: 'Quist', given: 'Mara' }, { literal: 'Coast Wire and Sons' }],
      'container-title': 'The Daily Quay',
      issued: { 'date-parts': [[2031, 4, 2]] },
      URL: 'https://quay.example/piers?a=1&b=2_3',
    },
    {
      id: 'b',
      type: 'article-newspaper',
      title: '船は出た',
      issued: { 'date-parts': [[2031, 4]] },
    },
    { id: 'c', type: 'article-newspaper', title: 'No date', 'container-title': '港日報' },
  ];

  it.each([
    ['biblatex', sourcesBibtex],
    ['csljson', sourcesCsl],
  ] as const)('as %s', (format, write) => {
    const read = execFileSync('pandoc', ['-f', format, '-t', 'csljson'], { input: write(items) });
    const back = JSON.parse(read.toString()) as CslItem[];
    expect(back.map(({ type }) => type)).toEqual(items.map(({ type }) => type));
    expect(back.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
    expect(back.map((each) => each['container-title'])).toEqual(
      items.map((each) => each['container-title']),
    );
    const dates = back.map(({ issued }) => issued?.['date-parts'][0].map(Number));
    expect(dates).toEqual([[2031, 4, 2], [2031, 4], undefined]);
    expect(back[0]?.author).toEqual(items[0]?.author);
    expect(back[0]?.URL).toBe(items[0]?.URL);
  });
});

it('CSL-JSON is valid against the published schema, whatever is known', () => {
  const schema = readFileSync(join(import.meta.dirname, '../schemas/csl-data.json'), 'utf8');
  const validate = new Ajv({ strict: false }).compile(JSON.parse(schema) as object);
  const problems = (items: readonly CslItem[]) =>
    validate(JSON.parse(sourcesCsl(items))) ? null : validate.errors;
  fc.assert(
    fc.property(fc.array(item), (items) => {
      expect(problems(items)).toBeNull();
    }),
    { numRuns: 30 },
  );
  const full: CslItem = {
    id: 'x',
    type: 'article-newspaper',
    title: 'Ferry',
    author: [{ literal: 'Coast Wire' }],
    accessed: { 'date-parts': [[2031, 5, 1]] },
    ...placing,
  };
  expect(problems([full])).toBeNull();
  expect(problems([{ ...full, month: 4 } as CslItem])).not.toBeNull();
});

describe('a RIS record', () => {
  it('is a newspaper’s article with its year, its full date, and one end', () => {
    const written = sourcesRis([
      {
        id: 'a',
        type: 'article-newspaper',
        title: 'Ferry\nsails',
        issued: { 'date-parts': [[2031, 4, 2]] },
        accessed: { 'date-parts': [[2031, 5]] },
      },
    ]);
    expect(written.split('\r\n')).toEqual([
      'TY  - NEWS',
      'TI  - Ferry sails',
      'PY  - 2031',
      'DA  - 2031/04/02/',
      'Y2  - 2031/05//',
      'ID  - a',
      'ER  - ',
      '',
    ]);
  });
});

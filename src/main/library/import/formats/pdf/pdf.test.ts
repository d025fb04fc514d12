import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { findBrowser } from '../../../../../../scripts/browser.mjs';
import { parseFile } from '../../parse.ts';
import { pdfOf, type PdfWords } from './one-page-pdf.ts';

async function read(bytes: Uint8Array) {
  const { articles } = await parseFile({ name: 'a.pdf', bytes });
  const { text, blocks, marks, hidden } = articles[0] ?? {
    text: '',
    blocks: [],
    marks: [],
    hidden: [],
  };
  const gone = (start: number, end: number) =>
    hidden.some((range) => range.start <= start && range.end >= end);
  return {
    shown: blocks
      .filter(({ start, end }) => !gone(start, end))
      .map(({ kind, start, end }) => [kind, text.slice(start, end)]),
    hidden: hidden.map(({ start, end }) => text.slice(start, end)),
    pages: marks
      .filter(({ kind }) => kind === 'page')
      .map(({ label, start, end }) => [label, text.slice(start, end)]),
  };
}

const column = (x: number, from: number, lines: readonly string[]): PdfWords[] =>
  lines.map((text, index) => ({ text, x, y: from - index * 14 }));

const left = [
  'The harbour board of Estholm voted on',
  'Tuesday to keep the ferry, after two days',
  'of talks with the owners, the captain and',
  'the council, which had asked for more',
  'time and a report on the cros-',
];
const right = [
  'sing in winter. Nobody was surprised.',
  'The price of granite fell for the fifth',
  'month in a row, the exchange said, and',
  'buyers wait for the spring before they',
  'order anything at all, said a buyer.',
];

it('reads columns one after the other, below what spans them, however the file is written', async () => {
  const title = {
    text: 'Ferry stays, granite falls again as the winter ends',
    x: 72,
    y: 740,
    size: 20,
  };
  const [a, b] = [column(72, 700, left), column(330, 700, right)];
  const byRows = a.flatMap((words, index) => [b[index] ?? words, words]);
  const wanted = [
    ['heading', title.text],
    [
      'paragraph',
      'The harbour board of Estholm voted on Tuesday to keep the ferry, after two days of talks with the owners, the captain and the council, which had asked for more time and a report on the crossing in winter. Nobody was surprised.',
    ],
    [
      'paragraph',
      'The price of granite fell for the fifth month in a row, the exchange said, and buyers wait for the spring before they order anything at all, said a buyer.',
    ],
  ];
  const shown = [byRows, [...b, ...a]].map((words) => read(pdfOf([[...words, title]])));
  for (const page of await Promise.all(shown)) {
    // Both columns have the same lines: only the end of a sentence tells the second paragraph.
    expect(page.shown.map(([, text]) => text).join(' ')).toBe(
      wanted.map(([, text]) => text).join(' '),
    );
    expect(page.shown[0]).toEqual(wanted[0]);
  }
});

it('joins paragraphs over pages, hides headers, footers and numbers, and marks the pages', async () => {
  const names = ['first', 'second', 'third'];
  const page = (name: string, index: number): PdfWords[] => [
    { text: 'Estholm Courier', x: 72, y: 770 },
    ...column(72, 700, [
      `${index === 0 ? 'The' : 'on: the'} ${name} page, with a line of words that`,
      'goes on for a while with more of them, up to the',
      'end of it, and there it does not stop but goes',
    ]),
    { text: `Page ${index + 1} of 3`, x: 280, y: 30 },
  ];
  const pages = names.map(page);
  const { shown, hidden, pages: marks } = await read(pdfOf(pages));
  expect(shown).toHaveLength(1);
  expect(shown[0]?.[1]).toContain('but goes on: the second page');
  expect(hidden).toEqual(
    names.flatMap((_, index) => ['Estholm Courier', `Page ${index + 1} of 3`]),
  );
  expect(marks.map(([label]) => label)).toEqual(['1', '2', '3']);
  expect(marks[1]?.[1]).toMatch(/^on: the second page.*but goes ?$/);
});

it('keeps a headline of two lines whole, and lines that were broken on purpose apart', async () => {
  const headline = (text: string, y: number): PdfWords => ({
    text,
    x: 200 - text.length * 5,
    y,
    size: 20,
  });
  const { shown } = await read(
    pdfOf([
      [
        headline('Ferry stays for a year', 740),
        headline('after two days of talks', 714),
        ...column(72, 680, [
          '11 March 2026',
          'The harbour board of Estholm voted on Tuesday to keep the ferry, after two days of talks',
          'with the owners, the captain and the council, which had asked for more time and a report,',
          'and nobody was surprised by it:',
          'Three crossings a week from June',
          'A joint customs post at the quay',
          '\\267 Two captains and a harbour master',
          '\\267 One report every quarter',
        ]),
      ],
    ]),
  );
  expect(shown).toEqual([
    ['heading', 'Ferry stays for a year after two days of talks'],
    ['paragraph', '11 March 2026'],
    [
      'paragraph',
      'The harbour board of Estholm voted on Tuesday to keep the ferry, after two days of talks with the owners, the captain and the council, which had asked for more time and a report, and nobody was surprised by it:',
    ],
    ['paragraph', 'Three crossings a week from June'],
    ['paragraph', 'A joint customs post at the quay'],
    ['list-item', '• Two captains and a harbour master'],
    ['list-item', '• One report every quarter'],
  ]);
});

it('keeps the hyphen of a compound the document writes with one, and only there', async () => {
  const { shown } = await read(
    pdfOf([
      column(72, 700, [
        'A well-known captain spoke for a long while of the well-',
        'known storm, and of the last cross-',
        'ing of the year, which was a long and terrible one, he said.',
      ]),
    ]),
  );
  expect(shown[0]?.[1]).toContain('of the well-known storm, and of the last crossing of the year');
});

/** Paragraphs of words that need dividing at line ends. */
const paragraphs = Array.from({ length: 14 }, (_, number) =>
  Array.from(
    { length: 4 },
    (_, line) =>
      `Number ${number * 10 + line} of the parliamentary negotiations on the transportation infrastructure concerned the responsibilities of ${line % 2 === 0 ? 'international harbour authorities' : 'every municipality along the northern coast'} in winter.`,
  ).join(' '),
);

const within = async (work: (folder: string) => Promise<void>) => {
  const folder = mkdtempSync(join(tmpdir(), 'attache-pdf-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const words = async (path: string) =>
  (await read(readFileSync(path))).shown.map(([, text]) => text);

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('SKIPPED: LibreOffice is not there to write a PDF.');

it.skipIf(!office)(
  'gives back the paragraphs of two columns LibreOffice printed (skipped without it)',
  () =>
    within(async (folder) => {
      const document = new Document({
        hyphenation: { autoHyphenation: true },
        sections: [
          {
            properties: { column: { count: 2, space: 700 } },
            headers: { default: new Header({ children: [new Paragraph('Estholm Courier')] }) },
            footers: {
              default: new Footer({
                children: [
                  new Paragraph({
                    children: [new TextRun({ children: ['Page ', PageNumber.CURRENT] })],
                  }),
                ],
              }),
            },
            children: paragraphs.map(
              (text) =>
                new Paragraph({ text, alignment: AlignmentType.BOTH, spacing: { after: 120 } }),
            ),
          },
        ],
      });
      const path = join(folder, 'two.docx');
      writeFileSync(path, await Packer.toBuffer(document));
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      spawnSync('soffice', [
        '--headless',
        profile,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        path,
      ]);
      expect(await words(join(folder, 'two.pdf'))).toEqual(paragraphs);
    }),
);

const browser = findBrowser();
if (browser === null) console.warn('SKIPPED: no Chromium is there to print a PDF.');

it.skipIf(browser === null)(
  'gives back the paragraphs of two columns Chromium printed (skipped without it)',
  () =>
    within(async (folder) => {
      const page = join(folder, 'page.html');
      const style =
        '@page{margin:20mm} body{columns:2;column-gap:10mm;text-align:justify;hyphens:auto}';
      writeFileSync(
        page,
        `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}</style>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</html>`,
      );
      const path = join(folder, 'page.pdf');
      spawnSync(browser ?? '', [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${path}`,
        pathToFileURL(page).href,
      ]);
      expect(await words(path)).toEqual(paragraphs);
    }),
);

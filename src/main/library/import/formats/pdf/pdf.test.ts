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
import { readPdf as read } from './test-read-pdf.ts';

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

const sentence = 'The harbour board of Estholm voted on the crossing';
/** Lines of one column, from the top. */
const columnAt = (x: number, top: number, lines: readonly string[]): PdfWords[] =>
  lines.map((text, index) => ({ text, x, y: top - index * 14, size: 10 }));

it('sets a note and a copyright line aside where a sentence goes on in the next column', async () => {
  const left = Array.from({ length: 8 }, (_, index) => `${index} ${sentence}`);
  const right = Array.from(
    { length: 8 },
    (_, index) => `${index} after two days of talks, and then`,
  );
  const { shown } = await read(
    pdfOf([
      [
        ...columnAt(60, 700, [...left, 'and it said that the ferry would have to go on']),
        { text: '1', x: 60, y: 570, size: 8 },
        { text: 'See the report of the board, page 12.', x: 76, y: 570, size: 8 },
        {
          text: 'Copyright 2026 The Estholm Courier, all of it, for all of the islands',
          x: 60,
          y: 540,
          size: 8,
        },
        ...columnAt(330, 700, ['without its second ship until spring.', ...right]),
      ],
    ]),
  );
  const words = shown.map(([, text]) => text);
  expect(words.some((text) => text?.includes('have to go on without its second ship'))).toBe(true);
  expect(words).toContain('1 See the report of the board, page 12.');
});

it('reads a few lines of columns on a page that is set in one', async () => {
  const full = (index: number) =>
    `${index} ${sentence} on Tuesday, after two days of talks with the owners of it`;
  const { shown } = await read(
    pdfOf([
      [
        ...columnAt(60, 700, [
          'Left one of the harbour board',
          'left two of the harbour board',
          'left more of the harbour board',
          'left three of the board.',
        ]),
        ...columnAt(330, 700, [
          'Right one of the harbour board',
          'right two of the harbour board',
          'right more of the harbour board',
          'right three of it.',
        ]),
        ...columnAt(
          60,
          630,
          Array.from({ length: 20 }, (_, index) => full(index)),
        ),
      ],
    ]),
  );
  expect(shown[0]?.[1]).toBe(
    'Left one of the harbour board left two of the harbour board left more of the harbour board left three of the board.',
  );
  expect(shown[1]?.[1]).toMatch(/^Right one .* right three of it\.$/);
});

it('keeps the title of a page a browser printed, hides what stands around it, and reads its address', async () => {
  const page = (number: number): PdfWords[] => [
    { text: '11/22/26, 7:34 PM', x: 24, y: 770, size: 8 },
    { text: 'Ferry vote', x: 300, y: 770, size: 8 },
    { text: 'https://courier.example/ferry', x: 24, y: 20, size: 8 },
    { text: `${number}/2`, x: 560, y: 20, size: 8 },
  ];
  const words = (number: number) =>
    columnAt(60, 700, [`${sentence} for ${number === 1 ? 'good' : 'now'}.`, 'Nobody said why.']);
  const title = { text: 'Ferry vote', x: 60, y: 740, size: 24 };
  for (const pages of [[1], [1, 2]]) {
    const bytes = pdfOf(
      pages.map((number) => [...page(number), ...(number === 1 ? [title] : []), ...words(number)]),
    );
    const { articles } = await parseFile({ name: 'a.pdf', bytes });
    const values = new Map(
      articles[0]?.proposals
        .filter(({ certain }) => certain)
        .map(({ field, value }) => [field, value]),
    );
    expect(values.get('URL')).toBe('https://courier.example/ferry');
    expect(values.get('title')).toBe('Ferry vote');
    const { shown, hidden } = await read(bytes);
    expect(shown[0]).toEqual(['heading', 'Ferry vote']);
    expect(hidden).toHaveLength(pages.length * 4);
  }
});

import { expect, it } from 'vitest';
import { pdfOf, type PdfWords } from './one-page-pdf.ts';
import { readPdf } from './test-read-pdf.ts';

const leading = 13;

/** Lines below each other; those that begin with two blanks are set in by as much as a letter is high. */
const column = (x: number, y: number, lines: readonly string[], size = 10): PdfWords[] =>
  lines.map((line, index) => ({
    text: line.trimStart(),
    x: line.startsWith('  ') ? x + size : x,
    y: y - index * leading * (size / 10),
    size,
  }));

const shownIn = async (...pages: readonly PdfWords[][]) => {
  const { shown } = await readPdf(pdfOf(pages));
  return shown.map(([, words]) => words);
};

it('keeps paragraphs apart whose first line is set in below a full one', async () => {
  expect(
    await shownIn(
      column(60, 700, [
        '  The board of Estholm met for nine hours on Tuesday and put off its vote on the ferry.',
        'Nobody had seen the whole contract, and the mayor asked for another month to read it.',
        '  The union called that an insult to its members and to the people of the northern isle.',
        'It will meet again on Friday.',
      ]),
    ),
  ).toEqual([
    'The board of Estholm met for nine hours on Tuesday and put off its vote on the ferry. Nobody had seen the whole contract, and the mayor asked for another month to read it.',
    'The union called that an insult to its members and to the people of the northern isle. It will meet again on Friday.',
  ]);
});

it('puts a large initial before the first of the lines beside it', async () => {
  const words = await shownIn([
    { text: 'T', x: 60, y: 672, size: 40 },
    ...column(88, 700, [
      'he board of Estholm met for nine hours on Tuesday and',
      'put off its vote on the ferry, because nobody had seen',
    ]),
    ...column(60, 674, ['the whole contract. The mayor asked for another month.']),
    { text: 'A', x: 60, y: 572, size: 40 },
    ...column(90, 600, [
      'mayor may ask for much, said one of them, and for more',
      'than that: the mayor of Selby had asked for a whole year.',
    ]),
  ]);
  expect(words).toEqual([
    'The board of Estholm met for nine hours on Tuesday and put off its vote on the ferry, because nobody had seen the whole contract. The mayor asked for another month.',
    'A mayor may ask for much, said one of them, and for more than that: the mayor of Selby had asked for a whole year.',
  ]);
});

const left = [
  'The board of Estholm met for nine hours on',
  'Tuesday and put off its vote on the ferry',
  'again. The mayor said that nobody of them',
  'had seen the whole contract, and asked for',
  'another month. The next meeting will be on',
];
const right = [
  'Friday, in the old customs house, where the',
  'union has called its members to a rally with',
  'music and speeches. The company has not',
  'answered any of the questions that were put',
  'to it this week. The police expect a crowd.',
];
const sentence = [...left, ...right].join(' ');

it('goes on from column to column, whatever stands over and under them on a single page', async () => {
  const page = [
    { text: 'HARBOUR COURIER', x: 60, y: 760, size: 8 },
    { text: 'Tuesday, 3 March 2026', x: 440, y: 760, size: 8 },
    ...column(60, 700, left),
    ...column(310, 700, right),
    { text: '7', x: 295, y: 40, size: 8 },
  ];
  expect(await shownIn(page)).toContain(sentence);
});

it('leaves a headline at the head of the second column where it stands', async () => {
  const page = [
    ...column(60, 640, left),
    { text: 'Rally planned', x: 310, y: 700, size: 16 },
    ...column(310, 640, right),
  ];
  expect(await shownIn(page)).toEqual([left.join(' '), 'Rally planned', right.join(' ')]);
});

it('takes a number at the head of a column for no note', async () => {
  const page = [
    ...column(60, 700, [...left.slice(0, 4), 'another month, until the thirty-first of July']),
    ...column(310, 700, ['12. The board had never waited so long before', ...right.slice(1)]),
  ];
  const words = await shownIn(
    page,
    column(60, 700, ['Nobody was surprised by the vote of the board.']),
  );
  expect(words[0]).toMatch(/thirty-first of July 12\. The board had never/);
  expect(words[0]).toMatch(/The police expect a crowd\.$/);
});

it('reads a few lines of two columns, the last of them short', async () => {
  const end = ['to it this week, the union said. The police', 'expect a crowd.'];
  const page = [
    ...column(60, 700, left.slice(0, 3)),
    ...column(310, 700, [right[0] ?? '', ...end]),
  ];
  expect(await shownIn(page)).toEqual([[...left.slice(0, 3), right[0], ...end].join(' ')]);
});

it('takes words that were set apart to fill a narrow column for no table', async () => {
  const row = (y: number, words: readonly (readonly [string, number])[]): PdfWords[] =>
    words.map(([text, x]) => ({ text, x, y, size: 10 }));
  const lines = [
    'The mayor said that nobody had',
    'seen the contract on the Tuesday',
    'when it was to be signed, not one',
  ];
  expect(
    await shownIn([
      ...column(60, 700, lines),
      ...row(661, [
        ['of', 60],
        ['the', 90.1],
        ['representatives', 126.2],
        ['it', 206.2],
      ]),
      ...row(648, [
        ['concerned', 60],
        ['the', 125.6],
        ['most', 157.6],
        ['then', 197.7],
      ]),
      ...column(60, 635, ['and later, when it was read out', 'to them.']),
    ]),
  ).toEqual([
    `${lines.join(' ')} of the representatives it concerned the most then and later, when it was read out to them.`,
  ]);
});

it('reads a caption that stands beside the text by itself', async () => {
  const text = Array.from(
    { length: 9 },
    (_, at) => `The ${at} board of Estholm met for nine hours on Tuesday and put off its vote on`,
  );
  const caption = [
    'The ferry Selma at her berth,',
    'in front of the lighthouse that',
    'the county sold six years ago,',
    'seen from the north.',
  ];
  const words = await shownIn([
    ...column(60, 674, caption, 8),
    ...column(190, 700, [...text, 'the ferry again.']),
  ]);
  expect(new Set(words)).toEqual(
    new Set([caption.join(' '), [...text, 'the ferry again.'].join(' ')]),
  );
});

it('keeps a note below a column apart whose number stands close to its words', async () => {
  const page = [
    ...column(60, 700, left),
    ...column(60, 632, ['1Minutes of the board, 3 March 2026.'], 8),
    ...column(310, 700, right),
  ];
  expect(await shownIn(page)).toEqual([sentence, '1 Minutes of the board, 3 March 2026.']);
});

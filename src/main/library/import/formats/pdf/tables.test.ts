import { expect, it } from 'vitest';
import { pdfOf, type PdfWords } from './one-page-pdf.ts';
import { readPdf } from './test-read-pdf.ts';

/** Cells at the left edges of their columns. */
const row = (y: number, cells: readonly string[], edges: readonly number[]): PdfWords[] =>
  cells.flatMap((text, at) => (text === '' ? [] : [{ text, x: edges[at] ?? 0, y, size: 10 }]));

const column = (x: number, top: number, lines: readonly string[]): PdfWords[] =>
  lines.map((text, index) => ({ text, x, y: top - index * 14, size: 10 }));

const rowsOf = async (words: readonly PdfWords[]) =>
  (await readPdf(pdfOf([words]))).shown
    .filter(([kind]) => kind === 'table-row')
    .map(([, text]) => text);

it('reads the cells of a table row by row, also those of several lines', async () => {
  const edges = [72, 250, 350];
  const words = [
    ...column(72, 740, ['The board counted what left the harbours in both years.']),
    ...row(700, ['Port', '2024', '2025'], edges),
    ...row(686, ['Estholm', '1,204', '1,377'], edges),
    ...row(672, ['Norrvik', '', '777'], edges),
    ...row(658, ['Selby', '4', '7 without'], edges),
    ...row(646, ['', '', 'the islands'], edges),
    ...column(72, 600, ['Nobody on the board was surprised by that, its chair said on Tuesday.']),
  ];
  expect(await rowsOf(words)).toEqual([
    'Port\t2024\t2025',
    'Estholm\t1,204\t1,377',
    'Norrvik\t\t777',
    'Selby\t4\t7 without the islands',
  ]);
});

it('keeps the lines of long cells together where the rows stand apart', async () => {
  const edges = [72, 130, 340];
  const said = 'that the ferry will have to stay until';
  const words = [0, 1, 2].flatMap((party) => {
    const top = 700 - party * 50;
    const first = [`Party ${party}`, `It said ${said}`, `It asked ${said}`];
    const second = ['', 'spring comes, and no longer.', 'the report is there.'];
    return row(top, first, edges).concat(row(top - 13, second, edges));
  });
  expect(await rowsOf(words)).toEqual(
    [0, 1, 2].map(
      (party) =>
        `Party ${party}\tIt said ${said} spring comes, and no longer.\tIt asked ${said} the report is there.`,
    ),
  );
});

it('takes no columns of text and no list for a table', async () => {
  const lines = (name: string) =>
    Array.from({ length: 8 }, (_, index) => `${name} ${index} of the harbour board of Estholm and`);
  expect(
    await rowsOf([...column(60, 700, lines('Left')), ...column(330, 700, lines('Right'))]),
  ).toEqual([]);
  const items = ['a.', 'b.', 'c.', 'd.'].flatMap((sign, index) =>
    row(700 - index * 14, [sign, `What item ${index} says`], [72, 110]),
  );
  expect(await rowsOf(items)).toEqual([]);
});

it('puts a table at a page’s top after the sentence that goes on below it', async () => {
  const full = (text: string) => `${text} of the harbour board of Estholm on the crossing and`;
  const { shown } = await readPdf(
    pdfOf([
      column(72, 700, [full('The vote'), full('was one'), full('and so it is that the members')]),
      [
        ...row(740, ['Port', '2024', '2025'], [72, 200, 300]),
        ...row(726, ['Estholm', '1,204', '1,377'], [72, 200, 300]),
        ...column(72, 700, ['Table 1: Who left the harbour, in thousands.']),
        ...column(72, 660, ['went home again.', full('Nobody')]),
      ],
    ]),
  );
  expect(shown[0]?.[1]).toContain('on the crossing and went home again.');
  expect(shown.slice(1, 4).map(([kind]) => kind)).toEqual(['table-row', 'table-row', 'paragraph']);
});

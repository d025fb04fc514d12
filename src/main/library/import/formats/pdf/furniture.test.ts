import { expect, it } from 'vitest';
import { pdfOf, type PdfWords } from './one-page-pdf.ts';
import { readPdf } from './test-read-pdf.ts';

const towns = ['Estholm', 'Norrvik', 'Selby', 'Karlsund', 'Lindau', 'Tessin'];

/** A paragraph of twelve lines that says which page it is of. */
const lines = (page: number, top = 700): PdfWords[] =>
  towns
    .flatMap((town) => [`the board of ${town} met`, `and ${town} voted`])
    .map((words, index, all) => ({
      text: `${index === 0 ? 'On' : 'on'} ${towns[page] ?? ''} page ${words} for the harbour again${index === all.length - 1 ? '.' : ''}`,
      x: 72,
      y: top - index * 14,
    }));
const paragraph = (page: number): string => `On ${towns[page] ?? ''} …`;

it('hides the heads of left and right pages, chapters and numbers where they stand', async () => {
  const heads = ['', 'Estholm Review', 'Harbours', 'Estholm Review', 'Granite', 'Estholm Review'];
  const pages = heads.map((head, index): PdfWords[] => {
    const isLeft = index % 2 === 1;
    return [
      ...(head === '' ? [] : [{ text: head, x: isLeft ? 400 : 72, y: 760 }]),
      // The first page of a book has its number below.
      { text: String(index + 7), x: isLeft ? 72 : 520, y: index === 0 ? 40 : 760 },
      ...lines(index),
    ];
  });
  const { order } = await readPdf(pdfOf(pages));
  expect(order).toEqual([
    paragraph(0),
    '(7)',
    ...[1, 2, 3, 4, 5].flatMap((page) => {
      const head = heads[page] ?? '';
      const number = String(page + 7);
      return page % 2 === 1
        ? [`(${number})`, `(${head})`, paragraph(page)]
        : [`(${head})`, `(${number})`, paragraph(page)];
    }),
  ]);
});

it('keeps the years over a table at a page’s top, and a heading that two chapters share', async () => {
  const heading = (text: string): PdfWords[] => [{ text, x: 72, y: 740, size: 20 }];
  const table = [
    ['Port', '2024', '2025'],
    ['Estholm', '1,204', '1,377'],
  ].flatMap((cells, row) =>
    cells.map((text, at): PdfWords => ({ text, x: 72 + at * 150, y: 740 - row * 14 })),
  );
  const tops = [heading('Harbours'), heading('Summary'), table, heading('Summary')];
  const pages = tops.map((top, index) =>
    top.concat(lines(index), { text: String(index + 1), x: 300, y: 30 }),
  );
  const { order } = await readPdf(pdfOf(pages));
  expect(order.filter((line) => line.startsWith('('))).toEqual(['(1)', '(2)', '(3)', '(4)']);
  expect(order.filter((line) => line === 'Summary')).toHaveLength(2);
  expect(order).toContain('Port | 2024 | 2025');
});

it('puts a watermark and a stamp on their side at the page’s end, and hides what comes back', async () => {
  const stamp: PdfWords = { text: 'Received in March', x: 30, y: 300, turn: 90 };
  const watermark: PdfWords = { text: 'Draft', x: 200, y: 400, size: 60, turn: 45 };
  const pages = [[stamp, watermark].concat(lines(0)), [watermark].concat(lines(1))];
  const { order } = await readPdf(pdfOf(pages));
  expect(order).toEqual([paragraph(0), 'Received in March', '(Draft)', paragraph(1), '(Draft)']);
});

it('reads a page whose lines run upwards', async () => {
  const page = lines(0).map(({ text, x, y }): PdfWords => ({ text, x: 792 - y, y: x, turn: 90 }));
  const { order } = await readPdf(pdfOf([page]));
  expect(order).toEqual([paragraph(0)]);
});

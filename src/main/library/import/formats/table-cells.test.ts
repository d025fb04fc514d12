import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { parseFile } from '../parse.ts';
import { withLayers } from '../test-layers.ts';

async function rowsOf(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const { articles } = await parseFile({ name, bytes: Buffer.from(bytes) });
  return articles
    .map(withLayers)
    .flatMap(({ text, blocks }) =>
      blocks
        .filter(({ kind }) => kind === 'table-row')
        .map(({ start, end }) => text.slice(start, end)),
    );
}

const table = [
  ['', 'Votes', 'Seats', 'Since'],
  ['Harbour list', '', '4', ''],
  ['', '', '', '2019'],
];
const columns = ['\tVotes\tSeats\tSince', 'Harbour list\t\t4', '\t\t\t2019'];

const ofCells = (row: string, cell: (text: string) => string, end: string) =>
  table.map((cells) => row + cells.map(cell).join('') + end).join('');

const odt = (rows: string) =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content><office:body><office:text><text:p>Result</text:p><table:table>${rows}</table:table></office:text></office:body></office:document-content>`,
    ),
  });

const docx = () =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph('Result'),
            new Table({
              rows: table.map(
                (cells) =>
                  new TableRow({
                    children: cells.map(
                      (text) => new TableCell({ children: [new Paragraph(text)] }),
                    ),
                  }),
              ),
            }),
          ],
        },
      ],
    }),
  );

it.each([
  [
    'HTML',
    'a.html',
    `<p>Result</p><table>${ofCells('<tr>', (t) => `<td>${t}</td>\n`, '</tr>')}</table>`,
  ],
  [
    'a web page saved by a spreadsheet',
    'a.htm',
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><p>Result</p><table border=0><col width=64 span=4>${ofCells('<tr height=20>', (t) => `<td class=xl65>${t === '' ? '&nbsp;' : t}</td>`, '</tr>')}</table></body></html>`,
  ],
  [
    'ODT',
    'a.odt',
    odt(
      ofCells(
        '<table:table-row>',
        (t) => `<table:table-cell><text:p>${t}</text:p></table:table-cell>`,
        '</table:table-row>',
      ),
    ),
  ],
  [
    'RTF',
    'a.rtf',
    String.raw`{\rtf1\ansi Result\par ${ofCells(String.raw`\trowd\intbl `, (t) => String.raw`${t}\cell `, String.raw`\row `)}}`,
  ],
  [
    'Markdown',
    'a.md',
    `# Result\n\n${['| | Votes | Seats | Since |', '|---|---|---|---|', '| Harbour list | | 4 | |', '| | | | 2019 |'].join('\n')}\n`,
  ],
])('empty cells keep their place in %s', async (_, name, bytes) => {
  expect(await rowsOf(name, bytes)).toEqual(columns);
});

it('empty cells keep their place in DOCX', async () => {
  expect(await rowsOf('a.docx', await docx())).toEqual(columns);
});

it('cells over several columns or rows leave those below them in their columns', async () => {
  const page = `<table>
    <tr><th rowspan="2">Port</th><th colspan="2">Landed</th><th>Since</th></tr>
    <tr><td>2024</td><td>2025</td></tr>
    <tr><td>Estholm</td><td rowspan="2">7</td><td>8</td><td>1911</td></tr>
    <tr><td>Norrvik</td><td>9</td></tr>
  </table>`;
  expect(await rowsOf('spans.html', page)).toEqual([
    'Port\tLanded\t\tSince',
    '\t2024\t2025',
    'Estholm\t7\t8\t1911',
    'Norrvik\t\t9',
  ]);
  const rows =
    '<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Landed</text:p></table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Since</text:p></table:table-cell></table:table-row>';
  expect(await rowsOf('spans.odt', odt(rows))).toEqual(['Landed\t\t\t\tSince']);
});

it('a page that spans without end makes no endless row', async () => {
  const cells = '<td colspan="999999" rowspan="999999">x</td>'.repeat(2000);
  const [row = ''] = await rowsOf(
    'wide.html',
    `<table><tr>${cells}</tr><tr><td>y</td></tr></table>`,
  );
  expect(row.length).toBeLessThan(10_000);
  expect(row.replaceAll('\t', '')).toBe('x'.repeat(2000));
});

import { expect, test } from 'vitest';
import { gridRows, tableFormats } from './copy-table.ts';
import type { GridPage } from './said-grid.ts';

const page = {
  actors: [
    { id: 'a', name: 'Orla <Quinn>' },
    { id: 'b', name: 'Ruth Vale' },
  ],
  articles: [
    { id: '1', title: 'Ferry', 'container-title': 'Courier', issued: '2031-03' },
    { id: '2', title: 'Quay', 'container-title': null, issued: null },
  ],
  cells: [
    {
      actorId: 'a',
      articleId: '1',
      named: 2,
      statements: [{ quote: '“Yes\tand\nno”' }, { quote: 'later' }],
    },
  ],
} as unknown as GridPage;

test('a grid as a table keeps its empty cells, and every statement of a cell', () => {
  const { html, text } = tableFormats(gridRows(page));
  expect(text.split('\n').map((line) => line.split('\t'))).toEqual([
    ['', 'Courier / Ferry / 2031-03', 'Quay / n.d.'],
    ['Orla <Quinn>', '“Yes and no” / later', ''],
    ['Ruth Vale', '', ''],
  ]);
  expect(html).toContain('<th>Orla &lt;Quinn&gt;</th><td>“Yes\tand\nno”<br>later</td><td></td>');
});

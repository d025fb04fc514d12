import type { Output, Parsed } from '../../../../shared/contract/methods.ts';
import type { ArticleSummary } from '../../../../shared/model/article.ts';
import { toCsv } from '../csv.ts';
import type { ExportedFile } from '../deliver.ts';
import { fileName } from '../../../../shared/text/file-name.ts';
import type { Database } from '../../storage/database.ts';
import { statementRows } from './statement-rows.ts';

type Grid = Output<'statements.grid'>;
type Row = string[];

const most = 1000;
const outletOf = (article: ArticleSummary) => article['container-title'] ?? '';
const dateOf = ({ issued }: ArticleSummary) => issued ?? 'n.d.';

/** The actors down, the articles across; several statements of a cell on lines of their own. */
function gridRows({ actors, articles, cells }: Grid): Row[] {
  const words = new Map(
    cells.map(({ actorId, articleId, statements }) => [
      `${actorId} ${articleId}`,
      statements.map(({ quote }) => quote).join('\n'),
    ]),
  );
  return [
    ['', ...articles.map(outletOf)],
    ['', ...articles.map(({ title }) => title)],
    ['', ...articles.map(dateOf)],
    ...actors.map(({ id, name }) => [
      name,
      ...articles.map((article) => words.get(`${id} ${article.id}`) ?? ''),
    ]),
  ];
}

/** Takes pages of the grid until there are no more. */
function wholeGrid(
  page: (input: Parsed<'statements.grid'>) => Grid,
  filter: Omit<Parsed<'export.statements'>, 'format' | 'path'>,
): Grid {
  const ask = (actorOffset: number, articleOffset: number) =>
    page({ ...filter, actorOffset, articleOffset, actorLimit: most, articleLimit: most });
  const first = ask(0, 0);
  const grid: Grid = { ...first, cells: [...first.cells] };
  for (let row = 0; row < first.actorTotal; row += most) {
    for (let column = 0; column < first.articleTotal; column += most) {
      if (row === 0 && column === 0) continue;
      const { actors, articles, cells } = ask(row, column);
      if (column === 0) grid.actors.push(...actors);
      if (row === 0) grid.articles.push(...articles);
      grid.cells.push(...cells);
    }
  }
  return grid;
}

/** The statements as a file; `page` answers a page of the grid. */
export function exportStatements(
  db: Database,
  page: (input: Parsed<'statements.grid'>) => Grid,
  { format, ...filter }: Omit<Parsed<'export.statements'>, 'path'>,
): ExportedFile {
  const rows = format === 'csv' ? statementRows(db, filter) : gridRows(wholeGrid(page, filter));
  const name = format === 'csv' ? 'Statements' : 'Who said what';
  return { name: fileName(name, 'csv'), bytes: toCsv(rows) };
}

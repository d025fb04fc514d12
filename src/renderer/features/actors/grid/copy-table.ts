import { copyToClipboard } from '../../../ui/copy-to-clipboard.ts';
import type { GridPage } from './said-grid.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** A grid as rows of cells, each cell its statements; the first row and column are headings. */
export function gridRows({ actors, articles, cells }: GridPage): (readonly string[])[][] {
  const said = new Map(
    cells.map(({ actorId, articleId, statements }) => [
      `${actorId} ${articleId}`,
      statements.map(({ quote }) => quote),
    ]),
  );
  const headings = articles.map((article) =>
    [article['container-title'], article.title, article.issued ?? 'n.d.'].filter(
      (part) => part !== null,
    ),
  );
  return [
    [[], ...headings],
    ...actors.map(({ id, name }) => [
      [name],
      ...articles.map((article) => said.get(`${id} ${article.id}`) ?? []),
    ]),
  ];
}

/** A table as word processors take it, and tab-separated as spreadsheets do. */
export function tableFormats(rows: readonly (readonly (readonly string[])[])[]) {
  const html = rows.map((row, i) => {
    const cells = row.map((lines, j) => {
      const name = i === 0 || j === 0 ? 'th' : 'td';
      return `<${name}>${lines.map(escape).join('<br>')}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return {
    html: `<table>${html.join('')}</table>`,
    text: rows.map((row) => row.map((lines) => oneLine(lines.join(' / '))).join('\t')).join('\n'),
  };
}

/** Puts a table on the clipboard; answers whether the system let it. */
export function copyTable(page: GridPage): boolean {
  const { html, text } = tableFormats(gridRows(page));
  return copyToClipboard({ 'text/html': html, 'text/plain': text });
}

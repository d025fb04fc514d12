import { element, escapeHtml } from '../../export/briefing/html-writer.ts';
import { toCsv } from '../../export/csv.ts';
import type { ExportedFile } from '../../export/deliver.ts';
import { revealedLine } from '../../../../shared/model/plain-line.ts';
import { fileName } from '../../../../shared/text/file-name.ts';
import { countsOf, linesOf, outcomes, type Report, type ReportLine } from './lines.ts';

const reportFormats = ['html', 'md', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

const columns = ['File', 'Outcome', 'Title', 'Article', 'Code', 'What happened'];

const cellsOf = ({ source, outcome, title, articleId, code, note }: ReportLine): string[] => [
  revealedLine(source),
  outcomes[outcome],
  revealedLine(title),
  articleId,
  code,
  revealedLine(note),
];

const minute = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

function summary(report: Report, lines: readonly ReportLine[]): string[] {
  const { stopped } = report.result;
  return [
    `${minute(report.started)} to ${minute(report.ended)}`,
    ...countsOf(lines).map(([outcome, count]) => `${outcomes[outcome]}: ${count}`),
    ...(stopped === null ? [] : [`Stopped: ${stopped.left} not read`]),
  ];
}

const styles = `body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1b1d;background:#fdfdfb}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #e1e1db;overflow-wrap:anywhere}
th,td:nth-child(2),td:nth-child(5){overflow-wrap:normal}td:nth-child(4){min-width:11em;font-size:.75rem}
h1{font-size:1.4rem}.failed td{color:#ae2e14}`;

function html(report: Report, lines: readonly ReportLine[]): string {
  const row = (line: ReportLine) =>
    element(
      'tr',
      { class: line.outcome },
      ...cellsOf(line).map((cell) => element('td', {}, escapeHtml(cell))),
    );
  const head = element(
    'tr',
    {},
    ...columns.map((name) => element('th', { scope: 'col' }, escapeHtml(name))),
  );
  const body = [
    element('h1', {}, escapeHtml(report.label)),
    element(
      'ul',
      {},
      ...summary(report, lines).map((words) => element('li', {}, escapeHtml(words))),
    ),
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...lines.map(row))),
  ];
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(report.label)}</title><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${styles}</style></head><body>${body.join('\n')}</body></html>\n`;
}

/** A table cell of Markdown: on one line, and nothing in it is markup. */
const markdownCell = (words: string): string =>
  words.replaceAll(/\s+/g, ' ').replaceAll(/[\\|`*_[\]<>#]/g, String.raw`\$&`);

function markdown(report: Report, lines: readonly ReportLine[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
  return [
    `# ${markdownCell(report.label)}`,
    '',
    ...summary(report, lines).map((words) => `- ${markdownCell(words)}`),
    '',
    row(columns),
    `| ${columns.map(() => '---').join(' | ')} |`,
    ...lines.map((line) => row(cellsOf(line))),
    '',
  ].join('\n');
}

/** The report of an import as a file: each file by name, with what became of it and why. */
export function writeReport(report: Report, format: ReportFormat): ExportedFile {
  const lines = linesOf(report);
  const name = fileName(`Import report ${report.ended.slice(0, 10)}`, format);
  if (format === 'csv') return { name, bytes: toCsv([columns, ...lines.map(cellsOf)]) };
  const text = format === 'html' ? html(report, lines) : markdown(report, lines);
  return { name, bytes: new TextEncoder().encode(text) };
}

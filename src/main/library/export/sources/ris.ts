import type { CslName } from '../../../../shared/model/article.ts';
import type { CslDate, CslItem } from './csl.ts';
import { oneLine } from './one-line.ts';

const nameOf = ({ family, given, literal }: CslName): string =>
  literal ?? [family, given].filter((part) => part !== undefined).join(', ');

/** `YYYY/MM/DD/`, with the parts that are not known left empty. */
const risDate = ({ 'date-parts': [[year = 0, month, day]] }: CslDate): string =>
  [
    String(year).padStart(4, '0'),
    month === undefined ? '' : String(month).padStart(2, '0'),
    day === undefined ? '' : String(day).padStart(2, '0'),
    '',
  ].join('/');

/** Sources as RIS (UTF-8), each a newspaper article. */
export const sourcesRis = (items: readonly CslItem[]): string => items.map(record).join('\r\n');

function record(item: CslItem): string {
  const lines: (readonly [string, string | undefined])[] = [
    ['TY', 'NEWS'],
    ...(item.author ?? []).map((name) => ['AU', nameOf(name)] as const),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PY', item.issued?.['date-parts'][0][0]?.toString().padStart(4, '0')],
    ['DA', item.issued && risDate(item.issued)],
    ['UR', item.URL],
    ['Y2', item.accessed && risDate(item.accessed)],
    ['LA', item.language],
    ['SE', item.section],
    ['SP', item.page],
    ['ET', item.edition],
    ['VL', item.volume],
    ['IS', item.issue],
    ['M3', item.genre],
    ['M2', item.dimensions],
    ['DB', item.archive],
    ['AN', item.number],
    ['ID', item.id],
  ];
  const written = lines
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}\r\n`);
  return `${written.join('')}ER  - \r\n`;
}

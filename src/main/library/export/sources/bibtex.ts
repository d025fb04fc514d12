import type { CslName } from '../../../../shared/model/article.ts';
import type { CslDate, CslItem } from './csl.ts';
import { oneLine } from './one-line.ts';

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escape = (words: string): string =>
  oneLine(words).replaceAll(/[\\{}&%$#_~^]/gu, (character) => special[character] ?? '');

/** Braces keep a name that is not "family, given" from being taken apart. */
const nameOf = ({ family, given, literal }: CslName): string =>
  literal === undefined
    ? [family, given]
        .filter((part) => part !== undefined)
        .map(escape)
        .join(', ')
    : `{${escape(literal)}}`;

/** Sources as biblatex (UTF-8): every entry an `@article` with its date as far as it is known. */
export function sourcesBibtex(items: readonly CslItem[]): string {
  const used = new Set<string>();
  return items.map((item) => entry(item, keyFor(item, used))).join('\n');
}

function entry(item: CslItem, key: string): string {
  const names = (item.author ?? []).map(nameOf).filter((name) => name !== '');
  const fields: [string, string | undefined][] = [
    ['author', names.length === 0 ? undefined : names.join(' and ')],
    ['title', `{${escape(item.title)}}`],
    ['journaltitle', item['container-title'] && escape(item['container-title'])],
    ['date', isoDate(item.issued)],
    ['year', item.issued?.['date-parts'][0][0]?.toString()],
    ['url', item.URL && oneLine(item.URL).replaceAll(/[{}\\]/gu, encodeURIComponent)],
    ['urldate', isoDate(item.accessed)],
    ['pages', item.page && escape(item.page)],
    ['edition', item.edition && escape(item.edition)],
    ['volume', item.volume && escape(item.volume)],
    ['number', item.issue && escape(item.issue)],
    ['library', item.archive && escape(item.archive)],
    ['langid', item.language && babelName(item.language)],
    ['entrysubtype', 'newspaper'],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `  ${name} = {${value ?? ''}}`);
  return `@article{${key},\n${lines.join(',\n')}\n}\n`;
}

/** What biblatex calls the language of a BCP 47 tag (`english`), after babel; nothing where it has no word. */
function babelName(tag: string): string | undefined {
  try {
    const [name = ''] =
      languageNames.of(new Intl.Locale(tag).language)?.toLowerCase().split(' ') ?? [];
    return /^[a-z]{4,}$/u.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

const isoDate = (date: CslDate | undefined): string | undefined =>
  date?.['date-parts'][0]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');

function keyFor(item: CslItem, used: Set<string>): string {
  const name = item.author?.[0];
  const first = name?.family ?? name?.literal ?? item['container-title'] ?? item.title;
  const letters = first
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z]/gu, '')
    .slice(0, 20);
  const base = `${letters === '' ? 'source' : letters}${item.issued?.['date-parts'][0][0] ?? ''}`;
  let key = base;
  for (let n = 2; used.has(key); n += 1) key = `${base}-${n}`;
  used.add(key);
  return key;
}

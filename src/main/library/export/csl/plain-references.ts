import { authorNames } from '../author-names.ts';
import { safeUrl } from '../briefing/safe-url.ts';
import type { CslItem } from '../sources/csl.ts';
import type { DocumentWords } from '../words/document-words.ts';
import type { References } from './references.ts';
import type { Run } from './runs.ts';

const authors = ({ author = [] }: CslItem): string => authorNames(author).join(', ');

const dateOf = ({ issued }: CslItem, words: DocumentWords): string =>
  words.date(
    issued?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-') ?? null,
  );

const stopped = (words: string): string => words.replace(/\.?$/u, '.');

function address({ URL }: CslItem): Run[] {
  const href = safeUrl(URL ?? null);
  return href === null ? [] : [{ text: ' ' }, { text: href, href }];
}

function note(item: CslItem, words: DocumentWords): Run[] {
  const outlet = item['container-title'];
  return [
    ...(outlet === undefined ? [] : [{ text: outlet, italic: true } as const, { text: ', ' }]),
    { text: `${item.title}, ${stopped(dateOf(item, words))}` },
    ...address(item),
  ];
}

function source(item: CslItem, words: DocumentWords): Run[] {
  const outlet = item['container-title'];
  const by = authors(item);
  return [
    { text: `${by === '' ? '' : stopped(by).concat(' ')}${stopped(item.title)} ` },
    ...(outlet === undefined ? [] : [{ text: outlet, italic: true } as const, { text: ', ' }]),
    { text: stopped(dateOf(item, words)) },
    ...address(item),
  ];
}

/** The sources as Attache writes them without a style: everything known in every note. */
export function plainReferences(items: readonly CslItem[], words: DocumentWords): References {
  const notes = new Map(items.map((item) => [item.id, note(item, words)]));
  return {
    note: (id) => notes.get(id) ?? [],
    sources: items.map((item) => ({ id: item.id, runs: source(item, words) })),
  };
}

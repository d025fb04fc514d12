import { quoted } from '../../../../shared/briefing/quoted.ts';
import { authorNames } from '../../articles/author-names.ts';
import { contained } from '../briefing/language.ts';
import { safeUrl } from '../briefing/safe-url.ts';
import { stopped } from '../stopped.ts';
import type { CslItem } from '../sources/csl.ts';
import type { DocumentWords } from '../words/document-words.ts';
import type { References } from './references.ts';
import { wordsOf, type Run } from './runs.ts';

const dateOf = ({ issued }: CslItem, words: DocumentWords): string =>
  words.date(
    issued?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-') ?? null,
  );

function address({ URL }: CslItem): Run[] {
  const href = safeUrl(URL ?? null);
  return href === null ? [] : [{ text: ' ' }, { text: href, href }];
}

/** The parts of a reference in words, each closed in its own direction. */
function parts(item: CslItem, words: DocumentWords) {
  const { language } = words;
  const close = (part: string) => contained(part, language);
  const authors = words.list(authorNames(item.author ?? []));
  return {
    author: close(authors),
    title: close(quoted(item.title, language)),
    outlet: close(item['container-title'] ?? ''),
    date: dateOf(item, words),
  };
}

/** Every note says all of its source: a reader checks one note, not those before it. */
function note(item: CslItem, words: DocumentWords): Run[] {
  const { author, title, outlet, date } = parts(item, words);
  return [
    ...(author === '' ? [] : [{ text: `${author}, ` }]),
    ...(outlet === '' ? [] : [{ text: outlet, italic: true } as const, { text: ', ' }]),
    { text: `${title}, ${stopped(date)}` },
    ...address(item),
  ];
}

function source(item: CslItem, words: DocumentWords): Run[] {
  const { author, title, outlet, date } = parts(item, words);
  return [
    { text: `${author === '' ? '' : `${stopped(author)} `}${stopped(title)} ` },
    ...(outlet === '' ? [] : [{ text: outlet, italic: true } as const, { text: ', ' }]),
    { text: stopped(date) },
    ...address(item),
  ];
}

/** The sources as Attache writes them without a style, in the order of their first words. */
export function plainReferences(items: readonly CslItem[], words: DocumentWords): References {
  const byId = new Map(items.map((item) => [item.id, item]));
  const { compare } = new Intl.Collator(words.language, { ignorePunctuation: true, numeric: true });
  return {
    note: (id) => {
      const item = byId.get(id);
      return item === undefined ? [] : note(item, words);
    },
    sources: items
      .map((item) => ({ id: item.id, runs: source(item, words) }))
      .sort((a, b) => compare(wordsOf(a.runs), wordsOf(b.runs))),
  };
}

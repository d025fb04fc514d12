import { dirname, join } from 'node:path/posix';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Proposal } from '../../../../shared/model/import.ts';
import { isoDateIn } from '../metadata/iso-date.ts';
import { LayerBuilder } from '../../articles/text/layers.ts';
import type { Format } from './format.ts';
import { domBlocks } from './html/dom-blocks.ts';
import type { DomDocument } from './html/dom.ts';
import { isZip, zipEntries, zipHead } from './zip-entries.ts';

const wanted = (name: string): boolean => /\.(?:opf|xml|xhtml|html?)$/i.test(name);

const damaged = (name: string) =>
  new AttacheError(
    'damaged-file',
    `"${name}" is not a book Attache can read: its list of contents is missing. Get it again from where it came from.`,
  );

/** The first element of that local name: package files use prefixes as they like. */
function elements(document: DomDocument, name: string) {
  return [...document.querySelectorAll('*')].filter(
    (element) => element.localName.toLowerCase().replace(/^.*:/, '') === name,
  );
}

const fields: readonly (readonly [Proposal['field'], string])[] = [
  ['title', 'title'],
  ['author', 'creator'],
  ['language', 'language'],
  ['container-title', 'publisher'],
  ['issued', 'date'],
];

function proposalsOf(book: DomDocument): Proposal[] {
  return fields.flatMap(([field, name]) =>
    elements(book, name).flatMap((element): Proposal[] => {
      const text = (element.textContent ?? '').trim();
      const language = /^[a-z]{2,3}/i.exec(text)?.[0].toLowerCase() ?? null;
      const value =
        field === 'issued' ? isoDateIn(text) : field === 'language' ? language : text.slice(0, 500);
      if (value === null || value === '') return [];
      const certain = field !== 'issued' && field !== 'container-title';
      const evidence = { rule: 'document-properties' as const, text: text.slice(0, 300) };
      return [{ field, value: value.toWellFormed(), certain, evidence }];
    }),
  );
}

/** Books: the chapters in reading order as one text. */
export const epub: Format = {
  id: 'epub',
  label: 'EPUB book',
  extensions: ['epub'],
  quick: false,
  matches: ({ extension, head }) =>
    isZip(head) && (zipHead(head).includes('application/epub+zip') || extension === 'epub'),
  async read({ name, bytes }) {
    const entries = await zipEntries(name, bytes, wanted);
    const textOf = (path: string): string | null => {
      const entry = entries.get(path);
      return entry === undefined ? null : new TextDecoder().decode(entry);
    };
    const container = /full-path\s*=\s*["']([^"']+)["']/.exec(
      textOf('META-INF/container.xml') ?? '',
    );
    const packagePath = container?.[1] ?? [...entries.keys()].find((key) => key.endsWith('.opf'));
    const source = packagePath === undefined ? null : textOf(packagePath);
    if (packagePath === undefined || source === null) throw damaged(name);
    const { parseDocument } = await import('./html/page.ts');
    const book = parseDocument(source);
    const paths = new Map(
      elements(book, 'item').map((item) => [
        item.getAttribute('id') ?? '',
        join(dirname(packagePath), decodeURIComponent(item.getAttribute('href') ?? '')),
      ]),
    );
    const builder = new LayerBuilder();
    for (const reference of elements(book, 'itemref')) {
      const chapter = textOf(paths.get(reference.getAttribute('idref') ?? '') ?? '');
      if (chapter === null) continue;
      const root = parseDocument(chapter.replace(/^\s*<\?xml[^>]*\?>/, '')).documentElement;
      for (const draft of domBlocks(root, null)) builder.add(draft);
    }
    const layers = builder.finish();
    return {
      articles: [{ ...layers, extracted: false, proposals: proposalsOf(book) }],
    };
  },
};

import type { DomDocument } from '../formats/html/dom.ts';
import type { Proposal } from '../../../../shared/model/import.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const articleType = /(?:Article|Report|Posting|Review|NewsArticle|WebPage)$/;

/** All objects of a JSON-LD value, graphs and arrays opened, at most a few levels deep. */
function objectsIn(value: Json, depth = 0): { [key: string]: Json }[] {
  if (depth > 4 || value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item) => objectsIn(item, depth + 1));
  const graph = Object.hasOwn(value, '@graph') ? value['@graph'] : undefined;
  return [value, ...(graph === undefined ? [] : objectsIn(graph, depth + 1))];
}

const list = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** The text of a value that is either a string or an object with one of `keys`. */
function textOf(value: Json, ...keys: string[]): string | null {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  for (const key of keys) {
    const inner = value[key];
    if (typeof inner === 'string') return inner;
  }
  return null;
}

const property: readonly (readonly [Proposal['field'], string, readonly string[]])[] = [
  ['title', 'headline', []],
  ['author', 'author', ['name']],
  ['issued', 'datePublished', []],
  ['container-title', 'publisher', ['name']],
  ['language', 'inLanguage', ['alternateName']],
  ['URL', 'mainEntityOfPage', ['@id']],
  ['URL', 'url', []],
  ['section', 'printSection', []],
  ['section', 'articleSection', []],
  ['page', 'printPage', []],
  ['page', 'pagination', []],
  ['edition', 'printEdition', []],
];

/** What the page's JSON-LD says of its article. Broken JSON is passed over. */
export function readJsonLd(document: DomDocument): { field: Proposal['field']; value: string }[] {
  const found: { field: Proposal['field']; value: string }[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let data: Json;
    try {
      data = JSON.parse((script.textContent ?? '').replace(/^\s*<!--|-->\s*$/g, '')) as Json;
    } catch {
      continue;
    }
    const article = objectsIn(data).find((item) =>
      list(item['@type']).some((type) => typeof type === 'string' && articleType.test(type)),
    );
    if (article === undefined) continue;
    for (const [field, key, keys] of property) {
      for (const item of list(article[key])) {
        const value = textOf(item, ...keys);
        if (value !== null) found.push({ field, value: decodeEntities(value) });
      }
    }
  }
  return found;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Some sites escape their JSON-LD as if it were markup. */
const decodeEntities = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, dec, hex, name) => {
    const code = dec ? Number(dec) : hex ? Number.parseInt(String(hex), 16) : -1;
    if (code >= 0) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    return named[String(name).toLowerCase()] ?? whole;
  });

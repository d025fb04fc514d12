import { parseDocument } from 'yaml';
import type { Proposal } from '../../../../shared/model/import.ts';
import type { TextRange } from '../../../../shared/model/ranges.ts';
import { labelledValues } from './labelled-value.ts';

const fieldOf: Readonly<Record<string, Proposal['field']>> = {
  title: 'title',
  headline: 'title',
  author: 'author',
  authors: 'author',
  byline: 'author',
  date: 'issued',
  published: 'issued',
  issued: 'issued',
  accessed: 'accessed',
  'access-date': 'accessed',
  access_date: 'accessed',
  accessdate: 'accessed',
  retrieved: 'accessed',
  clipped: 'accessed',
  saved: 'accessed',
  date_saved: 'accessed',
  outlet: 'container-title',
  publication: 'container-title',
  publisher: 'container-title',
  site: 'container-title',
  'container-title': 'container-title',
  lang: 'language',
  language: 'language',
  url: 'URL',
  link: 'URL',
  source: 'container-title',
  source_url: 'URL',
};

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The YAML as a value; null where it is broken or expands aliases, which front matter never needs. */
function read(yaml: string): unknown {
  try {
    const document = parseDocument(yaml, { schema: 'failsafe' });
    return document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
}

const opening = /^\uFEFF?---[^\S\n]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[^\S\n]*(?:\r?\n|$)/;

/** The YAML between two lines of hyphens before a text, and the length of all of it; null where there is none. */
export function frontMatterOf(source: string): { yaml: string; length: number } | null {
  const [whole, yaml] = opening.exec(source) ?? [];
  return whole === undefined || yaml === undefined ? null : { yaml, length: whole.length };
}

/** What the YAML before a text says; `place` is where it stands in it. Broken YAML says nothing. */
export function proposeFromFrontMatter(yaml: string, place?: TextRange): Proposal[] {
  const data = read(yaml);
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return [];
  const entries = Object.entries(data as Record<string, unknown>);
  return entries.flatMap(([key, given]) => {
    const name = key.toLowerCase();
    const field = name === 'created' ? createdField(entries) : fieldOf[name];
    if (field === undefined) return [];
    const values: unknown[] = Array.isArray(given) ? given : [given];
    return values.flatMap((item): Proposal[] => {
      const text = textOf(item);
      const words = `${key}: ${text}`.slice(0, 300);
      const read = labelledValues(field, text, { rule: 'front-matter', text: words, ...place });
      return name === 'created' && field === 'issued'
        ? read.map((proposal) => Object.assign(proposal, { certain: false }))
        : read;
    });
  });
}

/**
 * What `created` dates: the note that a clipper made of a page on the day it was looked at, or else,
 * perhaps, the article.
 */
function createdField(entries: readonly (readonly [string, unknown])[]): Proposal['field'] {
  const isClipping = entries.some(([key, value]) => {
    const field = fieldOf[key.toLowerCase()];
    const says = textOf(value).trim();
    return (field === 'issued' && says !== '') || /^https?:/.test(says);
  });
  return isClipping ? 'accessed' : 'issued';
}

/**
 * The front matter of a plain text: where it stands, without the white space after it, and what it
 * says. Null where there is none, or it says nothing.
 */
export function readFrontMatter(text: string): { place: TextRange; proposals: Proposal[] } | null {
  const head = frontMatterOf(text);
  if (head === null) return null;
  const place = { start: 0, end: text.slice(0, head.length).trimEnd().length };
  const proposals = proposeFromFrontMatter(head.yaml, place);
  return proposals.length === 0 ? null : { place, proposals };
}

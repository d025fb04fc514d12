import { parseDocument } from 'yaml';
import type { Proposal } from '../../../../shared/model/import.ts';
import { absoluteHttp } from '../formats/html/links.ts';
import { isoDateIn } from './iso-date.ts';

const fieldOf: Readonly<Record<string, Proposal['field']>> = {
  title: 'title',
  headline: 'title',
  author: 'author',
  authors: 'author',
  byline: 'author',
  date: 'issued',
  published: 'issued',
  issued: 'issued',
  created: 'issued',
  outlet: 'container-title',
  publication: 'container-title',
  publisher: 'container-title',
  site: 'container-title',
  'container-title': 'container-title',
  lang: 'language',
  language: 'language',
  url: 'URL',
  link: 'URL',
  source: 'URL',
  source_url: 'URL',
};

function valueFor(field: Proposal['field'], text: string): string | null {
  if (field === 'issued') return isoDateIn(text);
  if (field === 'URL') return absoluteHttp(text, null);
  if (field === 'language') return /^[a-z]{2,3}\b/i.exec(text)?.[0].toLowerCase() ?? null;
  return text.replaceAll(/\s+/g, ' ').trim() || null;
}

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

/** What the YAML before a Markdown text says. Broken YAML says nothing. */
export function proposeFromFrontMatter(yaml: string): Proposal[] {
  const data = read(yaml);
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return [];
  return Object.entries(data).flatMap(([key, given]) => {
    const field = fieldOf[key.toLowerCase()];
    if (field === undefined) return [];
    const values: unknown[] = Array.isArray(given) ? given : [given];
    return values.flatMap((item): Proposal[] => {
      const text = textOf(item);
      const value = text === '' ? null : valueFor(field, text);
      if (value === null) return [];
      const evidence = { rule: 'front-matter' as const, text: `${key}: ${text}`.slice(0, 300) };
      return [{ field, value, certain: true, evidence }];
    });
  });
}

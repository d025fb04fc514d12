import type { Proposal } from '../../../../shared/model/import.ts';
import { bylineParts } from '../../../../shared/text/credits/byline.ts';
import { isoDateIn } from './iso-date.ts';
import { beginningOf } from '../../../../shared/text/shorten.ts';

const fields: readonly (readonly [Proposal['field'], RegExp])[] = [
  ['title', /<dc:title[^>]*>([^<]+)</],
  ['author', /<(?:dc:creator|meta:initial-creator)[^>]*>([^<]+)</],
  ['issued', /<(?:dcterms:created|meta:creation-date)[^>]*>([^<]+)</],
];

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim()
    .toWellFormed();

/** A proposal from a document's properties: set by templates and converters, so never certain. */
export function documentProperty(field: Proposal['field'], text: string): Proposal[] {
  if (field === 'author') {
    const names = bylineParts(text);
    if (names.length > 1) return names.flatMap((name) => documentProperty(field, name));
  }
  const value = field === 'issued' ? isoDateIn(text) : beginningOf(text, 500).toWellFormed();
  if (value === null || value === '') return [];
  const evidence = {
    rule: 'document-properties' as const,
    text: beginningOf(text, 300).toWellFormed(),
  };
  return [{ field, value, certain: false, evidence }];
}

/** What the core properties of an office document say. */
export const proposeFromProperties = (xml: string): Proposal[] =>
  fields.flatMap(([field, pattern]) => {
    const text = plain(pattern.exec(xml.slice(0, 100_000))?.[1] ?? '');
    return text === '' ? [] : documentProperty(field, text);
  });

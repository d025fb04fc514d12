import { placingFields } from '../../../../../shared/model/article.ts';
import type { Proposal } from '../../../../../shared/model/import.ts';
import { LayerBuilder } from '../../../articles/text/layers.ts';
import type { RawArticle } from '../format.ts';
import type { BibliographicRecord } from './record.ts';
import { beginningOf } from '../../../../../shared/text/shorten.ts';

/** Fewer characters than a sentence has are a remark such as "No abstract". */
const shortest = 40;

const nameText = ({ literal, given, family }: BibliographicRecord['author'][number]): string =>
  literal ?? [given, family].filter(Boolean).join(' ');

function proposed(field: Proposal['field'], value: string | null): Proposal[] {
  if (value === null || value === '') return [];
  const evidence = { rule: 'bibliography' as const, text: beginningOf(value, 300).toWellFormed() };
  return [{ field, value, certain: true, evidence }];
}

/** What a record says of an article, as proposals. */
export const proposalsOfRecord = (record: BibliographicRecord): Proposal[] => [
  ...proposed('title', record.title),
  ...proposed('container-title', record['container-title']),
  ...record.author.flatMap((name) => proposed('author', nameText(name))),
  ...proposed('issued', record.issued),
  ...proposed('URL', addressOf(record)),
  ...proposed('language', record.language),
  ...placingFields.flatMap((field) => proposed(field, record.placing[field] ?? null)),
];

/** Where the work is found: its address, or that of its DOI. */
export const addressOf = ({ URL, DOI }: BibliographicRecord): string | null =>
  URL ?? (DOI === null ? null : `https://doi.org/${DOI}`);

/** A record's title and abstract as an article, or null where it carries no words to read. */
export function abstractArticle(record: BibliographicRecord): RawArticle | null {
  if (record.abstract === null || record.abstract.length < shortest) return null;
  const builder = new LayerBuilder();
  const run = (text: string) => [{ text, marks: [] }];
  if (record.title !== null) builder.add({ kind: 'heading', level: 1, runs: run(record.title) });
  for (const paragraph of record.abstract.split(/\n\s*\n|\n(?=\S)/)) {
    builder.add({ kind: 'paragraph', runs: run(paragraph) });
  }
  return {
    ...builder.finish(),
    extracted: false,
    proposals: proposalsOfRecord(record),
  };
}

import type { z } from 'zod';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import {
  placingFields,
  type ArticleFields,
  type Placing,
} from '../../../../shared/model/article.ts';
import type { decisionSchema } from '../../../../shared/model/import.ts';
import type { Candidate, Describing } from '../candidate.ts';
import type { Preview } from './preview.ts';

export type Decision = z.infer<typeof decisionSchema>;

/** A row as the person decided. */
export function decided(
  candidate: Candidate,
  decision: Omit<Decision, 'key'> | undefined,
  records: readonly Describing[],
): Candidate {
  if (decision === undefined) return { ...candidate, records };
  const given = decision.fields ?? {};
  const { fields } = candidate;
  return {
    ...candidate,
    decided: decision,
    records,
    parsed: { ...candidate.parsed, hidden: decision.hidden ?? candidate.parsed.hidden },
    fields: {
      title: given.title ?? fields.title,
      titleProposed: given.title === undefined ? fields.titleProposed : false,
      containerTitle: choose(given['container-title'], fields.containerTitle),
      author: given.author ?? fields.author,
      issued: choose(given.issued, fields.issued),
      accessed: choose(given.accessed, fields.accessed),
      url: choose(given.URL, fields.url),
      language: choose(given.language, fields.language),
      placing: placingOf(given, fields.placing),
    },
  };
}

function placingOf(given: ArticleFields, read: Partial<Placing>): Partial<Placing> {
  const placing = { ...read };
  for (const field of placingFields) placing[field] = choose(given[field], read[field] ?? null);
  return placing;
}

/** What the person gave; an emptied field is unknown. */
const choose = (given: string | null | undefined, read: string | null): string | null =>
  given === undefined ? read : given === '' ? null : given;

/** Throws `invalid-input` on decisions that do not fit the preview. */
export function checkDecisions(preview: Preview, decisions: readonly Decision[]): void {
  const lengths = new Map(
    preview.files.flatMap((file) =>
      file.rows.map(({ key, candidate }) => [key, candidate.parsed.text.length] as const),
    ),
  );
  const records = new Set(preview.records.map(({ key }) => key));
  for (const { key, hidden } of decisions) {
    const length = records.has(key) ? 0 : lengths.get(key);
    if (length === undefined) {
      throw new AttacheError('invalid-input', `The preview has no row "${key}".`, {
        field: 'decisions',
      });
    }
    if (hidden?.some(({ start, end }) => start >= end || end > length)) {
      throw new AttacheError(
        'invalid-input',
        `A hidden range of row "${key}" is outside its text.`,
        {
          field: 'decisions',
        },
      );
    }
  }
}

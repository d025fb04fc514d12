import { z } from 'zod';
import { AttacheError } from '../../../../../shared/contract/errors.ts';
import {
  cslName,
  placingFields,
  type CslName,
  type Placing,
} from '../../../../../shared/model/article.ts';
import { dateOf, isoDateIn } from '../../metadata/iso-date.ts';
import type { Contents, FormatFile } from '../format.ts';
import { recordOf, type BibliographicRecord } from './record.ts';
import { contentsOf, type RecordSource } from './record-source.ts';

/** A value that is not as CSL-JSON has it is no value; it does not spoil the others. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const text = lenient(z.union([z.string(), z.number().transform(String)]));

const placing = Object.fromEntries(placingFields.map((field) => [field, text])) as {
  [field in keyof Placing]: typeof text;
};

const dateSchema = z.object({
  'date-parts': lenient(z.array(z.array(z.coerce.number())).min(1)),
  raw: text,
  literal: text,
});

const itemSchema = z.object({
  id: text,
  title: text,
  'container-title': text,
  publisher: text,
  author: lenient(z.array(cslName.extend({ 'non-dropping-particle': z.string().optional() }))),
  issued: lenient(dateSchema),
  accessed: lenient(dateSchema),
  URL: text,
  DOI: text,
  language: text,
  abstract: text,
  ...placing,
});

function dateIn(date: z.infer<typeof dateSchema> | undefined): string | null {
  const [year, month, day] = date?.['date-parts']?.[0] ?? [];
  if (year !== undefined) return dateOf(year, month, day);
  return isoDateIn(date?.raw ?? date?.literal ?? '');
}

function nameOf(name: CslName & { 'non-dropping-particle'?: string | undefined }): CslName[] {
  const { family, given, literal, 'non-dropping-particle': particle } = name;
  if (literal !== undefined) return [{ literal }];
  if (family === undefined) return given === undefined ? [] : [{ literal: given }];
  const whole = particle === undefined ? family : `${particle} ${family}`;
  return [given === undefined ? { literal: whole } : { family: whole, given }];
}

function toRecord(given: unknown): BibliographicRecord | null {
  const parsed = itemSchema.safeParse(given);
  if (!parsed.success) return null;
  const item = parsed.data;
  return recordOf({
    ...item,
    container: item['container-title'] ?? item.publisher,
    author: (item.author ?? []).flatMap(nameOf),
    issued: dateIn(item.issued),
    accessed: dateIn(item.accessed),
    urls: item.URL === undefined ? [] : [item.URL],
    doi: item.DOI,
    placing: item,
  });
}

function itemsIn(file: FormatFile): readonly unknown[] {
  let data: unknown;
  try {
    data = JSON.parse(file.decode().text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new AttacheError(
      'damaged-file',
      `"${file.name}" is not whole JSON: it is damaged or incomplete. Export it again from where it came from.`,
      { cause: error },
    );
  }
  if (Array.isArray(data)) return data;
  const { items } = data as { items?: unknown };
  return Array.isArray(items) ? items : [data];
}

function* records(items: readonly unknown[]): Generator<RecordSource> {
  for (const [index, item] of items.entries()) {
    const { id } = (item ?? {}) as { id?: unknown };
    const label = typeof id === 'string' || typeof id === 'number' ? String(id) : `${index + 1}`;
    yield { label, record: toRecord(item) };
  }
}

/** The records of a CSL-JSON file. Throws `damaged-file` where it is no whole JSON. */
export const readCslJson = (file: FormatFile): Contents => contentsOf(file, records(itemsIn(file)));

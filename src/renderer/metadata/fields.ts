import {
  isoDate,
  type ArticleFields,
  type CslName,
  type Placing,
} from '../../shared/model/article.ts';
import { nameInverted } from '../../shared/text/name-inverted.ts';
import { formatIssued, languageName } from '../messages/dates.ts';
import type { MessageKey } from '../messages/messages.ts';

/** A bibliographic field as a person reads and corrects it: one line of text. */
export type FieldName = keyof ArticleFields;

const placingLabels: Readonly<Record<keyof Placing, MessageKey>> = {
  section: 'metadata.section',
  page: 'metadata.page',
  edition: 'metadata.edition',
  volume: 'metadata.volume',
  issue: 'metadata.issue',
  genre: 'metadata.genre',
  dimensions: 'metadata.dimensions',
  archive: 'metadata.archive',
  number: 'metadata.number',
};

export const fieldLabels: Readonly<Record<FieldName, MessageKey>> = {
  title: 'metadata.title',
  'container-title': 'metadata.outlet',
  author: 'metadata.author',
  issued: 'metadata.issued',
  language: 'metadata.language',
  URL: 'metadata.URL',
  accessed: 'metadata.accessed',
  ...placingLabels,
};

export const fieldHints: Readonly<Partial<Record<FieldName, MessageKey>>> = {
  author: 'metadata.authorHint',
  issued: 'metadata.dateHint',
  accessed: 'metadata.dateHint',
};

/** What is wrong with a typed value, or undefined. */
export function problem(field: FieldName, text: string): MessageKey | undefined {
  const value = text.trim();
  if (field === 'title') return value === '' ? 'metadata.titleMissing' : undefined;
  if (field !== 'issued' && field !== 'accessed') return undefined;
  return value === '' || isoDate.safeParse(value).success ? undefined : 'metadata.dateWrong';
}

/** A value as people read it. */
export function shownValue(field: FieldName, value: string): string {
  if (field === 'issued' || field === 'accessed') return formatIssued(value);
  return field === 'language' ? languageName(value) : value;
}

export const nameText = ({ literal, given, family }: CslName): string =>
  literal ?? [given, family].filter(Boolean).join(' ');

/** Several authors stand in one field, parted by semicolons; “Lund, Ada” tells the family name. */
export const authorText = (names: readonly string[]): string => names.join('; ');
export const authorsOf = (text: string | null): CslName[] =>
  (text ?? '').split(';').flatMap((name) => nameInverted(name) ?? []);

import { AttacheError } from '../../../../shared/contract/errors.ts';
import {
  placingFields,
  type ArticleFields,
  type CslName,
  type Placing,
} from '../../../../shared/model/article.ts';
import type { Attached } from '../../../../shared/model/import.ts';
import { updateFields, type NewArticle } from '../../articles/store.ts';
import type { LibraryContext } from '../../context.ts';
import type { Database } from '../../storage/database.ts';
import type { RecordCandidate } from '../candidate.ts';
import { addressOf } from '../formats/bibliography/abstract-article.ts';
import type { BibliographicRecord } from '../formats/bibliography/record.ts';
import { bare, KnownArticles, type Match, type Mismatch } from './known-articles.ts';

type FieldName = Attached['filled'][number];

/** An article's fields as far as records fill them. */
export type Fillable = Pick<
  NewArticle,
  | 'title'
  | 'titleProposed'
  | 'containerTitle'
  | 'author'
  | 'issued'
  | 'accessed'
  | 'url'
  | 'language'
  | 'placing'
>;

/** What a record adds to an article: never over a value that is there. */
export interface Filling {
  readonly fields: ArticleFields;
  readonly filled: FieldName[];
  /** Fields that had another value already and keep it. */
  readonly kept: FieldName[];
}

const nameText = ({ literal, given, family }: CslName): string =>
  bare(literal ?? `${given ?? ''}${family ?? ''}`);

/** The same words, the same people, or one date more exactly. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    const names = (list: unknown[]) => (list as CslName[]).map(nameText).toSorted().join(' ');
    return names(a) === names(b);
  }
  const [one, other] = [bare(String(a)), bare(String(b))];
  return one.startsWith(other) || other.startsWith(one);
}

/** What a record fills in, but for the fields in `settled`, which the person has decided. */
export function fillingOf(
  has: Fillable,
  record: BibliographicRecord,
  settled: ReadonlySet<string> = new Set(),
): Filling {
  const given: readonly (readonly [FieldName, ArticleFields[FieldName] | null, unknown])[] = [
    ['title', record.title, has.titleProposed ? null : has.title],
    ['container-title', record['container-title'], has.containerTitle],
    [
      'author',
      record.author.length > 0 ? [...record.author] : null,
      has.author.length > 0 ? has.author : null,
    ],
    ['issued', record.issued, has.issued],
    ['URL', addressOf(record), has.url],
    ['language', record.language, has.language],
    ['accessed', record.accessed, has.accessed],
    ...placingFields.map(
      (field) => [field, record.placing[field] ?? null, has.placing[field] ?? null] as const,
    ),
  ];
  const said = given.filter(([name, value]) => (value ?? null) !== null && !settled.has(name));
  const empty = said.filter(([, , old]) => old === null);
  const differs = said.filter(([, value, old]) => old !== null && !isSame(value, old));
  return {
    fields: Object.fromEntries(empty.map(([name, value]) => [name, value])),
    filled: empty.map(([name]) => name),
    kept: differs.map(([name]) => name),
  };
}

interface Row extends Placing {
  readonly title: string;
  readonly titleProposed: number;
  readonly containerTitle: string | null;
  readonly author: string;
  readonly issued: string | null;
  readonly accessed: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** The fields of an article that is not in the trash. */
export function fillableOf(db: Database, id: string): Fillable | null {
  const row = db
    .prepare<Row>(
      `SELECT title, title_proposed AS titleProposed, container_title AS containerTitle, author,
         issued, accessed, url, language, ${placingFields.join(', ')}
       FROM articles WHERE id = ? AND trashed IS NULL`,
    )
    .get(id);
  if (row === undefined) return null;
  const author = JSON.parse(row.author) as CslName[];
  return { ...row, titleProposed: row.titleProposed === 1, author, placing: row };
}

/** The articles of the library, to be found by what records say of them, each as `of` its id. */
export function knownArticles<K>(db: Database, of: (id: string) => K): KnownArticles<K> {
  const known = new KnownArticles<K>();
  const rows = db
    .prepare<Pick<Row, 'title' | 'containerTitle' | 'issued' | 'url'> & { id: string }>(
      `SELECT id, title, container_title AS containerTitle, issued, url
       FROM articles WHERE trashed IS NULL ORDER BY seq`,
    )
    .iterate();
  for (const { id, ...fields } of rows) known.add(of(id), fields);
  return known;
}

/** A record and the article it belongs to. */
export interface RecordMatch extends Match<string> {
  readonly candidate: RecordCandidate;
  /** Fields the person has decided. */
  readonly settled?: ReadonlySet<string>;
}

/** Fills an article from a record; null where the article is gone. Runs inside a transaction. */
export function attachRecord(
  { db, now }: Pick<LibraryContext, 'db' | 'now'>,
  { of, by, candidate, settled }: RecordMatch,
): Attached | null {
  const has = fillableOf(db, of);
  if (has === null) return null;
  const { fields, filled, kept } = fillingOf(has, candidate.record, settled);
  if (filled.length > 0) updateFields(db, of, fields, now().toISOString());
  return {
    source: candidate.source,
    articleId: of,
    title: fields.title ?? has.title,
    by,
    filled,
    kept,
  };
}

const nameOf = ({ title, URL, DOI }: BibliographicRecord): string => title ?? URL ?? DOI ?? '';

/** What stands in the way, and what helps. */
function reasonFor(mismatch: Mismatch): string {
  if (mismatch.why === 'none') {
    return 'describes no article of this library, and has no text of its own. Import the article first';
  }
  if (mismatch.why === 'several') {
    return `has no text of its own, and ${mismatch.count} articles have its headline. Give the right one the address or the outlet of the record`;
  }
  const { why, has, says } = mismatch;
  const parted =
    why === 'outlet' ? `from “${has}”, not from “${says}”` : `of ${has}, not of ${says}`;
  return `has no text of its own, and the article with its headline is ${parted}. If it is the same report, correct the ${why} of one of the two`;
}

/** The failure of a record that describes no article that is there. */
export const matchesNothing = (
  { source, record }: RecordCandidate,
  mismatch: Mismatch,
): AttacheError =>
  new AttacheError(
    'no-match',
    `“${nameOf(record)}” in "${source}" ${reasonFor(mismatch)}, then import this file again.`,
  );

import { placingFields, type CslName, type Placing } from '../../../../shared/model/article.ts';
import type { Database } from '../../storage/database.ts';

export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
}

/** Every field that is known, and no other. */
type KnownPlacing = { readonly [field in keyof Placing]?: string };

/** An article as CSL-JSON; what is not known is left out. */
export interface CslItem extends KnownPlacing {
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly language?: string;
}

interface ArticleRow extends Placing {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly container_title: string | null;
  readonly issued: string | null;
  readonly accessed: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

const fields = `id, title, author, container_title, issued, accessed, url, language, ${placingFields.join(', ')}`;

const toDate = (date: string): CslDate => ({ 'date-parts': [date.split('-').map(Number)] });

/** All articles that are not in the trash, or those with the given ids, in order of title. */
export function cslItems(db: Database, ids: readonly string[] | undefined): CslItem[] {
  return db
    .prepare<ArticleRow>(
      `SELECT ${fields} FROM articles
       WHERE trashed IS NULL AND (? IS NULL OR id IN (SELECT value FROM json_each(?)))
       ORDER BY title, seq`,
    )
    .all(ids === undefined ? null : 1, JSON.stringify(ids ?? []))
    .map(toItem);
}

/** The articles with the given ids, in order of title, those in the trash as well. */
export const citedItems = (db: Database, ids: readonly string[]): CslItem[] =>
  db
    .prepare<ArticleRow>(
      `SELECT ${fields} FROM articles WHERE id IN (SELECT value FROM json_each(?))
       ORDER BY title, seq`,
    )
    .all(JSON.stringify(ids))
    .map(toItem);

const knownPlacing = (row: Placing): KnownPlacing =>
  Object.fromEntries(
    placingFields.flatMap((field) => (row[field] === null ? [] : [[field, row[field]]])),
  );

function toItem(row: ArticleRow): CslItem {
  const author = JSON.parse(row.author) as CslName[];
  return {
    id: row.id,
    type: 'article-newspaper',
    title: row.title.toWellFormed(),
    ...(author.length === 0 ? {} : { author }),
    ...(row.container_title === null ? {} : { 'container-title': row.container_title }),
    ...(row.issued === null ? {} : { issued: toDate(row.issued) }),
    ...(row.accessed === null ? {} : { accessed: toDate(row.accessed) }),
    ...(row.url === null ? {} : { URL: row.url }),
    ...(row.language === null ? {} : { language: row.language }),
    ...knownPlacing(row),
  };
}

export const sourcesCsl = (items: readonly CslItem[]): string =>
  `${JSON.stringify(items, null, 2)}\n`;

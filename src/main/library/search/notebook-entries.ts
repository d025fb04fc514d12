import type { SearchKind } from '../../../shared/model/search.ts';
import { plainMarkdown } from '../../../shared/text/plain-markdown.ts';
import type { Database } from '../storage/database.ts';

/** What people write and name, each table with its own index in memory. */
const notebookTables = ['annotation', 'document', 'actor'] as const;
export type NotebookTable = (typeof notebookTables)[number];

/** One row as search holds it. `title` and `body` are what its words are found in. */
export interface Entry {
  readonly seq: number;
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Annotations: their tags, which are the end of `body`. */
  readonly tags?: readonly string[];
  /** The title to show where it is not searched: an annotation's is its article's. */
  readonly heading: string;
  readonly detail: string;
  /** ISO 8601, for sorting by date. */
  readonly modified: string;
  readonly articleId?: string;
  /** Annotations: where the passage stands in the article; it is the beginning of `body`. */
  readonly passage?: { readonly start: number; readonly end: number };
}

const selects: Readonly<Record<NotebookTable, string>> = {
  annotation: `SELECT annotations.seq, annotations.id, annotations.start, annotations."end", exact,
      comment, annotations.modified, articles.id AS article_id, articles.title AS article_title,
      container_title, issued,
      (SELECT json_group_array(tag) FROM annotation_tags WHERE annotation = annotations.seq) AS tags
    FROM annotations JOIN articles ON articles.seq = annotations.article
    WHERE articles.trashed IS NULL`,
  document: `SELECT documents.seq, documents.id, kind, documents.title, text, documents.modified
    FROM documents WHERE trashed IS NULL`,
  actor: `SELECT actors.seq, id, kind, actors.name, description, modified,
      (SELECT group_concat(name, ' · ') FROM actor_names
        WHERE actor = actors.seq AND scope <> 'never' AND actor_names.name <> actors.name) AS names
    FROM actors WHERE true`,
};

interface Rows {
  annotation: {
    seq: number;
    id: string;
    start: number;
    end: number;
    exact: string;
    comment: string;
    modified: string;
    article_id: string;
    article_title: string;
    container_title: string | null;
    issued: string | null;
    /** JSON. */
    tags: string;
  };
  document: {
    seq: number;
    id: string;
    kind: 'note' | 'briefing';
    title: string;
    text: string;
    modified: string;
  };
  actor: {
    seq: number;
    id: string;
    kind: string;
    name: string;
    description: string;
    modified: string;
    names: string | null;
  };
}

const present = (parts: readonly (string | null)[], separator: string) =>
  parts.filter((part) => part !== null && part !== '').join(separator);

/** Stands before a comment, so that a snippet shows where the quotation ends. */
const commentAfter = '\n— ';

/** Tags as they end the body of an entry. */
export const joinedTags = (tags: readonly string[]): string => tags.join(' · ');

const toEntry: { readonly [T in NotebookTable]: (row: Rows[T]) => Entry } = {
  annotation: (row) => {
    const tags = JSON.parse(row.tags) as string[];
    return {
      seq: row.seq,
      kind: 'annotations',
      id: row.id,
      title: '',
      body: present(
        [present([row.exact, plainMarkdown(row.comment)], commentAfter), joinedTags(tags)],
        '\n',
      ),
      tags,
      heading: row.article_title,
      detail: present([row.container_title, row.issued ?? 'n.d.'], ' · '),
      modified: row.modified,
      articleId: row.article_id,
      passage: { start: row.start, end: row.end },
    };
  },
  document: (row) => ({
    seq: row.seq,
    kind: row.kind === 'note' ? 'notes' : 'briefings',
    id: row.id,
    title: row.title,
    body: row.text,
    heading: row.title,
    detail: '',
    modified: row.modified,
  }),
  actor: (row) => ({
    seq: row.seq,
    kind: 'actors',
    id: row.id,
    title: row.name,
    body: present([row.names, row.description], '\n'),
    heading: row.name,
    detail: row.kind,
    modified: row.modified,
  }),
};

/** All rows of a table as entries; trashed documents, and passages of trashed articles, are none. */
export function readEntries(db: Database, table: NotebookTable): Entry[] {
  return db
    .prepare<Rows[typeof table]>(selects[table])
    .all()
    .map((row) => (toEntry[table] as (row: Rows[typeof table]) => Entry)(row));
}

/** One row as an entry; undefined where it is gone or not to be found. */
export function readEntry(db: Database, table: NotebookTable, seq: number): Entry | undefined {
  const row = db.prepare<Rows[typeof table]>(`${selects[table]} AND ${table}s.seq = ?`).get(seq);
  return row === undefined
    ? undefined
    : (toEntry[table] as (row: Rows[typeof table]) => Entry)(row);
}

import type { Database } from '../../storage/database.ts';
import { storedAuthorNames } from '../../articles/author-names.ts';
import { letThrough, type GridFilter } from '../../actors/grid/grid-store.ts';

interface StatementRow {
  readonly speaker: string | null;
  readonly kind: string;
  readonly exact: string;
  readonly addressee: string | null;
  readonly subject: string | null;
  readonly outlet: string | null;
  readonly title: string;
  readonly issued: string | null;
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly speakerKind: string | null;
  /** A JSON array. */
  readonly author: string;
  readonly url: string | null;
  readonly status: string;
}

const columns = [
  'speaker',
  'kind',
  'words',
  'addressee',
  'subject',
  'outlet',
  'title',
  'issued',
  'article',
  'start',
  'end',
  'id',
  'speaker kind',
  'author',
  'URL',
  'status',
];

/** A table with a row for each statement, also for those of nobody and for lost ones. */
export function statementRows(db: Database, filter: GridFilter): (string | number)[][] {
  const { sql, values } = letThrough(filter);
  const rows = db
    .prepare<StatementRow>(
      `SELECT speaker.name AS speaker, s.kind, s.exact, addressee.name AS addressee,
         subject.name AS subject, x.container_title AS outlet, x.title, x.issued, x.id AS article,
         s.start, s."end" AS "end", s.id, speaker.kind AS speakerKind, x.author, x.url, s.status
       FROM statements s JOIN articles x ON x.seq = s.article
         LEFT JOIN actors speaker ON speaker.seq = s.speaker
         LEFT JOIN actors addressee ON addressee.seq = s.addressee
         LEFT JOIN actors subject ON subject.seq = s.subject
       WHERE ${sql}
       ORDER BY x.issued IS NULL, x.issued DESC, x.title, x.seq, s.start, s.seq`,
    )
    .all(...values);
  return [
    columns,
    ...rows.map((row) => [
      row.speaker ?? '',
      row.kind,
      row.exact,
      row.addressee ?? '',
      row.subject ?? '',
      row.outlet ?? '',
      row.title,
      row.issued ?? 'n.d.',
      row.article,
      row.start,
      row.end,
      row.id,
      row.speakerKind ?? '',
      storedAuthorNames(row.author).join('; '),
      row.url ?? '',
      row.status,
    ]),
  ];
}

import type { PassageSelectors } from '../../../../shared/anchoring/describe.ts';
import type { Statement } from '../../../../shared/model/actor.ts';
import type { Database } from '../../storage/database.ts';

/** Actors of a statement by their `seq`. */
export interface Roles {
  readonly speaker: number | null;
  readonly addressee: number | null;
  readonly subject: number | null;
}

type ChangedFields = Roles & Pick<Statement, 'kind'>;

export interface StatementRow extends Statement {
  readonly seq: number;
  readonly title: string;
}

const tables = `statements s JOIN articles x ON x.seq = s.article
  LEFT JOIN actors speaker ON speaker.seq = s.speaker
  LEFT JOIN actors addressee ON addressee.seq = s.addressee
  LEFT JOIN actors subject ON subject.seq = s.subject`;

const select = `SELECT s.seq, s.id, x.id AS articleId, x.title, s.start, s."end", s.exact AS quote,
  s.kind, speaker.id AS speaker, addressee.id AS addressee, subject.id AS subject, s.status,
  s.created FROM ${tables}`;

export const toStatement = ({ seq: _seq, title: _title, ...statement }: StatementRow): Statement =>
  statement;

/** What is left out means any; `actorId` in any role. */
interface StatementFilter {
  readonly articleId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly speaker?: string | undefined;
  readonly kind?: Statement['kind'] | undefined;
}

/** SQL of the statements. */
export function statementStore(db: Database) {
  return {
    list(filter: StatementFilter): StatementRow[] {
      const conditions: [sql: string, ...values: string[]][] = [];
      if (filter.articleId === undefined) conditions.push(['x.trashed IS NULL']);
      else conditions.push(['x.id = ?', filter.articleId]);
      if (filter.actorId !== undefined) {
        const { actorId } = filter;
        conditions.push(['? IN (speaker.id, addressee.id, subject.id)', actorId]);
      }
      if (filter.speaker !== undefined) conditions.push(['speaker.id = ?', filter.speaker]);
      if (filter.kind !== undefined) conditions.push(['s.kind = ?', filter.kind]);
      return db
        .prepare<StatementRow>(
          `${select} WHERE ${conditions.map(([sql]) => sql).join(' AND ')}
           ORDER BY s.article, s.start, s."end"`,
        )
        .all(...conditions.flatMap(([, ...values]) => values));
    },

    /** In the order of their articles and places. */
    byIds: (ids: readonly string[]): Statement[] =>
      db
        .prepare<StatementRow>(
          `${select} WHERE s.id IN (SELECT value FROM json_each(?))
           ORDER BY s.article, s.start, s."end"`,
        )
        .all(JSON.stringify(ids))
        .map(toStatement),

    get: (id: string): StatementRow | undefined =>
      db.prepare<StatementRow>(`${select} WHERE s.id = ?`).get(id),

    insert(
      statement: { id: string; kind: Statement['kind'] } & PassageSelectors & Roles,
      article: { seq: number; version: number },
      now: string,
    ): void {
      db.prepare(
        `INSERT INTO statements (id, article, version, start, "end", exact, prefix, suffix, kind,
           speaker, addressee, subject, created)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        statement.id,
        article.seq,
        article.version,
        statement.start,
        statement.end,
        statement.exact,
        statement.prefix,
        statement.suffix,
        statement.kind,
        statement.speaker,
        statement.addressee,
        statement.subject,
        now,
      );
    },

    update: (seq: number, { kind, speaker, addressee, subject }: ChangedFields): void =>
      void db
        .prepare(
          'UPDATE statements SET kind = ?, speaker = ?, addressee = ?, subject = ? WHERE seq = ?',
        )
        .run(kind, speaker, addressee, subject, seq),

    /** Puts a statement on other words of the current text. */
    move: (seq: number, passage: PassageSelectors, version: number): void =>
      void db
        .prepare(
          `UPDATE statements SET start = ?, "end" = ?, exact = ?, prefix = ?, suffix = ?,
             version = ?, status = 'exact' WHERE seq = ?`,
        )
        .run(
          passage.start,
          passage.end,
          passage.exact,
          passage.prefix,
          passage.suffix,
          version,
          seq,
        ),

    /** The words of an article for which no speaker is to be proposed again. */
    dismissedQuotes: (article: number): Set<string> =>
      new Set(
        db
          .prepare<{ quote: string }>('SELECT quote FROM speaker_dismissals WHERE article = ?')
          .all(article)
          .map(({ quote }) => quote),
      ),
    dismissQuote: (article: number, quote: string, now: string): void =>
      void db
        .prepare(
          'INSERT OR IGNORE INTO speaker_dismissals (article, quote, created) VALUES (?, ?, ?)',
        )
        .run(article, quote, now),

    delete: (seq: number): void => void db.prepare('DELETE FROM statements WHERE seq = ?').run(seq),
  };
}

import type { PassageSelectors } from '../../../shared/anchoring/describe.ts';
import type { Statement } from '../../../shared/model/actor.ts';
import type { Database } from '../storage/database.ts';

/** Actors of a statement by their `seq`. */
export interface Roles {
  readonly speaker: number | null;
  readonly addressee: number | null;
  readonly subject: number | null;
}

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

/** SQL of the statements. */
export function statementStore(db: Database) {
  return {
    list(filter: { articleId?: string | undefined; actorId?: string | undefined }): StatementRow[] {
      const conditions: [sql: string, ...values: string[]][] = [];
      if (filter.articleId === undefined) conditions.push(['x.trashed IS NULL']);
      else conditions.push(['x.id = ?', filter.articleId]);
      if (filter.actorId !== undefined) {
        const { actorId } = filter;
        conditions.push(['? IN (speaker.id, addressee.id, subject.id)', actorId]);
      }
      return db
        .prepare<StatementRow>(
          `${select} WHERE ${conditions.map(([sql]) => sql).join(' AND ')}
           ORDER BY s.article, s.start, s."end"`,
        )
        .all(...conditions.flatMap(([, ...values]) => values));
    },

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

    delete: (seq: number): void => void db.prepare('DELETE FROM statements WHERE seq = ?').run(seq),
  };
}

import type { Mention } from '../../../shared/model/actor.ts';
import { hiddenLayers } from '../articles/hidden.ts';
import type { Database } from '../storage/database.ts';

export interface MentionRow {
  readonly start: number;
  readonly end: number;
  readonly actor: number;
  readonly status: Mention['status'];
}

export interface MentionFilter {
  readonly actorId?: string | undefined;
  readonly articleId?: string | undefined;
}

interface ListedRow extends MentionRow {
  readonly hidden: 0 | 1;
  readonly actorId: string;
  readonly article: number;
  readonly articleId: string;
}

const tables = `mentions m JOIN actors a ON a.seq = m.actor JOIN articles x ON x.seq = m.article`;

function conditions({ actorId, articleId }: MentionFilter): { where: string; values: string[] } {
  const parts: [string, string][] = [];
  if (actorId !== undefined) parts.push(['a.id = ?', actorId]);
  if (articleId !== undefined) parts.push(['x.id = ?', articleId]);
  const where = parts.length === 0 ? '' : ` WHERE ${parts.map(([sql]) => sql).join(' AND ')}`;
  return { where, values: parts.map(([, value]) => value) };
}

/** SQL of the mentions, which are derived, and of what people decided about them. */
export function mentionStore(db: Database) {
  const textOf = (article: number): string =>
    db
      .prepare<{ text: string }>(
        `SELECT t.text FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
         WHERE a.seq = ?`,
      )
      .get(article)?.text ?? '';

  return {
    textOf,

    issuedOf: (article: number): string | null =>
      db
        .prepare<{ issued: string | null }>('SELECT issued FROM articles WHERE seq = ?')
        .get(article)?.issued ?? null,

    list(filter: MentionFilter, limit: number): { items: Mention[]; total: number } {
      const { where, values } = conditions(filter);
      const rows = db
        .prepare<ListedRow>(
          `SELECT a.id AS actorId, m.article, x.id AS articleId, m.start, m."end", m.actor, m.status,
             m.hidden
           FROM ${tables}${where} ORDER BY m.article, m.start, m."end", m.actor LIMIT ?`,
        )
        .all(...values, limit);
      const total = db
        .prepare<{ n: number }>(`SELECT count(*) AS n FROM ${tables}${where}`)
        .get(...values);
      let current = { article: -1, text: '' };
      const items = rows.map((row): Mention => {
        const { actorId, article, articleId, start, end, status } = row;
        if (current.article !== article) current = { article, text: textOf(article) };
        const text = current.text.slice(start, end);
        const mention: Mention = { actorId, articleId, start, end, text, status };
        if (row.hidden === 1) mention.hidden = true;
        return mention;
      });
      return { items, total: total?.n ?? 0 };
    },

    of: (article: number): MentionRow[] =>
      db
        .prepare<MentionRow>('SELECT start, "end", actor, status FROM mentions WHERE article = ?')
        .all(article),

    /** The articles with a mention of an actor. */
    articlesOf: (actor: number): { seq: number; id: string }[] =>
      db
        .prepare<{ seq: number; id: string }>(
          `SELECT x.seq, x.id FROM articles x
           WHERE x.seq IN (SELECT article FROM mentions WHERE actor = ?)`,
        )
        .all(actor),

    replace(article: number, mentions: readonly MentionRow[]): void {
      db.prepare('DELETE FROM mentions WHERE article = ?').run(article);
      if (mentions.length === 0) return;
      const { hidden } = hiddenLayers(db, article);
      const isHidden = ({ start, end }: MentionRow) =>
        hidden.some((range) => range.start < end && start < range.end);
      const add = db.prepare(
        `INSERT OR IGNORE INTO mentions (article, start, "end", actor, status, hidden)
         VALUES (?, ?, ?, ?, ?, ?)`,
      );
      for (const row of mentions) {
        const { start, end, actor, status } = row;
        add.run(article, start, end, actor, status, isHidden(row) ? 1 : 0);
      }
    },

    decisions: (article: number): MentionRow[] =>
      db
        .prepare<MentionRow>(
          `SELECT start, "end", actor, status FROM mention_decisions WHERE article = ?
           ORDER BY start, "end"`,
        )
        .all(article),

    decisionsOf: (actor: number): (MentionRow & { article: number })[] =>
      db
        .prepare<MentionRow & { article: number }>(
          'SELECT article, start, "end", actor, status FROM mention_decisions WHERE actor = ?',
        )
        .all(actor),

    /** Keeps a decision; a place has one confirmed owner. `proposed` takes the decision back. */
    decide(article: number, { start, end, actor, status }: MentionRow): void {
      db.prepare(
        `DELETE FROM mention_decisions
         WHERE article = ? AND start = ? AND "end" = ? AND (actor = ? OR (? AND status = 'confirmed'))`,
      ).run(article, start, end, actor, status === 'confirmed' ? 1 : 0);
      if (status !== 'confirmed' && status !== 'rejected') return;
      db.prepare(
        'INSERT INTO mention_decisions (article, start, "end", actor, status) VALUES (?, ?, ?, ?, ?)',
      ).run(article, start, end, actor, status);
    },
  };
}

export type MentionStore = ReturnType<typeof mentionStore>;

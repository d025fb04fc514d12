import type { Colour } from '../../../shared/model/annotation.ts';
import type { Database } from '../storage/database.ts';

/** SQL of the tags. A tag is there while a passage carries it or `tags` has its row. */
export function tagStore(db: Database) {
  return {
    /** Every name that a passage carries or that was made. */
    names: (): string[] =>
      db
        .prepare<{ name: string }>(
          'SELECT DISTINCT tag AS name FROM annotation_tags UNION SELECT name FROM tags',
        )
        .all()
        .map(({ name }) => name),

    colours: (): Map<string, string> =>
      new Map(
        db
          .prepare<{ name: string; colour: string }>(
            'SELECT name, colour FROM tags WHERE colour IS NOT NULL',
          )
          .all()
          .map(({ name, colour }) => [name, colour]),
      ),

    /** Each passage in sight with one of its tags. */
    carried: (): Iterable<{ annotation: number; name: string }> =>
      db
        .prepare<{ annotation: number; name: string }>(
          `SELECT t.annotation, t.tag AS name FROM annotation_tags t
           JOIN annotations n ON n.seq = t.annotation
           JOIN articles a ON a.seq = n.article WHERE a.trashed IS NULL`,
        )
        .iterate(),

    /** How many passages carry one of `names`, and the articles they stand in. */
    reach(names: readonly string[]): { annotations: number; articleIds: string[] } {
      const rows = db
        .prepare<{ articleId: string; n: number }>(
          `SELECT a.id AS articleId, count(DISTINCT n.seq) AS n FROM annotation_tags t
           JOIN annotations n ON n.seq = t.annotation JOIN articles a ON a.seq = n.article
           WHERE t.tag IN (SELECT value FROM json_each(?)) GROUP BY a.seq`,
        )
        .all(JSON.stringify(names));
      return {
        annotations: rows.reduce((sum, { n }) => sum + n, 0),
        articleIds: rows.map(({ articleId }) => articleId),
      };
    },

    /** Keeps the row where there is one: its colour is the person's. */
    make: (name: string, colour: Colour | null, now: string): void =>
      void db
        .prepare('INSERT OR IGNORE INTO tags (name, colour, created) VALUES (?, ?, ?)')
        .run(name, colour, now),

    setColour: (name: string, colour: Colour | null): void =>
      void db.prepare('UPDATE tags SET colour = ? WHERE name = ?').run(colour, name),

    /** Calls one tag `to` everywhere; a passage that has both keeps one. */
    rename(from: string, to: string): void {
      db.prepare('UPDATE OR IGNORE annotation_tags SET tag = ? WHERE tag = ?').run(to, from);
      db.prepare('UPDATE OR IGNORE tags SET name = ? WHERE name = ?').run(to, from);
      this.remove(from);
    },

    remove(name: string): void {
      db.prepare('DELETE FROM annotation_tags WHERE tag = ?').run(name);
      db.prepare('DELETE FROM tags WHERE name = ?').run(name);
    },
  };
}

export type TagStore = ReturnType<typeof tagStore>;

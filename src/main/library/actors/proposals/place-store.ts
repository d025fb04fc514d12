import type { ActorKind } from '../../../../shared/model/actor.ts';
import type { TextRange } from '../../../../shared/model/ranges.ts';
import type { ArticleName } from '../../../../shared/text/names/article-names.ts';
import type { NameSample } from '../../../../shared/text/names/join-names.ts';
import { hiddenOf } from '../../articles/hidden.ts';
import type { Database } from '../../storage/database.ts';

/** A name over all articles. */
export interface CountedName {
  readonly id: number;
  readonly key: string;
  readonly kind: ActorKind;
  readonly mentions: number;
}

interface SampleRow {
  readonly article: number;
  readonly articleId: string;
  readonly spellings: string;
  readonly places: string;
  readonly mentions: number;
}

const flat = (places: readonly TextRange[]): string =>
  JSON.stringify(places.flatMap(({ start, end }) => [start, end]));

function ranges(places: string): TextRange[] {
  const numbers = JSON.parse(places) as number[];
  const found: TextRange[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    found.push({ start: numbers[i] ?? 0, end: numbers[i + 1] ?? 0 });
  }
  return found;
}

const overlaps = (a: TextRange, b: TextRange) => a.start < b.end && b.start < a.end;

const freePlaces = (places: readonly TextRange[], taken: readonly TextRange[]): TextRange[] =>
  places.filter((place) => !taken.some((other) => overlaps(place, other)));

/**
 * The places of an article that propose nobody: its mentions, and what is hidden in it (bylines,
 * boxes about the author, copyright lines), which is about the article and not the story.
 */
export const takenIn = (
  db: Database,
  article: number,
  mentions: readonly TextRange[],
): TextRange[] => [...mentions, ...hiddenOf(db, article).filter(({ by }) => by !== 'offered')];

/** SQL of the names read from the articles. Derived: outside the undo history. */
export function placeStore(db: Database) {
  return {
    unread: (): number =>
      db.prepare<{ n: number }>('SELECT count(*) AS n FROM proposal_dirty').get()?.n ?? 0,

    /** The newest articles that are still to be read; those in the trash have no text to read. */
    nextUnread: (limit: number): { seq: number; text: string | null }[] =>
      db
        .prepare<{ seq: number; text: string | null }>(
          `SELECT d.article AS seq, CASE WHEN a.trashed IS NULL THEN t.text END AS text
           FROM proposal_dirty d JOIN articles a ON a.seq = d.article
           LEFT JOIN texts t ON t.article = a.seq AND t.version = a.version
           ORDER BY d.article DESC LIMIT ?`,
        )
        .all(limit),

    markAll: (): void => db.exec('INSERT OR IGNORE INTO proposal_dirty SELECT seq FROM articles'),

    replace(article: number, names: readonly ArticleName[], mentions: readonly TextRange[]): void {
      db.prepare('DELETE FROM proposed_places WHERE article = ?').run(article);
      const name = db.prepare<{ id: number }>(
        `INSERT INTO proposed_names (key, kind) VALUES (?, ?)
         ON CONFLICT (key) DO UPDATE SET kind = excluded.kind RETURNING id`,
      );
      const add = db.prepare(
        'INSERT INTO proposed_places (article, name, spellings, places, mentions) VALUES (?, ?, ?, ?, ?)',
      );
      const taken = takenIn(db, article, mentions);
      for (const { key, kind, spellings, places } of names) {
        const id = name.get(key, kind)?.id ?? 0;
        const free = freePlaces(places, taken).length;
        add.run(article, id, JSON.stringify(spellings), flat(places), free);
      }
      db.prepare('DELETE FROM proposal_dirty WHERE article = ?').run(article);
    },

    /** Counts the places of an article again after its mentions changed. */
    recount(article: number, mentions: readonly TextRange[]): void {
      const rows = db
        .prepare<{ name: number; places: string; mentions: number }>(
          'SELECT name, places, mentions FROM proposed_places WHERE article = ?',
        )
        .all(article);
      if (rows.length === 0) return;
      const taken = takenIn(db, article, mentions);
      const set = db.prepare(
        'UPDATE proposed_places SET mentions = ? WHERE article = ? AND name = ?',
      );
      for (const { name, places, mentions: counted } of rows) {
        const free = freePlaces(ranges(places), taken).length;
        if (free !== counted) set.run(free, article, name);
      }
    },

    /** The places of an article that propose somebody. */
    free: (
      article: number,
      places: readonly TextRange[],
      mentions: readonly TextRange[],
    ): TextRange[] => freePlaces(places, takenIn(db, article, mentions)),

    /** The names with the most places that are nobody's yet. */
    mostNamed: (limit: number): CountedName[] =>
      db
        .prepare<CountedName>(
          `SELECT id, key, kind, mentions FROM proposed_names WHERE mentions > 0
           ORDER BY mentions DESC, id LIMIT ?`,
        )
        .all(limit),

    /** What the newest articles that have a free place of a name say of it. */
    samples: (name: number, limit: number): NameSample[] =>
      db
        .prepare<SampleRow>(
          `SELECT p.article, a.id AS articleId, p.spellings, p.places, p.mentions
           FROM proposed_places p JOIN articles a ON a.seq = p.article
           WHERE p.name = ? AND p.mentions > 0 ORDER BY p.article DESC LIMIT ?`,
        )
        .all(name, limit)
        .map(({ article, articleId, spellings, places, mentions }) => ({
          article,
          articleId,
          spellings: JSON.parse(spellings) as string[],
          places: ranges(places),
          mentions,
        })),
  };
}

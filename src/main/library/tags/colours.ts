import type { Handlers } from '../../../shared/contract/methods.ts';
import { colours } from '../../../shared/model/annotation.ts';
import type { LibraryContext } from '../context.ts';

/** What the five colours mean to the person: kept in the library, so that it goes with it. */
export function colourHandlers({
  commands,
  db,
}: LibraryContext): Handlers<'colours.list' | 'colours.update'> {
  return {
    'colours.list': () => {
      const meanings = db
        .prepare<{ colour: string; meaning: string }>('SELECT colour, meaning FROM colour_meanings')
        .all();
      const counts = db
        .prepare<{ colour: string; n: number }>(
          `SELECT colour, count(*) AS n FROM annotations n JOIN articles a ON a.seq = n.article
           WHERE a.trashed IS NULL GROUP BY colour`,
        )
        .all();
      return {
        items: colours.map((colour) => ({
          colour,
          meaning: meanings.find((row) => row.colour === colour)?.meaning ?? null,
          annotations: counts.find((row) => row.colour === colour)?.n ?? 0,
        })),
      };
    },

    'colours.update': ({ colour, meaning }) => {
      commands.run(`Meaning of ${colour}`, { topics: ['annotations'] }, () => {
        if (meaning === '') {
          db.prepare('DELETE FROM colour_meanings WHERE colour = ?').run(colour);
        } else {
          db.prepare(
            `INSERT INTO colour_meanings (colour, meaning) VALUES (?, ?)
             ON CONFLICT (colour) DO UPDATE SET meaning = excluded.meaning`,
          ).run(colour, meaning);
        }
      });
      return { colour, meaning: meaning === '' ? null : meaning };
    },
  };
}

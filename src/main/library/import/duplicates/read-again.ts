import { isOutdated, setVersion } from '../../storage/rules-version.ts';
import type { LibraryContext } from '../../context.ts';
import { storedFingerprint, type Fingerprints } from './fingerprints.ts';

/** Grows when the same text gets other bands: what libraries have of theirs is then made again. */
const bandsVersion = 1;
const versionKey = 'duplicates.bands';
/** Where the making again has come to: the last article that has its new bands. */
const placeKey = 'duplicates.bands-until';
/** Characters read in one step: some 20 ms. */
const stepLength = 200_000;
const mostArticles = 40;

/**
 * Makes the fingerprints that another version stored again in the background: until then copies are
 * found by what that one knew. Interrupted, it goes on from where it was at the next opening.
 */
export function bringUpFingerprints(
  { db, commands, background, readOnly }: LibraryContext,
  fingerprints: Fingerprints,
): void {
  if (readOnly || !isOutdated(db, versionKey, bandsVersion)) return;
  const stored = db.prepare<{ value: unknown }>('SELECT value FROM meta WHERE key = ?');
  let place = Number(stored.get(placeKey)?.value ?? 0);
  const { count, last } = db
    .prepare<{ count: number; last: number | null }>(
      'SELECT count(*) AS count, max(seq) AS last FROM articles WHERE seq > ?',
    )
    .get(place) ?? { count: 0, last: null };
  let left = count;
  const finish = () => {
    db.prepare('DELETE FROM meta WHERE key = ?').run(placeKey);
    setVersion(db, versionKey, bandsVersion);
  };
  if (last === null) {
    commands.quietly(null, finish);
    return;
  }
  const following = db.prepare<{ seq: number; length: number }>(
    `SELECT a.seq, length(t.text) AS length FROM articles a
     JOIN texts t ON t.article = a.seq AND t.version = a.version
     WHERE a.seq > ? AND a.seq <= ? ORDER BY a.seq LIMIT ?`,
  );
  const step = () =>
    commands.quietly(null, () => {
      const next = following.all(place, last, mostArticles);
      let length = 0;
      for (const article of next) {
        const made = storedFingerprint(db, article.seq);
        if (made !== null) fingerprints.save(article.seq, made);
        place = article.seq;
        left -= 1;
        length += article.length;
        if (length > stepLength) break;
      }
      if (place >= last || next.length === 0) {
        left = 0;
        finish();
      } else {
        setVersion(db, placeKey, place);
      }
    });
  background.start({ work: 'duplicates', topics: [], left: () => Math.max(0, left), step });
}

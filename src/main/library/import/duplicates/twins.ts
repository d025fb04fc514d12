import type { Database } from '../../storage/database.ts';
import { nearness, type Fingerprint } from './fingerprint.ts';
import { storedFingerprint } from './fingerprints.ts';

/** What is compared: a fingerprint, and the outlet, which tells a reprint from the same file. */
export interface Comparable {
  readonly fingerprint: Fingerprint;
  readonly outlet: string | null;
}

/** What a candidate repeats. `Ref` names the other one. */
export interface Twin<Ref> {
  readonly of: Ref;
  readonly kind: 'identical' | 'near';
  /** 0 to 1. */
  readonly similarity: number;
}

/** The same words in two outlets are two articles of one origin, not one file twice. */
const sameOutlet = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b;

const identical = <Ref>(of: Ref, same: boolean): Twin<Ref> => ({
  of,
  kind: same ? 'identical' : 'near',
  similarity: 1,
});

/** At most this many articles that share a band are compared word by word. */
const mostCompared = 12;

export interface StoredArticle {
  readonly seq: number;
  readonly id: string;
}

interface StoredRow extends StoredArticle {
  container_title: string | null;
  shadow_of: number | null;
}

const columns = 'a.seq, a.id, a.container_title, a.shadow_of';

/** The lead of an article's group: itself, where it is no shadow or its lead is in the trash. */
function leadOf(db: Database, { seq, id, shadow_of: lead }: StoredRow): StoredArticle {
  const found =
    lead === null
      ? undefined
      : db
          .prepare<StoredArticle>('SELECT seq, id FROM articles WHERE seq = ? AND trashed IS NULL')
          .get(lead);
  return found ?? { seq, id };
}

/** The article of the library, trash aside, that this one repeats; of a near group its lead. */
export function findTwin(db: Database, candidate: Comparable): Twin<StoredArticle> | null {
  const { folded, bands } = candidate.fingerprint;
  const same = db
    .prepare<StoredRow>(
      `SELECT ${columns} FROM article_fingerprints f JOIN articles a ON a.seq = f.article
       WHERE f.folded = ? AND a.trashed IS NULL ORDER BY a.seq`,
    )
    .all(folded);
  const reprint = same[0];
  const copy = same.find((row) => sameOutlet(row.container_title, candidate.outlet));
  if (copy !== undefined) return identical(copy, true);
  if (reprint !== undefined) return identical(leadOf(db, reprint), false);
  if (bands.length === 0) return null;
  const places = bands.map(() => '?').join(',');
  const near = db
    .prepare<StoredRow>(
      `SELECT ${columns} FROM
         (SELECT article, count(*) AS shared FROM article_bands
          WHERE band IN (${places}) GROUP BY article ORDER BY shared DESC LIMIT ${mostCompared}) c
       JOIN articles a ON a.seq = c.article WHERE a.trashed IS NULL`,
    )
    .all(...bands);
  let best: Twin<StoredArticle> | null = null;
  for (const row of near) {
    const stored = storedFingerprint(db, row.seq);
    const value = stored === null ? null : nearness(candidate.fingerprint, stored);
    if (value !== null && value > (best?.similarity ?? 0)) {
      best = { of: leadOf(db, row), kind: 'near', similarity: value };
    }
  }
  return best;
}

/** Finds twins among things that are not stored: the rows of a preview. */
export class TwinsInMemory<Ref> {
  readonly #byFolded = new Map<string, { ref: Ref; outlet: string | null }>();
  readonly #byBand = new Map<number, Set<number>>();
  readonly #all: { ref: Ref; comparable: Comparable }[] = [];

  find({ fingerprint, outlet }: Comparable): Twin<Ref> | null {
    const same = this.#byFolded.get(fingerprint.folded);
    if (same !== undefined) return identical(same.ref, sameOutlet(same.outlet, outlet));
    const candidates = new Set<number>();
    for (const band of fingerprint.bands) {
      for (const index of this.#byBand.get(band) ?? []) candidates.add(index);
    }
    let best: Twin<Ref> | null = null;
    for (const index of candidates) {
      const other = this.#all[index];
      if (other === undefined) continue;
      const value = nearness(fingerprint, other.comparable.fingerprint);
      if (value !== null && value > (best?.similarity ?? 0)) {
        best = { of: other.ref, kind: 'near', similarity: value };
      }
    }
    return best;
  }

  add(ref: Ref, comparable: Comparable): void {
    const { folded, bands } = comparable.fingerprint;
    if (!this.#byFolded.has(folded)) this.#byFolded.set(folded, { ref, outlet: comparable.outlet });
    const index = this.#all.push({ ref, comparable }) - 1;
    for (const band of bands) {
      const known = this.#byBand.get(band) ?? new Set();
      this.#byBand.set(band, known.add(index));
    }
  }
}

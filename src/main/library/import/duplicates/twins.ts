import type { Database } from '../../storage/database.ts';
import { nearness, rounded, sameWords, similarity, type Fingerprint } from './fingerprint.ts';
import type { Fingerprints } from './fingerprints.ts';
import { HashIndex } from './hash-index.ts';
import { KeptFingerprints } from './kept-fingerprints.ts';

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

/**
 * The article of the library, trash aside, that this one repeats; of a near group its lead, and how
 * like that one it is. Texts at least as similar as `threshold` are near duplicates.
 */
export function findTwin(
  db: Database,
  known: Fingerprints,
  candidate: Comparable,
  threshold: number,
  prints = new KeptFingerprints(db),
): Twin<StoredArticle> | null {
  const { same, near } = known.alike(candidate.fingerprint, mostCompared);
  let reprint: StoredRow | null = null;
  let best: { readonly row: StoredRow; readonly similarity: number } | null = null;
  for (const seq of new Set([...same, ...near])) {
    const row = db
      .prepare<StoredRow>(
        'SELECT seq, id, container_title, shadow_of FROM articles WHERE seq = ? AND trashed IS NULL',
      )
      .get(seq);
    const stored = row === undefined ? null : prints.of(seq);
    if (row === undefined || stored === null) continue;
    if (sameWords(candidate.fingerprint, stored)) {
      if (sameOutlet(row.container_title, candidate.outlet)) return identical(row, true);
      reprint ??= row;
      continue;
    }
    const value = nearness(candidate.fingerprint, stored, threshold);
    if (value !== null && value > (best?.similarity ?? 0)) best = { row, similarity: value };
  }
  const found = reprint === null ? best : { row: reprint, similarity: 1 };
  if (found === null) return null;
  const of = leadOf(db, found.row);
  const lead = of.seq === found.row.seq ? null : prints.of(of.seq);
  const shared = lead && similarity(candidate.fingerprint.shingles, lead.shingles);
  return { of, kind: 'near', similarity: shared === null ? found.similarity : rounded(shared) };
}

/** Finds twins among things that are not stored: the rows of a preview. */
export class TwinsInMemory<Ref> {
  readonly #index = new HashIndex();
  readonly #all: { ref: Ref; comparable: Comparable }[] = [];
  /** From this similarity on, 0 to 1, texts are near duplicates. */
  readonly threshold: number;

  constructor(threshold: number) {
    this.threshold = threshold;
  }

  /** The one this repeats; of several that are as like, the earliest. */
  find({ fingerprint, outlet }: Comparable): Twin<Ref> | null {
    let reprint: Ref | null = null;
    let best: Twin<Ref> | null = null;
    for (const { ref, comparable } of this.#candidates(fingerprint)) {
      if (sameWords(fingerprint, comparable.fingerprint)) {
        if (sameOutlet(comparable.outlet, outlet)) return identical(ref, true);
        reprint ??= ref;
        continue;
      }
      const value = nearness(fingerprint, comparable.fingerprint, this.threshold);
      if (value !== null && value > (best?.similarity ?? 0)) {
        best = { of: ref, kind: 'near', similarity: value };
      }
    }
    return reprint === null ? best : identical(reprint, false);
  }

  add(ref: Ref, comparable: Comparable): void {
    const index = this.#all.push({ ref, comparable }) - 1;
    const { folded, bands } = comparable.fingerprint;
    for (const hash of [folded, ...bands]) this.#index.add(hash, index);
  }

  /** Those that may be like it, in the order they were added. */
  #candidates({ folded, bands }: Fingerprint): { ref: Ref; comparable: Comparable }[] {
    const found = new Set([folded, ...bands].flatMap((hash) => this.#index.get(hash)));
    return [...found].sort((a, b) => a - b).flatMap((index) => this.#all[index] ?? []);
  }
}

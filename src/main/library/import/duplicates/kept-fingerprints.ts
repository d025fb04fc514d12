import type { Database } from '../../storage/database.ts';
import { comparable, type Fingerprint } from './fingerprint.ts';
import { storedFingerprint } from './fingerprints.ts';

/** So much of their shingles is kept: some 7,000 articles of 650 words. */
const mostBytes = 10 * 1024 * 1024;

/**
 * Fingerprints of stored articles for the length of one piece of work: wire copies are compared
 * with the same few stories again and again, and to make one anew takes as long as to store it.
 */
export class KeptFingerprints {
  readonly #db: Database;
  readonly #kept = new Map<number, Fingerprint>();
  #bytes = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The fingerprint of an article, to compare; null where there is none. */
  of(seq: number): Fingerprint | null {
    const kept = this.#kept.get(seq);
    if (kept !== undefined) return kept;
    const made = storedFingerprint(this.#db, seq);
    if (made !== null) this.keep(seq, made);
    return made;
  }

  /** Keeps a fingerprint that is at hand; the oldest ones go. */
  keep(seq: number, fingerprint: Fingerprint): void {
    this.#drop(seq);
    this.#kept.set(seq, comparable(fingerprint));
    this.#bytes += fingerprint.shingles.byteLength;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= mostBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(seq: number): void {
    this.#bytes -= this.#kept.get(seq)?.shingles.byteLength ?? 0;
    this.#kept.delete(seq);
  }

  /** Forgets all: what was stored was taken back. */
  clear(): void {
    this.#kept.clear();
    this.#bytes = 0;
  }
}

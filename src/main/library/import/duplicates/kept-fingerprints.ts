import type { Database } from '../../storage/database.ts';
import type { Fingerprint } from './fingerprint.ts';
import { storedFingerprint } from './fingerprints.ts';
import { Sketches } from './sketches.ts';

/** Some three kilobytes each. */
const most = 1000;
/** Half a kilobyte each. */
const mostSketches = 20_000;

/**
 * Fingerprints of stored articles for the length of one piece of work: wire copies are compared
 * with the same few stories again and again, and each is read and made once.
 */
export class KeptFingerprints {
  readonly #db: Database;
  readonly #kept = new Map<number, Fingerprint | null>();
  readonly #sketches = new Sketches(mostSketches);

  constructor(db: Database) {
    this.#db = db;
  }

  /** The fingerprint of an article; null where there is none. */
  of(seq: number): Fingerprint | null {
    const kept = this.#kept.get(seq);
    if (kept !== undefined) return kept;
    const made = storedFingerprint(this.#db, seq);
    this.keep(seq, made);
    return made;
  }

  /** The most that an article and a text can have in common: see `Sketches`. */
  mostInCommon(seq: number, fingerprint: Fingerprint): number {
    return this.#sketches.mostInCommon(seq, fingerprint);
  }

  /** Keeps a fingerprint that is at hand; the oldest one goes. */
  keep(seq: number, fingerprint: Fingerprint | null): void {
    if (fingerprint !== null) this.#sketches.keep(seq, fingerprint);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= most && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(seq, fingerprint);
  }

  /** Forgets all: what was stored was taken back. */
  clear(): void {
    this.#kept.clear();
    this.#sketches.clear();
  }
}

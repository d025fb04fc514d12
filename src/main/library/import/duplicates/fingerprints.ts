import type { HiddenRange } from '../../../../shared/model/ranges.ts';
import type { LibraryContext } from '../../context.ts';
import type { Database } from '../../storage/database.ts';
import { fingerprint, type Fingerprint } from './fingerprint.ts';
import { HashIndex } from './hash-index.ts';

/** The fingerprint of an article's current text, computed anew; null where there is no such article. */
export function storedFingerprint(db: Database, seq: number): Fingerprint | null {
  const row = db
    .prepare<{ text: string }>(
      `SELECT t.text FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       WHERE a.seq = ?`,
    )
    .get(seq);
  if (row === undefined) return null;
  const hidden = db
    .prepare<HiddenRange>(
      `SELECT start, "end", reason, by FROM hidden_ranges WHERE article = ? ORDER BY start`,
    )
    .all(seq);
  return fingerprint(row.text, hidden);
}

/**
 * Which articles may repeat a text. The hashes are stored with their article and looked up in
 * memory (140 bytes an article, read when the first import needs them): in an index on disk every
 * article would touch 33 pages.
 */
export class Fingerprints {
  readonly #db: Database;
  #index: HashIndex | null = null;
  /** By article, how many bands it shares with the text that is looked up; all 0 in between. */
  #shared = new Uint16Array(1 << 12);

  constructor({ db, commands }: Pick<LibraryContext, 'db' | 'commands'>) {
    this.#db = db;
    commands.beforeCommit(() => this.#refresh());
  }

  /** Stores an article's fingerprint in place of the one it had. Runs inside a transaction. */
  save(seq: number, { folded, bands }: Fingerprint): void {
    const hashes = Uint32Array.from([folded, ...bands]);
    this.#db
      .prepare('INSERT OR REPLACE INTO article_fingerprints (article, hashes) VALUES (?, ?)')
      .run(seq, new Uint8Array(hashes.buffer));
    this.#db.prepare('DELETE FROM fingerprint_dirty WHERE article = ?').run(seq);
    for (const hash of hashes) this.#index?.add(hash, seq);
  }

  /**
   * Articles with the same folded text, and those that share bands, most bands first. Some may have
   * been deleted or changed since: compare before believing.
   */
  alike(
    { folded, bands }: Pick<Fingerprint, 'folded' | 'bands'>,
    most: number,
  ): { same: number[]; near: number[] } {
    const index = (this.#index ??= this.#load());
    const met: number[] = [];
    for (const band of bands) {
      index.visit(band, (seq) => {
        if (this.#sharedBy(seq) === 0) met.push(seq);
        this.#shared[seq] = this.#sharedBy(seq) + 1;
      });
    }
    const near = met.sort((a, b) => this.#sharedBy(b) - this.#sharedBy(a) || a - b).slice(0, most);
    for (const seq of met) this.#shared[seq] = 0;
    return { same: [...new Set(index.get(folded))].sort((a, b) => a - b), near };
  }

  #sharedBy(seq: number): number {
    if (seq >= this.#shared.length) {
      const more = new Uint16Array(2 ** Math.ceil(Math.log2(seq + 1)));
      more.set(this.#shared);
      this.#shared = more;
    }
    return this.#shared[seq] as number;
  }

  /** The same for an article of the library, by what is stored of it; it is among its own. */
  alikeStored(seq: number, most: number): { same: number[]; near: number[] } {
    const row = this.#db
      .prepare<{ hashes: Uint8Array }>('SELECT hashes FROM article_fingerprints WHERE article = ?')
      .get(seq);
    if (row === undefined) return { same: [], near: [] };
    const [folded = 0, ...bands] = new Uint32Array(row.hashes.slice().buffer);
    return this.alike({ folded, bands }, most);
  }

  #load(): HashIndex {
    const index = new HashIndex();
    const rows = this.#db
      .prepare<{ article: number; hashes: Uint8Array }>(
        'SELECT article, hashes FROM article_fingerprints',
      )
      .iterate();
    for (const { article, hashes } of rows) {
      for (const hash of new Uint32Array(hashes.slice().buffer)) index.add(hash, article);
    }
    return index;
  }

  /** Keeps fingerprints equal to the texts through every transaction, undo and redo included. */
  #refresh(): void {
    const dirty = this.#db
      .prepare<{ article: number }>('SELECT article FROM fingerprint_dirty')
      .all();
    for (const { article } of dirty) {
      const made = storedFingerprint(this.#db, article);
      if (made !== null) this.save(article, made);
    }
    if (dirty.length > 0) this.#db.prepare('DELETE FROM fingerprint_dirty').run();
  }
}

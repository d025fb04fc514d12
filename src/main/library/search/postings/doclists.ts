import type { Database } from '../../storage/database.ts';
import type { Segment } from './segments.ts';
import { Varints } from './varints.ts';

/** Which articles have one term and where, as one segment keeps it. */
export interface Doclist {
  readonly segment: Segment;
  /** What stands on one page after the other. */
  readonly parts: Uint8Array[];
  /** Where the number of an article is written in full, not as the distance to the one before. */
  readonly whole: number[];
  length: number;
}

const encoder = new TextEncoder();
/** Stands before each term of the main index; others are of beginnings, which ours does not have. */
const keyOf = (term: string): Uint8Array => encoder.encode(`0${term}`);

const headerBytes = 4;
const pagesOfSegment = 2 ** 37;
const longestKey = 1 << 16;
const pagesAtOnce = 64;

/**
 * Tells `visit` the doclists of a term in a segment, or of all terms that begin so, in the order of
 * the terms; some pages at each step. Layout of a leaf page, as in `fts5_index.c`: where the first article's number stands,
 * where the content ends, content, and where each term stands.
 */
export function* visitDoclists(
  db: Database,
  segment: Segment,
  term: string,
  isBeginning: boolean,
  visit: (doclist: Doclist) => void,
): Generator<void> {
  const key = keyOf(term);
  const leaves = new Leaves(key, isBeginning, segment, visit);
  const base = segment.id * pagesOfSegment;
  const first = db
    .prepare<{ page: number; block: Uint8Array }>(firstPage)
    .get(base, segment.id, key, segment.firstPage);
  if (first === undefined) return;
  leaves.read(first.block);
  const goesOn = () => leaves.isOpen || (isBeginning && !leaves.isPast);
  if (goesOn()) {
    const last = lastPageOf(db, segment, key, isBeginning);
    const pages = db.prepare<{ block: Uint8Array }>(
      'SELECT block FROM article_fts_data WHERE id BETWEEN ? AND ? ORDER BY id',
    );
    for (let from = first.page + 1; from <= last && goesOn(); from += pagesAtOnce) {
      const until = Math.min(last, from + pagesAtOnce - 1);
      for (const { block } of pages.all(base + from, base + until)) leaves.read(block);
      yield;
    }
  }
  leaves.close();
}

/** The first page of a segment that may have a term, or terms that begin so. */
const firstPage = `
  SELECT id - ?1 AS page, block FROM article_fts_data
  WHERE id = ?1 + max(?4, coalesce(
    (SELECT pgno / 2 FROM article_fts_idx WHERE segid = ?2 AND term <= ?3
     ORDER BY term DESC LIMIT 1), 0))`;

/** The last page of a segment that may have a term, or terms that begin so. */
function lastPageOf(
  db: Database,
  { id, lastPage }: Segment,
  key: Uint8Array,
  isBeginning: boolean,
): number {
  const end = isBeginning ? Uint8Array.of(...key, 0xff) : key;
  const after = db
    .prepare<{ page: number }>(
      'SELECT pgno / 2 AS page FROM article_fts_idx WHERE segid = ? AND term > ? ORDER BY term LIMIT 1',
    )
    .get(id, end);
  return after?.page ?? lastPage;
}

/** Reads the leaf pages of a segment one after the other. */
class Leaves {
  /** Whether terms have been met that come after all that is asked for. */
  isPast = false;
  readonly #key: Uint8Array;
  readonly #isBeginning: boolean;
  readonly #segment: Segment;
  readonly #visit: (doclist: Doclist) => void;
  #open: Doclist | null = null;

  constructor(
    key: Uint8Array,
    isBeginning: boolean,
    segment: Segment,
    visit: (doclist: Doclist) => void,
  ) {
    this.#key = key;
    this.#isBeginning = isBeginning;
    this.#segment = segment;
    this.#visit = visit;
  }

  /** Whether the last doclist may go on on the next page. */
  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Ends the doclist that is open. */
  close(): void {
    if (this.#open === null) return;
    this.#visit(this.#open);
    this.#open = null;
  }

  read(page: Uint8Array): void {
    if (this.isPast) return;
    const firstRow = ((page[0] ?? 0) << 8) | (page[1] ?? 0);
    const contentEnd = ((page[2] ?? 0) << 8) | (page[3] ?? 0);
    const footer = new Varints(page, contentEnd);
    const hasTerms = contentEnd < page.length;
    let at = hasTerms ? footer.next() : contentEnd;
    if (this.#open !== null) {
      append(this.#open, page, headerBytes, at, firstRow);
      if (hasTerms) this.close();
    }
    let keyLength = 0;
    for (let isFirst = true; at < contentEnd; isFirst = false) {
      const next = footer.at < page.length ? at + footer.next() : contentEnd;
      const read = new Varints(page, at);
      const kept = isFirst ? 0 : read.next();
      const added = read.next();
      keyLength = kept + added;
      for (let i = 0; i < added; i++) termKey[kept + i] = page[read.at + i] ?? 0;
      const order = this.#order(keyLength);
      if (order > 0) {
        this.isPast = true;
        return;
      }
      if (order === 0) {
        const start = read.at + added;
        this.#open = { segment: this.#segment, parts: [], whole: [], length: 0 };
        append(this.#open, page, start, next, start);
        if (next < contentEnd) this.close();
      }
      at = next;
    }
  }

  /** Whether the term in `termKey` is asked for (0), before what is (−1), or after it (1). */
  #order(length: number): number {
    const key = this.#key;
    const shared = Math.min(length, key.length);
    for (let i = 0; i < shared; i++) {
      const difference = (termKey[i] ?? 0) - (key[i] ?? 0);
      if (difference !== 0) return difference < 0 ? -1 : 1;
    }
    if (length < key.length) return -1;
    return length === key.length || this.#isBeginning ? 0 : 1;
  }
}

/** The term last read; each is written as what it has more than the one before. */
const termKey = new Uint8Array(longestKey);

/** `firstRow` is the place on the page of the first article's number that is written in full. */
function append(
  doclist: Doclist,
  page: Uint8Array,
  from: number,
  to: number,
  firstRow: number,
): void {
  if (to <= from) return;
  if (firstRow >= from && firstRow < to) doclist.whole.push(doclist.length + firstRow - from);
  doclist.parts.push(page.subarray(from, to));
  doclist.length += to - from;
}

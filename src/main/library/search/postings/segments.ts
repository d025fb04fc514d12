import type { Database } from '../../storage/database.ts';
import { Varints } from './varints.ts';

/** One of the sorted parts that an FTS5 index consists of. */
export interface Segment {
  readonly id: number;
  readonly firstPage: number;
  readonly lastPage: number;
  /** Which writings of rows it has, both included: `origin` of `article_fts_docsize`. */
  readonly origins: readonly [number, number];
  /** Whether rows have been deleted since it was written. */
  readonly hasDeleted: boolean;
}

/** The row of `article_fts_data` that says where the pages of each segment are. */
const structureRow = 10;
/** After a number that changes with every writing: the layout that tables with `contentless_delete` have. */
const layout = [0xff, 0x00, 0x00, 0x01];
const cookieBytes = 4;

/** The record of the index's segments, other bytes after every writing; undefined where there is none. */
export const readStructure = (db: Database): Uint8Array | undefined =>
  db
    .prepare<{ block: Uint8Array }>('SELECT block FROM article_fts_data WHERE id = ?')
    .get(structureRow)?.block;

/**
 * The segments of `article_fts`, the oldest first; null where SQLite has laid them out in a way unknown here. The
 * layout is that of `fts5_index.c` (SQLite 3.44 and later).
 */
export function segmentsIn(bytes: Uint8Array | undefined): readonly Segment[] | null {
  if (bytes === undefined || layout.some((byte, i) => bytes[cookieBytes + i] !== byte)) return null;
  const read = new Varints(bytes, cookieBytes + layout.length);
  const levels = read.next();
  read.next(); // how many segments
  read.next(); // how often was written
  const segments: Segment[] = [];
  for (let level = 0; level < levels; level++) {
    read.next(); // how many are being merged
    for (let left = read.next(); left > 0; left--) {
      const [id, firstPage, lastPage] = [read.next(), read.next(), read.next()];
      const origins = [read.next(), read.next()] as const;
      const hasDeleted = read.next() > 0; // pages that name deleted rows
      read.next(); // how many are deleted
      read.next(); // how many rows
      if (lastPage > 0) segments.push({ id, firstPage, lastPage, origins, hasDeleted });
    }
  }
  return segments.sort((a, b) => a.origins[0] - b.origins[0]);
}

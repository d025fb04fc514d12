import { closeSync, openSync, readSync } from 'node:fs';
import { loadSmall, orUnreadable, smallFile } from './load-path.ts';

/** What is read of a batch; as long as that of most. */
const usual = 1024 * 1024;
let pile = Buffer.allocUnsafeSlow(usual);

/** The pile with room for one more small file behind `end`. */
function withRoom(end: number): Buffer {
  const needed = end + smallFile + 1;
  if (pile.length < needed) {
    const more = Buffer.allocUnsafeSlow(needed * 2);
    more.set(pile.subarray(0, end));
    pile = more;
  }
  return pile;
}

/** Reads a file onto the pile; answers where it ends there, or null where it has become large. */
function readBehind(path: string, start: number): number | null {
  const into = withRoom(start);
  const file = openSync(path, 'r');
  try {
    for (let end = start; ;) {
      const read = readSync(file, into, end, start + smallFile + 1 - end, null);
      end += read;
      if (end - start > smallFile) return null;
      if (read === 0) return end;
    }
  } finally {
    closeSync(file);
  }
}

/** Where a file lies on the pile, or why it does not. */
type Place = { readonly start: number; readonly end: number | null } | { readonly error: unknown };

function placeOf(path: string, start: number): Place {
  try {
    return { start, end: orUnreadable(path, () => readBehind(path, start)) };
  } catch (error) {
    return { error };
  }
}

/**
 * Reads small files into one buffer, which can go to another thread as a whole: a buffer for each
 * file costs more than reading it. `load` answers the bytes of one of them, or throws `not-found`
 * or `file-unreadable`.
 */
export function readTogether(paths: readonly string[]): {
  readonly load: (path: string) => Uint8Array;
  readonly buffer: ArrayBuffer;
} {
  const places = new Map<string, Place>();
  let length = 0;
  for (const path of paths) {
    const place = placeOf(path, length);
    places.set(path, place);
    if ('end' in place) length = place.end ?? length;
  }
  const all = new Uint8Array(length);
  all.set(pile.subarray(0, length));
  if (pile.length > usual) pile = Buffer.allocUnsafeSlow(usual);
  return {
    load(path) {
      const place = places.get(path);
      if (place !== undefined && 'error' in place) throw place.error;
      // A file that has grown meanwhile is read by itself.
      const end = place?.end ?? null;
      return place === undefined || end === null ? loadSmall(path) : all.subarray(place.start, end);
    },
    buffer: all.buffer,
  };
}

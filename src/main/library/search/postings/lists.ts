/** The index of the first of ascending `articles`, from `from` on, that is not before `article`. */
export function indexFrom(articles: Uint32Array, article: number, from: number): number {
  let stride = 1;
  let low = from;
  while (low + stride < articles.length && (articles[low + stride] ?? 0) < article) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(articles.length, low + stride);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((articles[middle] ?? 0) < article) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A list so many times longer is skipped through, not walked through. */
export const skippedFrom = 16;

/** What all ascending lists have; a new list. */
export function intersection(lists: readonly Uint32Array[]): Uint32Array {
  const [shortest = new Uint32Array(0), ...others] = lists.toSorted((a, b) => a.length - b.length);
  let common = shortest.slice();
  for (const other of others) {
    let kept = 0;
    let at = 0;
    const isLonger = other.length > common.length * skippedFrom;
    for (let i = 0; i < common.length && at < other.length; i++) {
      const article = common[i] ?? 0;
      if (isLonger) at = indexFrom(other, article, at);
      else while (at < other.length && (other[at] ?? 0) < article) at++;
      if (other[at] === article) common[kept++] = article;
    }
    common = common.subarray(0, kept);
  }
  return common;
}

/** What any of the ascending lists has; a new list. */
export function union(lists: readonly Uint32Array[]): Uint32Array {
  const newest = lists.reduce((most, list) => Math.max(most, list.at(-1) ?? 0), 0);
  const isThere = new Uint8Array(newest + 1);
  let count = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const article = list[i] ?? 0;
      if (isThere[article] === 1) continue;
      isThere[article] = 1;
      count++;
    }
  }
  const all = new Uint32Array(count);
  for (let article = 0, at = 0; at < count; article++) {
    if (isThere[article] === 1) all[at++] = article;
  }
  return all;
}

/** What `from` has and `without` has not; a new list. */
export function difference(from: Uint32Array, without: Uint32Array): Uint32Array {
  let at = 0;
  return from.filter((article) => {
    at = indexFrom(without, article, at);
    return without[at] !== article;
  });
}

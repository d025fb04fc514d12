/** What stands between a headline and the name of its site: “A | B”, “A - B”, “甲_乙”, “A：B”. */
const separator = /\s+[|–—»·•:/-]\s+|\s*[｜‖]\s*|(?<=[^\s\w])_+(?=[^\s\w])/u;

/** Longer names are no outlet's. */
const longestSite = 40;

const folded = (words: string): string => words.normalize('NFKC').toLowerCase().trim();

/** A title without the name of its site at the end, or the beginning. */
export function withoutSite(title: string, sites: readonly string[]): string {
  for (const site of sites.map(folded).filter((name) => name !== '')) {
    const parts = title.split(separator);
    const [first = '', last = ''] = [parts[0], parts.at(-1)];
    if (parts.length < 2) continue;
    if (folded(last) === site) return title.slice(0, title.lastIndexOf(last)).replace(trailing, '');
    if (folded(first) === site) return title.slice(first.length).replace(leading, '');
  }
  return title;
}

const trailing = /[\s|–—»·•:/_｜‖-]+$/u;
const leading = /^[\s|–—»·•:/_｜‖-]+/u;

/**
 * The headline of a page's title, and what may be the name of its site: the last part, where the
 * headline is clearly longer. `sites` are names the page itself gives.
 */
export function partsOfTitle(
  title: string,
  sites: readonly string[],
): { headline: string; site: string | null } {
  const own = withoutSite(title, sites);
  const parts = own.split(separator);
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best));
  // No name begins with a small letter: the sentence goes on.
  const goesOn = parts.some((part) => /^\p{Ll}/u.test(part.trim()));
  if (parts.length < 2 || goesOn || longest.length <= own.length / 2) {
    return { headline: own, site: null };
  }
  const last = parts.at(-1)?.trim() ?? '';
  const isSite =
    sites.length === 0 && last !== longest && last !== '' && last.length <= longestSite;
  return { headline: longest, site: isSite ? last : null };
}

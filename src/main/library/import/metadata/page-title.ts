import type { Proposal } from '../../../../shared/model/import.ts';

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

/** Short words of the West are in any title. */
const telling = /[\p{L}\p{N}]{4,}|[\p{Script=Han}\p{Script=Kana}\p{Script=Hira}\p{Script=Hang}]/gu;

const wordsOf = (text: string): ReadonlySet<string> => new Set(folded(text).match(telling));

/** Whether a telling word of one text is one of the other, or one text has none. */
export function sharesWords(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  return words.size === 0 || others.size === 0 || [...words].some((word) => others.has(word));
}

/**
 * The proposals, a title last that is the site's name, or that has not a word of what the page's
 * `heading` and `title` both say.
 */
export function withoutStrayTitle(
  proposals: readonly Proposal[],
  heading: string,
  title: string,
): Proposal[] {
  const sites = new Set(
    proposals.flatMap(({ field, value }) => (field === 'container-title' ? [folded(value)] : [])),
  );
  const titles = proposals.filter(({ field }) => field === 'title');
  const agreed = heading !== '' && title !== '' && sharesWords(heading, title);
  const isStray = (one: Proposal) =>
    one.field === 'title' &&
    (sites.has(folded(one.value)) ||
      (agreed && !sharesWords(one.value, heading) && !sharesWords(one.value, title)));
  const stray = titles.filter(isStray);
  if (stray.length === titles.length) return [...proposals];
  return [
    ...proposals.filter((one) => !stray.includes(one)),
    ...stray.map(({ field, value, evidence }) => ({ field, value, evidence, certain: false })),
  ];
}

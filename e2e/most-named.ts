/** Words that stand before a name and are none. */
const titles = /^(?:The|Prime|Foreign|Vice|Chief|President|Minister|Chairman|Secretary) /;

/** The two capitalised words that stand together in most of the texts: somebody to tag. */
export function mostNamed(texts: readonly string[]): string {
  const articlesOf = new Map<string, number>();
  for (const text of texts) {
    for (const name of new Set(text.match(/\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\b/gu))) {
      articlesOf.set(name, (articlesOf.get(name) ?? 0) + 1);
    }
  }
  const names = [...articlesOf].filter(([name]) => !titles.test(name));
  return names.sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

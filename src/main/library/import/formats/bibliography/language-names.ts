/** Languages news is written in, to be known by their English and their own names. */
const codes =
  'af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk km ko lt lv mk mn ms my nb nl no pl ps pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh'.split(
    ' ',
  );

let names: Map<string, string> | undefined;

function byName(): Map<string, string> {
  if (names !== undefined) return names;
  names = new Map();
  const english = new Intl.DisplayNames('en', { type: 'language' });
  for (const code of codes) {
    const own = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
    names.set(own.toLowerCase(), code);
    names.set((english.of(code) ?? code).toLowerCase(), code);
  }
  return names;
}

const tag = /^[a-z]{2,3}(?:[-_][a-z\d]{1,8})*$/i;

/** The ISO 639 code of a language tag (`en-GB`, `eng`) or a language's name (`English`), or null. */
export function languageNamed(text: string): string | null {
  const said = text.trim();
  if (!tag.test(said)) return byName().get(said.toLowerCase()) ?? null;
  try {
    return new Intl.Locale(said.replaceAll('_', '-')).language;
  } catch {
    return null;
  }
}

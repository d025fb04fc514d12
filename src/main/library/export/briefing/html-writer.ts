const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters HTML cannot hold even as references. */
const unprintable = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;

export const escapeHtml = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll(unprintable, '\uFFFD')
    .replaceAll(/[&<>"']/gu, (character) => entities[character] ?? '');

/** An element whose content is HTML already. Attribute values are escaped here. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`)
    .join('');
  return `<${name}${written}>${content.join('')}</${name}>`;
}

const longest = 80;
const reserved = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)$/iu;

/**
 * A file name from a title that Windows, macOS and Linux all take: no separators, no characters
 * or names they reserve, no dot or space at an end, at most 80 characters before the ending.
 */
export function fileName(title: string, extension: string): string {
  const plain = title
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(/[\p{C}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/gu, ' ');
  const cut = [...new Intl.Segmenter().segment(plain.trim())]
    .reduce(
      (name, { segment }) => (name.length + segment.length > longest ? name : name + segment),
      '',
    )
    .replaceAll(/^[. ]+|[. ]+$/gu, '');
  const name = reserved.test(cut.split('.')[0]?.trim() ?? '') ? `_${cut}` : cut;
  return `${name === '' ? 'Untitled' : name}.${extension}`;
}

/** Accent commands and the combining marks they stand for. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

const symbols: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  dots: '…',
  ldots: '…',
  textellipsis: '…',
  S: '§',
  P: '¶',
  pounds: '£',
  euro: '€',
  copyright: '©',
  guillemotleft: '«',
  guillemotright: '»',
  // Characters that are LaTeX's own: held back until it has been read.
  textbackslash: '\uE05C',
  textasciitilde: '\uE07E',
  textasciicircum: '\uE05E',
};

const heldBack: Readonly<Record<string, string>> = { '\uE05C': '\\', '\uE07E': '~', '\uE05E': '^' };

const accent =
  /\\(?:([`'^~=."])\s*(?:\{\s*(\\?[a-zA-Z])\s*\}|(\\[ij](?![a-zA-Z])|[a-zA-Z]))|([urHvdckb])(?:\s*\{\s*(\\?[a-zA-Z])\s*\}|\s+(\\[ij](?![a-zA-Z])|[a-zA-Z])))/g;

function accented(_match: string, ...parts: readonly (string | undefined)[]): string {
  const [sign, inBraces, bare, letterSign, letterInBraces, letterBare] = parts;
  const mark = accents[sign ?? letterSign ?? ''] ?? '';
  const letter = (inBraces ?? bare ?? letterInBraces ?? letterBare ?? '').replace('\\', '');
  return (letter + mark).normalize('NFC');
}

/** LaTeX as it stands in BibTeX fields as plain text: accents, symbols, dashes; other commands fall away. */
export function plainOfLatex(source: string): string {
  return source
    .replaceAll(accent, accented)
    .replaceAll(
      /\\([a-zA-Z]+)\*?(?:\s+|\{\}|(?![a-zA-Z]))/g,
      (_match, name: string) => symbols[name] ?? '',
    )
    .replaceAll('\\\\', ' ')
    .replaceAll(/\\([&%$#_{}])|\\([ ,;:!/-])|[{}$]/g, (_match, sign?: string, space?: string) =>
      space === undefined || /[/!-]/.test(space) ? (sign ?? '') : ' ',
    )
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replaceAll('~', ' ')
    .replaceAll(/[\uE05C\uE07E\uE05E]/g, (held) => heldBack[held] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** One entry of a BibTeX file: values as written, without their outer delimiters. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Where a new entry begins: an entry that is broken ends there. */
const beginning = /^[^\S\n]*@(?=[a-zA-Z]+\s*[{(])/m;

const months: ReadonlyMap<string, string> = new Map(
  'jan feb mar apr may jun jul aug sep oct nov dec'
    .split(' ')
    .map((name, index) => [name, String(index + 1)]),
);

/** A value is no longer (UTF-16): strings made of strings would double at every line. */
const longestValue = 1_000_000;

class Scanner {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match === null) return null;
    this.at = pattern.lastIndex;
    return match[1] ?? match[0];
  }

  /** Up to the sign that closes, where braces are even; null at the end of the text. */
  delimited(close: string): string | null {
    const start = this.at;
    let depth = 0;
    for (; this.at < this.#text.length; this.at += 1) {
      const sign = this.#text[this.at];
      if (sign === '\\') this.at += 1;
      else if (depth === 0 && sign === close) return this.#text.slice(start, this.at++);
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      if (depth < 0) return null;
    }
    return null;
  }
}

/** A value: pieces in braces, in quotation marks, numbers and the names of strings, joined by `#`. */
function value(scanner: Scanner, strings: ReadonlyMap<string, string>): string | null {
  let whole = '';
  do {
    const open = scanner.take(/\s*([{"])/y);
    const piece =
      open === null
        ? scanner.take(/\s*([^\s{}(),#="]+)/y)
        : scanner.delimited(open === '{' ? '}' : '"');
    if (piece === null) return null;
    whole += open === null ? (strings.get(piece.toLowerCase()) ?? piece) : piece;
    if (whole.length > longestValue) return null;
  } while (scanner.take(/\s*#/y) !== null);
  return whole;
}

/** The `name = value` pairs up to the end of the entry; null where it is broken. */
function pairs(scanner: Scanner, strings: ReadonlyMap<string, string>): Map<string, string> | null {
  const fields = new Map<string, string>();
  for (;;) {
    if (scanner.take(/\s*[})]/y) !== null) return fields;
    const name = scanner.take(/[\s,]*([^\s{}(),#="]+)\s*=/y);
    if (name === null) return scanner.take(/[\s,]*[})]/y) === null ? null : fields;
    const found = value(scanner, strings);
    if (found === null) return null;
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), found);
    scanner.take(/\s*,/y);
  }
}

/**
 * The entries of a BibTeX or BibLaTeX file, strings filled in; for a broken one its key instead.
 * Time grows with the length: a broken entry ends where the next one begins.
 */
export function* bibtexEntries(text: string): Generator<BibtexEntry | { readonly broken: string }> {
  const strings = new Map(months);
  for (const chunk of text.split(beginning).slice(1)) {
    const scanner = new Scanner(chunk);
    do {
      const type = scanner.take(/([a-zA-Z]+)\s*[{(]/y)?.toLowerCase();
      if (type === undefined || type === 'comment' || type === 'preamble') break;
      const key = type === 'string' ? '' : (scanner.take(/\s*([^\s,{}()="]*)\s*,?/y) ?? '');
      const fields = pairs(scanner, strings);
      if (type === 'string') for (const [name, words] of fields ?? []) strings.set(name, words);
      else yield fields === null ? { broken: key } : { type, key, fields };
      if (fields === null) break;
    } while (scanner.take(/\s*@/y) !== null);
  }
}

/** One token of RTF source. */
export type RtfToken =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | { readonly type: 'word'; readonly word: string; readonly value: number | null }
  | { readonly type: 'byte'; readonly byte: number }
  | { readonly type: 'text'; readonly text: string };

const control = /\\(?:([a-zA-Z]{1,40})(-?\d{1,10})? ?|'([\da-fA-F]{2})|([^a-zA-Z']))/y;
const plain = /[^\\{}\r\n]+/y;

/** The tokens of an RTF file, given as one character per byte. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0;
  while (at < source.length) {
    const character = source.charAt(at);
    if (character === '{' || character === '}') {
      yield { type: character === '{' ? 'open' : 'close' };
      at += 1;
    } else if (character === '\\') {
      control.lastIndex = at;
      const match = control.exec(source);
      if (match === null) {
        at += 1;
        continue;
      }
      at = control.lastIndex;
      const [, word, value, hex, symbol] = match;
      if (hex !== undefined) yield { type: 'byte', byte: Number.parseInt(hex, 16) };
      else if (symbol !== undefined) yield { type: 'word', word: symbol, value: null };
      else if (word !== undefined) {
        const number = value === undefined ? null : Number(value);
        yield { type: 'word', word, value: number };
        if (word === 'bin' && number !== null && number > 0) at += number;
      }
    } else if (character === '\r' || character === '\n') {
      at += 1;
    } else {
      plain.lastIndex = at;
      const text = plain.exec(source)?.[0] ?? character;
      at += text.length;
      yield { type: 'text', text };
    }
  }
}

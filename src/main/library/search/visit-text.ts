import type { Term } from '../../../shared/text/terms.ts';
import { visitAsciiTerms, visitTerms, type Visitor } from '../../../shared/text/tokens.ts';

/** Longer texts are not copied to be read. */
const longest = 1 << 20;
const encoder = new TextEncoder();
/** What texts are copied to, kept from one to the next; null while one is being read. */
let kept: Uint8Array | null = new Uint8Array(1 << 13);

/** As `visitTerms`, sooner done where all of the text is ASCII. */
export function visitText(text: string, visit: Visitor<Term>): void {
  const { length } = text;
  if (length > longest) {
    visitTerms(text, visit);
    return;
  }
  const bytes = kept !== null && kept.length >= length ? kept : new Uint8Array(length * 2);
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read !== length || written !== length) {
    visitTerms(text, visit);
    return;
  }
  kept = null;
  try {
    visitAsciiTerms(text, bytes.subarray(0, length), visit);
  } finally {
    kept = bytes;
  }
}

import type { Block, HiddenRange, TextRange } from '../../../../../shared/model/ranges.ts';

const begin = '-----BEGIN PGP ';
const signed = '-----BEGIN PGP SIGNED MESSAGE-----';
const encrypted = '-----BEGIN PGP MESSAGE-----';

const isLineStart = (text: string, at: number): boolean => at === 0 || text[at - 1] === '\n';

/** Where the lines above a signed text end, which name its hash; a blank line follows. */
function headEnd(text: string, at: number): number {
  const blank = text.indexOf('\n\n', at);
  return blank === -1 ? text.length : blank;
}

/** Where an armour that begins at `at` ends; it goes on to the end where nothing ends it. */
function armourEnd(text: string, at: number): number {
  const line = text.indexOf('\n', at);
  const last = text.slice(at, line === -1 ? text.length : line).replace('BEGIN', 'END');
  const end = text.indexOf(`\n${last}`, at);
  return end === -1 ? text.length : end + 1 + last.length;
}

/** OpenPGP's armour in a text with plain line feeds: ciphertext, signatures, keys, what announces them. */
function armourIn(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  let at = text.indexOf(begin);
  while (at !== -1) {
    let next = at + begin.length;
    if (isLineStart(text, at)) {
      next = text.startsWith(signed, at) ? headEnd(text, at) : armourEnd(text, at);
      ranges.push({ start: at, end: next });
    }
    at = text.indexOf(begin, next);
  }
  return ranges;
}

/** The parts of blocks that are OpenPGP's armour and no words. */
export function hiddenArmour(text: string, blocks: readonly Block[]): HiddenRange[] {
  const hidden: HiddenRange[] = [];
  let at = 0;
  for (const { start, end } of armourIn(text)) {
    for (; (blocks[at]?.end ?? Infinity) <= start; at += 1);
    for (let block = blocks[at]; block !== undefined && block.start < end; block = blocks[at]) {
      const range = { start: Math.max(start, block.start), end: Math.min(end, block.end) };
      hidden.push({ ...range, reason: 'metadata', by: 'rule' });
      if (block.end > end) break;
      at += 1;
    }
  }
  return hidden;
}

/** Whether a text is ciphertext and has no other words. */
export function isCiphertext(text: string): boolean {
  if (!text.includes(encrypted)) return false;
  let words = '';
  let at = 0;
  for (const { start, end } of armourIn(text)) {
    words += text.slice(at, start);
    at = end;
  }
  return (words + text.slice(at)).trim() === '';
}

/** A signed text as it was before its dashes were guarded (RFC 9580, 7.2). */
export function unguarded(text: string): string {
  const from = text.indexOf(signed);
  if (from === -1) return text;
  return text.slice(0, from) + text.slice(from).replaceAll(/^- (?=-|From )/gm, '');
}

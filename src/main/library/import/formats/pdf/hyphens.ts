const broken = /(\p{L}[\p{L}\p{M}]+)([-\u00AD\u2010])$/u;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const words = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu;

/** Joins a line to the one before it, in a document with a vocabulary of its own. */
export type Join = (text: string, next: string) => string;

/**
 * How the lines of a document are joined: a word divided at a line's end is put together, but for a
 * compound that stands with its hyphen elsewhere in the document and never without.
 */
export function joinerOf(lines: readonly string[]): Join {
  const known = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(words)) known.add(word.toLowerCase());
  }
  return (text, next) => {
    const head = broken.exec(text);
    const tail = /^\p{L}[\p{L}\p{M}]*/u.exec(next)?.[0] ?? '';
    if (head !== null && /^\p{Ll}/u.test(next)) {
      const [, first = '', hyphen] = head;
      const whole = (first + tail).toLowerCase();
      const compound = `${first}-${tail}`.toLowerCase();
      const keeps = hyphen !== '\u00AD' && known.has(compound) && !known.has(whole);
      return keeps ? text + next : text.slice(0, -1) + next;
    }
    const together = cjk.test(text.at(-1) ?? '') && cjk.test(next.charAt(0));
    return `${text}${together ? '' : ' '}${next}`;
  };
}

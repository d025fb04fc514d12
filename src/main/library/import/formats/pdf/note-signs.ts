import type { Fragment } from './fragments.ts';

/** How far before its words the sign of a note stands, in letter sizes. */
const signGap = 2.5;

/** The fragments, a note's sign together with its words: they are one line, however far it reaches. */
export function withSigns(fragments: readonly Fragment[]): Fragment[] {
  const signs = fragments.filter(({ text }) => /^(?:\d{1,3}|[*†‡])$/u.test(text));
  const signOf = ({ x, y, size }: Fragment) =>
    signs.find(
      (sign) =>
        Math.abs(sign.y - y) <= size * 0.4 && sign.right < x && x - sign.right <= size * signGap,
    );
  const taken = new Set<Fragment>();
  const joined = fragments.map((fragment): Fragment => {
    const isWords = signs.length > 0 && /^\p{L}/u.test(fragment.text);
    const sign = isWords ? signOf(fragment) : undefined;
    if (sign === undefined) return fragment;
    taken.add(sign);
    const { right, y, size } = fragment;
    return { text: `${sign.text} ${fragment.text}`, x: sign.x, right, y, size };
  });
  return joined.filter((_, index) => !taken.has(fragments[index] as Fragment));
}

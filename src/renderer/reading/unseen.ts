import type { Article } from '../../shared/model/article.ts';
import type { Block, TextRange } from '../../shared/model/ranges.ts';

const withoutExtraSpace = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();

/** The first block that only says the title again, which stands above the text already. */
export function titleBlockOf(
  text: string,
  blocks: readonly Block[],
  title: string,
): Block | undefined {
  const words = withoutExtraSpace(title);
  const longest = title.length + 100;
  return blocks.find(
    ({ start, end }) =>
      end - start <= longest && withoutExtraSpace(text.slice(start, end)) === words,
  );
}

type Unseen = Pick<Article, 'text' | 'blocks' | 'hidden' | 'title'>;

/** What the clean view of a text leaves out: what is hidden, and the title said again. */
export function unseenOf({ text, blocks, hidden, title }: Unseen): TextRange[] {
  const said = titleBlockOf(text, blocks, title);
  return [...hidden, ...(said === undefined ? [] : [said])].sort((a, b) => a.start - b.start);
}

/** Those of `ranges` that are not wholly inside one of `covers`; both are in the order of their starts. */
export function outside<R extends TextRange>(
  ranges: readonly R[],
  covers: readonly TextRange[],
): R[] {
  let next = 0;
  let reach = -1;
  return ranges.filter(({ start, end }) => {
    for (; (covers[next]?.start ?? Infinity) <= start; next += 1) {
      reach = Math.max(reach, covers[next]?.end ?? -1);
    }
    return reach < end;
  });
}

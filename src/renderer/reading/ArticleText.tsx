import { memo, useMemo, type ReactNode, type Ref } from 'react';
import type { Block, HiddenRange, Mark } from '../../shared/model/ranges.ts';
import { BlockView } from './BlockView.tsx';
import { byBlock } from './inline.ts';
import css from './ArticleText.module.css';

/** Blocks that are laid out together: the browser leaves out those far from sight. */
const chunkSize = 60;

export interface ArticleTextProps {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  readonly hidden: readonly HiddenRange[];
  /** What could be hidden. */
  readonly offered: readonly HiddenRange[];
  /** The title, already shown above: a first block of the same words is left out of sight. */
  readonly title: string;
  /** BCP 47; sets fonts and line breaking. */
  readonly language: string | null;
  readonly showHidden: boolean;
  /** What stands at the edge of a hidden or offered stretch that is shown: its reason, and what to do. */
  readonly hiddenNote: (range: HiddenRange) => ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

/**
 * The text of an article built from its blocks. Every block element carries `data-start`, and its
 * text content is exactly the article's text from there: hidden stretches stay in the page, so
 * that positions are the same in the clean and in the full view.
 */
export const ArticleText = memo(function ArticleText({
  text,
  blocks,
  marks,
  hidden,
  offered,
  title,
  language,
  showHidden,
  hiddenNote,
  ref,
}: ArticleTextProps) {
  const chunks = useMemo(() => {
    const marksOf = byBlock(blocks, marks);
    const hiddenOf = byBlock(blocks, hidden);
    const offeredOf = byBlock(blocks, offered);
    const views = blocks.map((block, i) => ({
      block,
      marks: marksOf[i] ?? [],
      hidden: hiddenOf[i] ?? [],
      offered: offeredOf[i] ?? [],
    }));
    return Array.from({ length: Math.ceil(views.length / chunkSize) }, (_, i) =>
      views.slice(i * chunkSize, (i + 1) * chunkSize),
    );
  }, [blocks, marks, hidden, offered]);
  const titleStart = useMemo(
    () => blocks.find(({ start, end }) => text.slice(start, end).trim() === title.trim())?.start,
    [blocks, text, title],
  );
  return (
    <div
      ref={ref}
      className={css.text}
      lang={language ?? undefined}
      data-show-hidden={showHidden || undefined}
    >
      {chunks.map((chunk) => (
        <div key={chunk[0]?.block.start} className={chunks.length > 3 ? css.chunk : undefined}>
          {chunk.map((view) => (
            <BlockView
              key={view.block.start}
              text={text}
              {...view}
              isTitle={view.block.start === titleStart}
              showHidden={showHidden}
              hiddenNote={hiddenNote}
            />
          ))}
        </div>
      ))}
    </div>
  );
});

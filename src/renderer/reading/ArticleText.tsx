import { memo, useCallback, useMemo, useState } from 'react';
import type { Block } from '../../shared/model/ranges.ts';
import type { HiddenShown } from './BlockView.tsx';
import { ChunkView } from './ChunkView.tsx';
import { chunksOf } from './chunks.ts';
import { withLayers, type Layers } from './layers.ts';
import { titleBlockOf } from './unseen.ts';
import { useDrawnChunks } from './use-drawn-chunks.ts';
import css from './ArticleText.module.css';

/** Texts of more chunks leave those far from sight to the browser. */
const mostLaidOut = 3;

export interface ArticleTextProps extends Layers, HiddenShown {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The title, already shown above: a first block of the same words is left out of sight. */
  readonly title: string;
  /** BCP 47; sets fonts and line breaking. */
  readonly language: string | null;
  readonly ref?: (root: HTMLDivElement | null) => void;
}

/**
 * The text of an article built from its blocks. Every block element carries `data-start`, and its
 * text content is exactly the article's text from there: hidden stretches stay in the page, so
 * that positions are the same in the clean and in the full view. Of very long texts, what is far
 * from sight is not drawn yet: its chunk is empty and carries `data-undrawn`.
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
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const take = useCallback(
    (element: HTMLDivElement | null) => {
      setRoot(element);
      ref?.(element);
    },
    [ref],
  );
  const chunks = useMemo(
    () => withLayers(chunksOf(text, blocks), { marks, hidden, offered }),
    [text, blocks, marks, hidden, offered],
  );
  const drawn = useDrawnChunks(root, chunks.length);
  const titleStart = useMemo(() => titleBlockOf(text, blocks, title)?.start, [text, blocks, title]);
  return (
    <div
      ref={take}
      className={css.text}
      lang={language ?? undefined}
      data-show-hidden={showHidden || undefined}
      data-drawn={drawn?.size}
    >
      {chunks.map(({ part: chunk, ...layers }, i) => (
        <ChunkView
          key={chunk.start}
          text={text}
          chunk={chunk}
          {...layers}
          drawn={drawn === null || drawn.has(i)}
          contained={chunks.length > mostLaidOut}
          titleStart={titleStart}
          showHidden={showHidden}
          hiddenNote={hiddenNote}
        />
      ))}
    </div>
  );
});

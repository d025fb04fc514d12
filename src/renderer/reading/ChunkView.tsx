import { memo, useMemo, type ReactNode } from 'react';
import type { HiddenRange, Mark } from '../../shared/model/ranges.ts';
import { BlockView } from './BlockView.tsx';
import type { Chunk } from './chunks.ts';
import { byBlock } from './inline.ts';
import css from './ArticleText.module.css';

interface ChunkContent {
  readonly text: string;
  readonly chunk: Chunk;
  readonly marks: readonly Mark[];
  readonly hidden: readonly HiddenRange[];
  readonly offered: readonly HiddenRange[];
  readonly titleStart: number | undefined;
  readonly showHidden: boolean;
  readonly hiddenNote: (range: HiddenRange) => ReactNode;
}

interface ChunkViewProps extends ChunkContent {
  /** Its blocks are in the page; without them it is as high as they may be. */
  readonly drawn: boolean;
  /** Not laid out while it is far from sight. */
  readonly contained: boolean;
}

function Blocks({
  text,
  chunk: { blocks },
  marks,
  hidden,
  offered,
  titleStart,
  showHidden,
  hiddenNote,
}: ChunkContent) {
  const marksOf = useMemo(() => byBlock(blocks, marks), [blocks, marks]);
  const hiddenOf = useMemo(() => byBlock(blocks, hidden), [blocks, hidden]);
  const offeredOf = useMemo(() => byBlock(blocks, offered), [blocks, offered]);
  return blocks.map((block, i) => (
    <BlockView
      key={block.start}
      text={text}
      block={block}
      marks={marksOf[i] ?? []}
      hidden={hiddenOf[i] ?? []}
      offered={offeredOf[i] ?? []}
      isTitle={block.start === titleStart}
      showHidden={showHidden}
      hiddenNote={hiddenNote}
    />
  ));
}

/** Blocks that are drawn together, or the room they will take. */
export const ChunkView = memo(function ChunkView({ drawn, contained, ...content }: ChunkViewProps) {
  const { start, end, lines } = content.chunk;
  const place = { 'data-chunk': start, 'data-chunk-end': end };
  if (!drawn) return <div {...place} data-undrawn style={{ height: `${lines}lh` }} />;
  return (
    <div
      {...place}
      className={contained ? css.chunk : undefined}
      style={contained ? { containIntrinsicBlockSize: `auto ${lines}lh` } : undefined}
    >
      <Blocks {...content} />
    </div>
  );
});

import { memo, useMemo, type ComponentProps, type ReactNode } from 'react';
import type { HiddenRange, Mark } from '../../shared/model/ranges.ts';
import { BlockView } from './BlockView.tsx';
import type { Chunk } from './chunks.ts';
import { byBlock, hidingOf } from './inline.ts';
import { TableView } from './TableView.tsx';
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
  const views = blocks.map((block, i) => ({
    block,
    marks: marksOf[i] ?? [],
    hidden: hiddenOf[i] ?? [],
    offered: offeredOf[i] ?? [],
  }));
  return partsOf(views, titleStart).map((part) =>
    Array.isArray(part) ? (
      <TableView key={part[0]?.block.start} text={text} rows={part} showHidden={showHidden} />
    ) : (
      <BlockView
        key={part.block.start}
        text={text}
        {...part}
        isTitle={part.block.start === titleStart}
        showHidden={showHidden}
        hiddenNote={hiddenNote}
      />
    ),
  );
}

type View = Pick<ComponentProps<typeof BlockView>, 'block' | 'marks' | 'hidden' | 'offered'>;

/** Blocks one by one, and rows of a table that follow each other together. */
function partsOf(views: readonly View[], titleStart: number | undefined): (View | View[])[] {
  const parts: (View | View[])[] = [];
  for (const view of views) {
    const { block, hidden, offered } = view;
    const isRow =
      block.kind === 'table-row' &&
      block.start !== titleStart &&
      hidingOf(block, hidden) === null &&
      hidingOf(block, offered) === null;
    const last = parts.at(-1);
    if (isRow && Array.isArray(last)) last.push(view);
    else parts.push(isRow ? [view] : view);
  }
  return parts;
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

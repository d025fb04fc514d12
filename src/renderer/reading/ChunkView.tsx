import { memo, useMemo } from 'react';
import type { Block } from '../../shared/model/ranges.ts';
import { BlockView, type HiddenShown } from './BlockView.tsx';
import type { Chunk } from './chunks.ts';
import { hidingOf } from './inline.ts';
import { withLayers, type Layers, type WithLayers } from './layers.ts';
import { TableView } from './TableView.tsx';
import css from './ArticleText.module.css';

interface ChunkContent extends Layers, HiddenShown {
  readonly text: string;
  readonly chunk: Chunk;
  readonly titleStart: number | undefined;
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
  const views = useMemo(
    () => withLayers(blocks, { marks, hidden, offered }),
    [blocks, marks, hidden, offered],
  );
  return groupsOf(views, titleStart).map((one) =>
    Array.isArray(one) ? (
      <TableView key={one[0]?.part.start} text={text} rows={one} showHidden={showHidden} />
    ) : (
      <BlockView
        key={one.part.start}
        text={text}
        block={one.part}
        marks={one.marks}
        hidden={one.hidden}
        offered={one.offered}
        isTitle={one.part.start === titleStart}
        showHidden={showHidden}
        hiddenNote={hiddenNote}
      />
    ),
  );
}

type View = WithLayers<Block>;

/** Blocks one by one, and rows of a table that follow each other together. */
function groupsOf(views: readonly View[], titleStart: number | undefined): (View | View[])[] {
  const groups: (View | View[])[] = [];
  for (const view of views) {
    const { part: block, hidden, offered } = view;
    const isRow =
      block.kind === 'table-row' &&
      block.start !== titleStart &&
      hidingOf(block, hidden) === null &&
      hidingOf(block, offered) === null;
    const last = groups.at(-1);
    if (isRow && Array.isArray(last)) last.push(view);
    else groups.push(isRow ? [view] : view);
  }
  return groups;
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

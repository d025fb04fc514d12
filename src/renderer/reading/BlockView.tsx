import type { ReactNode } from 'react';
import type { Block, HiddenRange } from '../../shared/model/ranges.ts';
import { hidingOf, runsOf } from './inline.ts';
import type { Layers } from './layers.ts';
import { Runs } from './Runs.tsx';
import css from './ArticleText.module.css';

/** Whether what is hidden is shown, and how. */
export interface HiddenShown {
  readonly showHidden: boolean;
  /** What stands at the edge of a hidden or offered stretch that is shown: its reason, and what to do. */
  readonly hiddenNote: (range: HiddenRange) => ReactNode;
}

interface BlockViewProps extends Layers, HiddenShown {
  readonly text: string;
  readonly block: Block;
  /** The title again: in the page for its positions, out of sight. */
  readonly isTitle: boolean;
}

function Element({ block, children }: { readonly block: Block; readonly children: ReactNode }) {
  // Each paragraph runs the way its own words do: a quotation in Arabic may stand in an English text.
  const attributes = { 'data-start': block.start, 'data-kind': block.kind, dir: 'auto' };
  switch (block.kind) {
    case 'heading':
      // The article's title is the view's h1.
      return (block.level ?? 2) <= 2 ? (
        <h2 {...attributes}>{children}</h2>
      ) : (
        <h3 {...attributes}>{children}</h3>
      );
    case 'quote':
      return <blockquote {...attributes}>{children}</blockquote>;
    case 'preformatted':
      return <pre {...attributes}>{children}</pre>;
    case 'list-item':
      return (
        <div role="list">
          <p role="listitem" {...attributes} data-level={block.level} data-ordered={block.ordered}>
            {children}
          </p>
        </div>
      );
    case 'rule':
      return (
        <div {...attributes} className={css.rule}>
          {children}
        </div>
      );
    case 'paragraph':
    case 'caption':
    case 'table-row':
      return <p {...attributes}>{children}</p>;
  }
}

/**
 * One block with its marks; a wholly hidden one is a grey line with its reason when it is shown, and
 * one that could be hidden then says so.
 */
export function BlockView({
  text,
  block,
  marks,
  hidden,
  offered,
  isTitle,
  showHidden,
  hiddenNote,
}: BlockViewProps) {
  const hiding = hidingOf(block, hidden);
  const runs = runsOf(text, block, marks, hiding === null ? hidden : []);
  const content = <Runs runs={runs} showHidden={showHidden} />;
  const element = <Element block={block}>{content}</Element>;
  if (isTitle) return <div hidden={!showHidden}>{element}</div>;
  const offer = hidingOf(block, offered);
  if (hiding === null && offer !== null) {
    return (
      <div className={css.offeredBlock} data-shown={showHidden || undefined}>
        {element}
        {showHidden && hiddenNote(offer)}
      </div>
    );
  }
  if (hiding === null) return element;
  return (
    <div className={css.hiddenBlock} hidden={!showHidden}>
      {element}
      {showHidden && hiddenNote(hiding)}
    </div>
  );
}

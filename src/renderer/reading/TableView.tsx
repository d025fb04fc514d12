import type { Block, HiddenRange, Mark } from '../../shared/model/ranges.ts';
import { cellsOf, runsOf } from './inline.ts';
import { Runs } from './Runs.tsx';
import css from './TableView.module.css';

/** A row of a table with what lies over it. */
export interface TableRow {
  readonly block: Block;
  readonly marks: readonly Mark[];
  readonly hidden: readonly HiddenRange[];
}

interface TableViewProps {
  readonly text: string;
  readonly rows: readonly TableRow[];
  readonly showHidden: boolean;
}

/**
 * Rows that follow each other, their cells below each other. The tab between two cells stays in the
 * page, without width: a row's text content is the article's text.
 */
export function TableView({ text, rows, showHidden }: TableViewProps) {
  return (
    <div className={css.table}>
      <div role="table" className={css.rows}>
        {rows.map(({ block, marks, hidden }) => (
          <div
            key={block.start}
            role="row"
            className={css.row}
            data-start={block.start}
            data-kind={block.kind}
          >
            {cellsOf(runsOf(text, block, marks, hidden)).map(({ start, runs, tab }) => (
              <span key={start} role="cell" className={css.cell} dir="auto">
                <Runs runs={runs} showHidden={showHidden} />
                {tab && <span className={css.tab}>{'\t'}</span>}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

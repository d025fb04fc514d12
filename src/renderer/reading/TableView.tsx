import type { Block } from '../../shared/model/ranges.ts';
import { cellsOf, runsOf } from './inline.ts';
import type { WithLayers } from './layers.ts';
import { Runs } from './Runs.tsx';
import css from './TableView.module.css';

interface TableViewProps {
  readonly text: string;
  readonly rows: readonly WithLayers<Block>[];
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
        {rows.map(({ part: block, marks, hidden }) => (
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

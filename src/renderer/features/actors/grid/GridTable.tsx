import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../../messages/messages.ts';
import { navigate } from '../../../state/route.ts';
import { selectActor } from '../../../state/selection.ts';
import { ColumnHeaders } from './ColumnHeaders.tsx';
import { GridCell } from './GridCell.tsx';
import { gridMove, nextWanting, type GridPlace } from './grid-keys.ts';
import { RowHeader } from './RowHeader.tsx';
import type { GridPage, SaidGrid } from './said-grid.ts';
import { useAnswered } from './use-answered.ts';
import type { CellCommands } from './use-cell-commands.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import css from './WhoSaidWhat.module.css';

interface GridTableProps {
  readonly grid: SaidGrid;
  readonly page: GridPage;
  readonly mode: 'words' | 'mentions';
  readonly commands: CellCommands;
}

const firstCell: GridPlace = { row: 0, column: 1 };
const attribute = ({ row, column }: GridPlace) => `${row},${column}`;

/** What `attribute` wrote. */
function placeOf(written: string | undefined): GridPlace | null {
  const [row, column] = (written ?? '').split(',').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

/** The actors down, the articles across: one stop for Tab, arrows from cell to cell. */
export function GridTable({ grid: whole, page, mode, commands }: GridTableProps) {
  const m = useMessages();
  const table = useRef<HTMLTableElement>(null);
  /** Null until the person moves: the first cell that asks something. */
  const [moved, setPlace] = useState<GridPlace | null>(null);
  const { grid, answered, reopen } = useAnswered(whole);
  const size = { rows: grid.rows.length, columns: grid.articles.length + 1 };
  const cellAt = ({ row, column }: GridPlace) => grid.rows[row]?.cells[column - 1];
  const proposes = (at: GridPlace) => mode === 'words' && (cellAt(at)?.proposals.length ?? 0) > 0;
  const place = moved ?? nextWanting({ row: 0, column: 0 }, size, proposes) ?? firstCell;
  const current = {
    row: Math.min(place.row, size.rows - 1),
    column: Math.min(place.column, size.columns - 1),
  };
  const focus = (next: GridPlace) => {
    setPlace(next);
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${attribute(next)}"]`);
    cell?.focus();
    cell?.querySelector('[data-proposal]')?.scrollIntoView({ block: 'nearest' });
  };

  /** The view opens with the focus in it, which goes to the first proposal when it is found. */
  const opened = useRef(false);
  const currentCell = attribute(current);
  useEffect(() => {
    const focused = document.activeElement;
    const isHere = table.current?.contains(focused) === true;
    const isBeside = table.current?.closest('section')?.contains(focused) === true;
    const takes = opened.current ? moved === null && isHere : !isBeside;
    opened.current = true;
    if (takes) table.current?.querySelector<HTMLElement>(`[data-cell="${currentCell}"]`)?.focus();
  }, [currentCell, moved]);

  const keptFocus = useKeptFocus(table, currentCell);

  /** While one proposal after the other is answered: the focus is where the next one is. */
  const answering = useRef(false);
  useEffect(() => {
    const focused = table.current?.querySelector<HTMLElement>('td:focus') ?? null;
    const at = placeOf(focused?.dataset['cell']);
    // What was proposed there may have gone with the last answer, as when its speaker became known.
    if (!answering.current || at === null || proposes(at)) return;
    const next = nextWanting(at, size, proposes);
    if (next !== null) focus(next);
  });

  /** Answers the first proposal of a cell and goes on to the next one without waiting. */
  const answer = async (at: GridPlace, how: 'accept' | 'refuse') => {
    const proposal = cellAt(at)?.proposals[0];
    const article = grid.articles[at.column - 1];
    if (proposal === undefined || article === undefined) return;
    answering.current = true;
    answered(article.id, proposal);
    const isLast = (place: GridPlace) =>
      place.row === at.row && place.column === at.column && cellAt(at)?.proposals.length === 1;
    const wants = (place: GridPlace) => proposes(place) && !isLast(place);
    const next = wants(at) ? at : nextWanting(at, size, wants);
    focus(next ?? at);
    if (!(await commands[how](article.id, proposal))) reopen(article.id, proposal);
  };
  /** Goes to the first words of a cell, or to the article that only names the actor. */
  const open = (at: GridPlace) => {
    const article = grid.articles[at.column - 1];
    const cell = cellAt(at);
    if (article === undefined || cell === undefined) return;
    const [first] = cell.statements;
    if (first !== undefined) {
      navigate({ name: 'article', id: article.id, start: first.start, end: first.end });
    } else if (cell.named > 0) {
      selectActor(grid.rows[at.row]?.actor?.id ?? null);
      navigate({ name: 'article', id: article.id });
    }
  };
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.altKey || event.metaKey) return;
    const at = placeOf(event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell']);
    if (at === null) return;
    const next = gridMove({ key: event.key, ctrl: event.ctrlKey }, at, size);
    if (next !== null) {
      answering.current = false;
      event.preventDefault();
      focus(next);
      return;
    }
    const isCell = event.target.tagName === 'TD';
    if (event.ctrlKey || !isCell) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (proposes(at)) void answer(at, 'accept');
      else open(at);
    } else if (event.key.toLowerCase() === 'n' && proposes(at)) {
      event.preventDefault();
      void answer(at, 'refuse');
    }
  };
  const stop = (at: GridPlace): 0 | -1 =>
    at.row === current.row && at.column === current.column ? 0 : -1;
  return (
    <table
      ref={table}
      role="grid"
      className={css.table}
      aria-label={m('actors.saidTitle')}
      aria-rowcount={page.actorTotal + 1}
      aria-colcount={page.articleTotal + 1}
      onKeyDown={press}
      {...keptFocus}
    >
      <ColumnHeaders grid={grid} stop={(column) => stop({ row: -1, column })} />
      <tbody>
        {grid.rows.map(({ key, actor, name, cells }, row) => (
          <tr key={key} data-stranger={actor === null || undefined}>
            <RowHeader
              actor={actor}
              name={name}
              place={attribute({ row, column: 0 })}
              tabIndex={stop({ row, column: 0 })}
            />
            {cells.map((cell, i) => {
              const at = { row, column: i + 1 };
              const article = grid.articles[i];
              if (article === undefined) return null;
              return (
                <td
                  key={article.id}
                  data-cell={attribute(at)}
                  data-proposes={proposes(at) || undefined}
                  tabIndex={stop(at)}
                  lang={article.language ?? undefined}
                  onFocus={() => {
                    if (stop(at) === -1) setPlace(at);
                  }}
                >
                  <GridCell
                    cell={cell}
                    articleId={article.id}
                    actorId={actor?.id ?? null}
                    mode={mode}
                    onAccept={() => void answer(at, 'accept')}
                    onRefuse={() => void answer(at, 'refuse')}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useMemo, useState } from 'react';
import type { SaidGrid, SaidProposal } from './said-grid.ts';

const keyOf = (articleId: string, { start, end }: SaidProposal) => `${articleId} ${start} ${end}`;

/**
 * The grid without the proposals that were answered just now: the next can be answered before the
 * library has said that the last is done.
 */
export function useAnswered(whole: SaidGrid) {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const present = useMemo(
    () =>
      new Set(
        whole.rows.flatMap(({ cells }) =>
          cells.flatMap(({ proposals }, i) =>
            proposals.map((proposal) => keyOf(whole.articles[i]?.id ?? '', proposal)),
          ),
        ),
      ),
    [whole],
  );
  // What is gone needs no hiding, and is seen again when it comes back with undo.
  if ([...done].some((key) => !present.has(key))) {
    setDone(new Set([...done].filter((key) => present.has(key))));
  }
  const grid = useMemo(() => without(whole, done), [whole, done]);
  const change = (set: (keys: Set<string>) => void) =>
    setDone((before) => {
      const after = new Set(before);
      set(after);
      return after;
    });
  return {
    grid,
    answered: (articleId: string, proposal: SaidProposal) =>
      change((keys) => keys.add(keyOf(articleId, proposal))),
    /** The answer was refused by the library: it is asked again. */
    reopen: (articleId: string, proposal: SaidProposal) =>
      change((keys) => keys.delete(keyOf(articleId, proposal))),
  };
}

function without(grid: SaidGrid, done: ReadonlySet<string>): SaidGrid {
  if (done.size === 0) return grid;
  const isOpen = (column: number) => (proposal: SaidProposal) =>
    !done.has(keyOf(grid.articles[column]?.id ?? '', proposal));
  return {
    articles: grid.articles,
    origins: grid.origins,
    rows: grid.rows.map(({ key, actor, name, cells }) => ({
      key,
      actor,
      name,
      cells: cells.map(({ statements, repeats, named, proposals }, i) => ({
        statements,
        repeats,
        named,
        proposals: proposals.filter(isOpen(i)),
      })),
    })),
  };
}

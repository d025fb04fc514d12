import { useEffect, useMemo, useState } from 'react';
import type { Input } from '../../../../shared/contract/methods.ts';
import type { Actor } from '../../../../shared/model/actor.ts';
import { useMethod, useMethodEach } from '../../../api/use-method.ts';
import { saidGrid, type GridPage, type SaidProposal } from './said-grid.ts';

export type GridFilter = Pick<
  Input<'statements.grid'>,
  'kind' | 'tag' | 'from' | 'until' | 'actorIds'
>;

const actorsAtFirst = 60;
const articlesAtFirst = 30;
const mostAtOnce = 1000;
/** How long the grid waits for what is proposed, in ms, so that it need not grow once it is shown. */
const patience = 1000;

const inOrder = (actors: readonly Actor[], order: readonly string[]): Actor[] => {
  const rank = new Map(order.map((id, i) => [id, i]));
  return actors.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
};

/** The order rows came in: they stay where they are while words are added to them. */
function useRowOrder(page: GridPage | undefined, filter: string): readonly string[] {
  const [known, setKnown] = useState<{ filter: string; ids: readonly string[] }>({
    filter,
    ids: [],
  });
  const before = known.filter === filter ? known.ids : [];
  const added = page?.actors.map(({ id }) => id).filter((id) => !before.includes(id)) ?? [];
  if (known.filter === filter && added.length === 0) return known.ids;
  const ids = [...before, ...added];
  setKnown({ filter, ids });
  return ids;
}

/** False from `patience` on. */
function usePatience(): boolean {
  const [waits, setWaits] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setWaits(false), patience);
    return () => clearTimeout(timer);
  }, []);
  return waits;
}

/**
 * The articles whose proposals are shown: all at once when the last of them has come, as every cell
 * that fills moves the rows below it. `complete`: nothing is on the way.
 */
function useWhole(ids: readonly string[], complete: boolean): readonly string[] {
  const [whole, setWhole] = useState<readonly string[]>([]);
  if (!complete || whole === ids) return whole;
  setWhole(ids);
  return ids;
}

/** The grid the filter asks for, with what is proposed for the articles in it. */
export function useGrid(filter: GridFilter) {
  const [actorLimit, setActors] = useState(actorsAtFirst);
  const [articleLimit, setArticles] = useState(articlesAtFirst);
  const answer = useMethod(
    'statements.grid',
    { ...filter, actorLimit, articleLimit },
    { keepPrevious: true },
  );
  const page = answer.data;
  const order = useRowOrder(page, JSON.stringify(filter));
  const ids = useMemo(() => page?.articles.map(({ id }) => id) ?? [], [page]);
  const answers = useMethodEach(
    'statements.propose',
    // A proposal carries no tag yet.
    filter.tag === undefined ? ids.map((articleId) => ({ articleId, unrecorded: true })) : [],
  );
  const isComplete = page !== undefined && answers.every((one) => one !== undefined);
  const whole = useWhole(ids, isComplete);
  const waits = usePatience() && !isComplete && whole.length === 0;
  const { kind } = filter;
  const grid = useMemo(() => {
    if (page === undefined || waits) return null;
    const isWhole = new Set(whole);
    const proposed = new Map<string, readonly SaidProposal[]>();
    for (const [i, answer] of answers.entries()) {
      const items = answer?.items.filter((one) => kind === undefined || one.kind === kind);
      const id = ids[i];
      if (id !== undefined && isWhole.has(id)) proposed.set(id, items ?? []);
    }
    return saidGrid({ ...page, actors: inOrder(page.actors, order) }, proposed);
  }, [page, answers, ids, kind, order, waits, whole]);
  return {
    answer,
    page,
    grid,
    moreActors: () => setActors(Math.min(mostAtOnce, actorLimit * 2)),
    moreArticles: () => setArticles(Math.min(mostAtOnce, articleLimit * 2)),
  };
}

import { useMemo, useState } from 'react';
import { useMethod } from '../../api/use-method.ts';
import { useListView } from '../../state/list-view.ts';
import type { Choice } from '../../ui/list/choose-rows.ts';
import { all, nothing, stillThere } from '../../ui/list/multi-selection.ts';

/**
 * The articles chosen in the list: those of its rows, fetched or not, that are still among what it
 * is narrowed to. Another narrowing begins with none.
 */
export function useChosenArticles(rows: readonly string[], active: number): Choice {
  const { unread, query } = useListView();
  const narrowing = { ...(unread ? { unread } : {}), ...(query === '' ? {} : { query }) };
  const name = JSON.stringify(narrowing);
  const [narrowed, setNarrowed] = useState(name);
  const [kept, select] = useState(nothing);
  if (narrowed !== name) {
    setNarrowed(name);
    select(nothing);
  }
  const listed = useMethod('articles.ids', narrowing, { enabled: kept.ids.size > 0 });
  const { data, isFetching } = listed;
  const selection = useMemo(
    () => (data === undefined || isFetching ? kept : stillThere(data.ids, kept)),
    [data, isFetching, kept],
  );
  const selectAll = async () => {
    const asked = await listed.refetch();
    if (asked.data !== undefined) select(all(asked.data.ids));
  };
  return { rows, active, selection, select, selectAll: () => void selectAll() };
}

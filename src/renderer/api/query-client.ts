import { QueryCache, QueryClient, type Query } from '@tanstack/react-query';
import { AttacheError } from '../../shared/contract/errors.ts';
import type { Topic } from '../../shared/contract/events.ts';
import { isMethod } from '../../shared/contract/methods.ts';
import { client, connect } from './client.ts';
import { coalesce } from './coalesce.ts';
import { showError } from './show-error.ts';
import { showToast } from '../ui/toast/toasts.ts';
import { isWholeArticle, patched, type AnnotationList } from './patched-list.ts';
import { isStale } from './topics.ts';

/** What a view asked for and is not there is for that view to say. */
function report(error: Error): void {
  if (!(error instanceof AttacheError && error.code === 'not-found')) showError(error);
}

/** The library is on this machine: the network's state says nothing about it. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: report }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Infinity,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/**
 * Asks again what `isStale` picks. A question whose first answer is still on its way is not
 * cancelled by an invalidation, and that answer may be older than the change: it is asked once more.
 */
async function refresh(isStale: (query: Query) => boolean): Promise<void> {
  const onTheirWay = new Set(
    queryClient
      .getQueryCache()
      .findAll({ predicate: isStale })
      .filter(({ state }) => state.fetchStatus === 'fetching' && state.data === undefined),
  );
  await queryClient.invalidateQueries({ predicate: isStale });
  if (onTheirWay.size > 0) {
    await queryClient.invalidateQueries({ predicate: (query) => onTheirWay.has(query) });
  }
}

/** Puts the passages that changed into the answers that hold all of an article; asks for the others. */
async function mend(ids: readonly string[]): Promise<void> {
  const topics: readonly Topic[] = ['annotations', 'history'];
  const lists = queryClient.getQueryCache().findAll({
    predicate: ({ queryKey: [method, input] }) =>
      method === 'annotations.list' && isWholeArticle(input),
  });
  const mended = new Set<Query>();
  const answer = await client
    .call('annotations.list', { ids: [...ids], limit: ids.length })
    .catch(() => null);
  for (const query of answer === null ? [] : lists) {
    const [, input] = query.queryKey;
    const data = query.state.data as AnnotationList | undefined;
    if (data === undefined || query.state.fetchStatus === 'fetching' || !isWholeArticle(input))
      continue;
    const list = patched(data, input.articleId, ids, answer?.items ?? []);
    if (list === null) continue;
    if (list !== data) queryClient.setQueryData(query.queryKey, list);
    mended.add(query);
  }
  await refresh(
    (query) =>
      !mended.has(query) &&
      typeof query.queryKey[0] === 'string' &&
      isMethod(query.queryKey[0]) &&
      isStale(query.queryKey[0], topics),
  );
}

const mendPassages = coalesce<string>(mend);

const askAgain = coalesce<Topic>((topics) =>
  refresh(
    ({ queryKey: [method] }) =>
      typeof method === 'string' && isMethod(method) && isStale(method, topics),
  ),
);

/** Asks again for what a change made stale; answers with the function that stops it. */
export function followChanges(): () => void {
  const stop = client.on((event) => {
    if (event.type === 'notice') showToast({ message: event.message });
    if (event.type !== 'changed') return;
    if (event.annotationIds === undefined) askAgain(event.topics);
    else mendPassages(event.annotationIds);
  });
  const disconnect = connect(() => void refresh(() => true));
  return () => {
    stop();
    disconnect();
  };
}

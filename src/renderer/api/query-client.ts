import { QueryCache, QueryClient, type Query } from '@tanstack/react-query';
import { AttacheError } from '../../shared/contract/errors.ts';
import type { Topic } from '../../shared/contract/events.ts';
import { isMethod } from '../../shared/contract/methods.ts';
import { client, connect } from './client.ts';
import { coalesce } from './coalesce.ts';
import { showError } from './show-error.ts';
import { showToast } from '../ui/toast/toasts.ts';
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
    if (event.type === 'changed') askAgain(event.topics);
  });
  const disconnect = connect(() => void refresh(() => true));
  return () => {
    stop();
    disconnect();
  };
}

import { QueryClient } from '@tanstack/react-query';
import { isMethod } from '../../shared/contract/methods.ts';
import { client, connect } from './client.ts';
import { isStale } from './topics.ts';

/** The library is on this machine: the network's state says nothing about it. */
export const queryClient = new QueryClient({
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

/** Asks again for what a change made stale; answers with the function that stops it. */
export function followChanges(): () => void {
  const stop = client.on((event) => {
    if (event.type !== 'changed') return;
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [method] }) =>
        typeof method === 'string' && isMethod(method) && isStale(method, event.topics),
    });
  });
  const disconnect = connect(() => void queryClient.invalidateQueries());
  return () => {
    stop();
    disconnect();
  };
}

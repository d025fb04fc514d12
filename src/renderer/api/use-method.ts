import {
  keepPreviousData,
  useInfiniteQuery,
  useQueries,
  useQuery,
  type InfiniteData,
  type UseQueryOptions,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { AttacheError } from '../../shared/contract/errors.ts';
import type { Input, Method, Output } from '../../shared/contract/methods.ts';
import { ask, client } from './client.ts';

export interface UseMethodOptions {
  /** False: do not ask (yet). */
  readonly enabled?: boolean;
  /** Show the answer to the last input while the next one is on its way. */
  readonly keepPrevious?: boolean;
  /** Another input replaces this one: its call is then cancelled where it has not begun. */
  readonly superseded?: boolean;
  /** Asks again so often (ms) while it is shown: for what other programs change and no event tells. */
  readonly every?: number;
}

/** The answer of a reading method; asked again when an event says that it changed. */
export function useMethod<M extends Method>(
  method: M,
  input: Input<M>,
  { enabled = true, keepPrevious = false, superseded = false, every }: UseMethodOptions = {},
): UseQueryResult<Output<M>, AttacheError> {
  const options: UseQueryOptions<Output<M>, AttacheError> = {
    queryKey: [method, input],
    // Reading the signal is what makes a query cancellable.
    queryFn: superseded
      ? ({ signal }) => ask(method, input, signal)
      : () => client.call(method, input),
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
  };
  return useQuery(keepPrevious ? { ...options, ...keeping } : options);
}

/** The answers of a reading method to several inputs, in their order; undefined while on the way. */
export function useMethodEach<M extends Method>(
  method: M,
  inputs: readonly Input<M>[],
): readonly (Output<M> | undefined)[] {
  return useQueries({
    queries: inputs.map((input) => ({
      queryKey: [method, input],
      queryFn: () => client.call(method, input),
    })),
    combine: dataOf<Output<M>>,
  });
}

const dataOf = <T>(results: readonly UseQueryResult<T>[]): readonly (T | undefined)[] =>
  results.map(({ data }) => data);

const keeping: object = { placeholderData: keepPreviousData };

type Paged = 'articles.list';

/** The answers of a method that pages with a cursor; `fetchNextPage` asks for more. */
export function useMethodPages<M extends Paged>(
  method: M,
  input: Omit<Input<M>, 'cursor'>,
): UseInfiniteQueryResult<InfiniteData<Output<M>, string | null>, AttacheError> {
  return useInfiniteQuery<
    Output<M>,
    AttacheError,
    InfiniteData<Output<M>, string | null>,
    readonly unknown[],
    string | null
  >({
    queryKey: [method, input, 'pages'],
    queryFn: ({ pageParam }) =>
      client.call(
        method,
        (pageParam === null ? input : { ...input, cursor: pageParam }) as Input<M>,
      ),
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}

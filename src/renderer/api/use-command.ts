import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AttacheError } from '../../shared/contract/errors.ts';
import type { Input, Method, Output } from '../../shared/contract/methods.ts';
import { client } from './client.ts';
import { showError } from './show-error.ts';

export interface Command<M extends Method> {
  /** Calls the method. A refusal is shown as a toast and answered with undefined. */
  readonly run: (input: Input<M>) => Promise<Output<M> | undefined>;
  readonly pending: boolean;
}

/** A method that does something. What it changed comes back as events. */
export function useCommand<M extends Method>(method: M): Command<M> {
  const { mutateAsync, isPending } = useMutation<Output<M>, AttacheError, Input<M>>({
    mutationFn: (input) => client.call(method, input),
    onError: showError,
  });
  const run = useCallback(
    (input: Input<M>) =>
      mutateAsync(input).then(
        (output) => output,
        () => undefined,
      ),
    [mutateAsync],
  );
  return { run, pending: isPending };
}

import { useMessages } from '../messages/messages.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Skeleton, type SkeletonProps } from './Skeleton.tsx';

interface WaitingProps extends SkeletonProps {
  /** What was asked; `error` says why there is no answer. */
  readonly for: {
    readonly error: { readonly message: string } | null;
    readonly refetch: () => unknown;
  };
}

/** In place of an answer that is not there: that it is on its way, or why it will not come. */
export function Waiting({ for: { error, refetch }, of }: WaitingProps) {
  const m = useMessages();
  if (error === null) return <Skeleton of={of} />;
  return (
    <EmptyState action={<Button onClick={() => void refetch()}>{m('ui.tryAgain')}</Button>}>
      {error.message}
    </EmptyState>
  );
}

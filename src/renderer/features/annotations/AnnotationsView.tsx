import { useMessages } from '../../messages/messages.ts';

export interface AnnotationsViewProps {
  /** Only passages that were lost when their text changed. */
  readonly lost: boolean;
}

export function AnnotationsView({ lost }: AnnotationsViewProps) {
  const m = useMessages();
  return <section aria-label={m('annotations.title')} data-lost={lost} />;
}

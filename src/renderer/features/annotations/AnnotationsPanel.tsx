import { useMessages } from '../../messages/messages.ts';

export interface AnnotationsPanelProps {
  readonly articleId: string;
}

export function AnnotationsPanel({ articleId }: AnnotationsPanelProps) {
  const m = useMessages();
  return <section aria-label={m('annotations.title')} data-article={articleId} />;
}

import { useMessages } from '../../messages/messages.ts';

export interface ActorsPanelProps {
  readonly articleId: string;
}

export function ActorsPanel({ articleId }: ActorsPanelProps) {
  const m = useMessages();
  return <section aria-label={m('actors.title')} data-article={articleId} />;
}

import { useMessages } from '../../messages/messages.ts';

export interface ActorsViewProps {
  /** The actor whose page is open. */
  readonly actorId?: string;
}

export function ActorsView({ actorId }: ActorsViewProps) {
  const m = useMessages();
  return <section aria-label={m('actors.title')} data-actor={actorId} />;
}

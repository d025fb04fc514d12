import { ActorPage } from './ActorPage.tsx';
import { AllActors } from './AllActors.tsx';

export interface ActorsViewProps {
  /** The actor whose page is open. */
  readonly actorId?: string;
}

/** All actors by kind, or the page of one of them. */
export const ActorsView = ({ actorId }: ActorsViewProps) =>
  actorId === undefined ? <AllActors /> : <ActorPage key={actorId} actorId={actorId} />;

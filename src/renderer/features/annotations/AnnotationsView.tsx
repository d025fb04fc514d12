import { AllAnnotations } from './AllAnnotations.tsx';
import { LostPassages } from './LostPassages.tsx';

export interface AnnotationsViewProps {
  /** Only passages that were lost or moved when their text changed. */
  readonly lost: boolean;
}

export const AnnotationsView = ({ lost }: AnnotationsViewProps) =>
  lost ? <LostPassages /> : <AllAnnotations />;

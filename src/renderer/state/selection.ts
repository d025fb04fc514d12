import { create } from 'zustand';
import type { Annotation } from '../../shared/model/annotation.ts';

/** What is chosen across features: the list, the text and the panel follow each other through it. */
interface Selection {
  /** The annotation shown in the text and in the panel. */
  readonly annotationId: string | null;
  /** The actor whose mentions are lit. */
  readonly actorId: string | null;
  /** The briefing that "Add to briefing" adds to: the one opened last. */
  readonly briefingId: string | null;
  /** An annotation to insert where the briefing's cursor is; the editor takes it and sets null. */
  readonly pendingCitation: Annotation | null;
}

export const useSelection = create<Selection>(() => ({
  annotationId: null,
  actorId: null,
  briefingId: null,
  pendingCitation: null,
}));

export const selectAnnotation = (annotationId: string | null): void =>
  useSelection.setState({ annotationId });

export const selectActor = (actorId: string | null): void => useSelection.setState({ actorId });

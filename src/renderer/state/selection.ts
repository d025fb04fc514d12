import { create } from 'zustand';
import type { TextRange } from '../../shared/model/ranges.ts';

/** Words to tag as an actor, and where on the screen they stand. */
export interface Tagging extends TextRange {
  readonly articleId: string;
  readonly text: string;
  readonly anchor: { readonly getBoundingClientRect: () => DOMRect };
}

/** What of an annotation is written first. */
export type EditedField = 'comment' | 'tags';

/** What is chosen across features: the list, the text and the panel follow each other through it. */
interface Selection {
  /** The annotation shown in the text and in the panel. */
  readonly annotationId: string | null;
  /** The annotation just gone to: lit for a moment, so that the eye finds it. */
  readonly litId: string | null;
  /** The annotation whose comment and tags are being written. */
  readonly editingId: string | null;
  readonly editedField: EditedField;
  /** The passage for which the right words are being sought in the text. */
  readonly refindingId: string | null;
  /** The actor whose mentions are lit. */
  readonly actorId: string | null;
  /** The words for which an actor is being chosen. */
  readonly tagging: Tagging | null;
  /** The briefing that "Add to briefing" adds to: the one opened last. */
  readonly briefingId: string | null;
}

export const useSelection = create<Selection>(() => ({
  annotationId: null,
  litId: null,
  editingId: null,
  editedField: 'comment',
  refindingId: null,
  actorId: null,
  tagging: null,
  briefingId: null,
}));

export const selectAnnotation = (annotationId: string | null): void =>
  useSelection.setState({ annotationId, litId: annotationId });

/** Chooses an annotation and opens its comment and tags for writing. */
export const editAnnotation = (annotationId: string, editedField: EditedField = 'comment'): void =>
  useSelection.setState({ annotationId, editingId: annotationId, editedField });

/** The next words selected can become the place of this passage. */
export const refind = (refindingId: string | null): void => useSelection.setState({ refindingId });

export const selectActor = (actorId: string | null): void => useSelection.setState({ actorId });

export const tagActor = (tagging: Tagging | null): void => useSelection.setState({ tagging });

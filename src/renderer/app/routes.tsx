import { lazy, type ComponentType } from 'react';
import type { ActorsViewProps } from '../features/actors/ActorsView.tsx';
import type { PassagesViewProps } from '../features/analysis/PassagesView.tsx';
import type { AnnotationsViewProps } from '../features/annotations/AnnotationsView.tsx';
import type { BriefingViewProps } from '../features/briefings/BriefingView.tsx';
import type { NotesViewProps } from '../features/notes/NotesView.tsx';
import type { ReaderProps } from '../features/reader/Reader.tsx';

/** The rooms that are loaded when they are first opened. */
export const Reader = lazy<ComponentType<ReaderProps>>(async () => ({
  default: (await import('../features/reader/Reader.tsx')).Reader,
}));
export const AnnotationsPanel = lazy(async () => ({
  default: (await import('../features/annotations/AnnotationsPanel.tsx')).AnnotationsPanel,
}));
export const ActorsPanel = lazy(async () => ({
  default: (await import('../features/actors/ActorsPanel.tsx')).ActorsPanel,
}));
export const TagActor = lazy(async () => ({
  default: (await import('../features/actors/TagActor.tsx')).TagActor,
}));
export const OpenMentions = lazy<ComponentType<{ articleId: string }>>(async () => ({
  default: (await import('../features/actors/open/OpenMentions.tsx')).OpenMentions,
}));
export const TimelineView = lazy(async () => ({
  default: (await import('../features/analysis/timeline/TimelineView.tsx')).TimelineView,
}));
export const NetworkView = lazy(async () => ({
  default: (await import('../features/analysis/NetworkView.tsx')).NetworkView,
}));
export const OutletsView = lazy(async () => ({
  default: (await import('../features/analysis/OutletsView.tsx')).OutletsView,
}));
export const PassagesView = lazy<ComponentType<PassagesViewProps>>(async () => ({
  default: (await import('../features/analysis/PassagesView.tsx')).PassagesView,
}));
export const AnnotationsView = lazy<ComponentType<AnnotationsViewProps>>(async () => ({
  default: (await import('../features/annotations/AnnotationsView.tsx')).AnnotationsView,
}));
export const ActorsView = lazy<ComponentType<ActorsViewProps>>(async () => ({
  default: (await import('../features/actors/ActorsView.tsx')).ActorsView,
}));
export const ProposedView = lazy(async () => ({
  default: (await import('../features/actors/proposed/ProposedView.tsx')).ProposedView,
}));
export const WhoSaidWhat = lazy(async () => ({
  default: (await import('../features/actors/grid/WhoSaidWhat.tsx')).WhoSaidWhat,
}));
export const BriefingView = lazy<ComponentType<BriefingViewProps>>(async () => ({
  default: (await import('../features/briefings/BriefingView.tsx')).BriefingView,
}));
export const NotesView = lazy<ComponentType<NotesViewProps>>(async () => ({
  default: (await import('../features/notes/NotesView.tsx')).NotesView,
}));

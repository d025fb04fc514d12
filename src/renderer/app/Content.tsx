import type { ReactNode } from 'react';
import { useMessages } from '../messages/messages.ts';
import type { Route } from '../state/route.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ActorsView, AnnotationsView, BriefingView, NotesView, Reader } from './routes.tsx';

/** The view of a route. */
export function Content({ route }: { readonly route: Route }): ReactNode {
  const m = useMessages();
  switch (route.name) {
    case 'article': {
      const { name: _, ...passage } = route;
      const { id, ...range } = passage;
      return <Reader key={id} articleId={id} {...range} />;
    }
    case 'briefing':
      return <BriefingView key={route.id} briefingId={route.id} />;
    case 'note':
      return <NotesView noteId={route.id} />;
    case 'notes':
      return <NotesView />;
    case 'actor':
      return <ActorsView actorId={route.id} />;
    case 'actors':
      return <ActorsView />;
    case 'annotations':
    case 'lost':
      return <AnnotationsView lost={route.name === 'lost'} />;
    case 'articles':
    case 'unread':
    case 'trash':
    case 'search':
    case 'import':
    case 'history':
      return <EmptyState>{m('app.loading')}</EmptyState>;
  }
}

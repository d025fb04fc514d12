import type { ReactNode } from 'react';
import { History } from '../features/history/History.tsx';
import { chooseFiles } from '../features/import/choose-files.ts';
import { ImportView } from '../features/import/ImportView.tsx';
import { openPaste } from '../features/import/PasteDialog.tsx';
import { ArticleList } from '../features/library/ArticleList.tsx';
import { ArticlePager } from '../features/library/ArticlePager.tsx';
import { Trash } from '../features/library/Trash.tsx';
import { SearchView } from '../features/search/SearchView.tsx';
import { Start } from '../features/start/Start.tsx';
import { useMessages } from '../messages/messages.ts';
import type { Route } from '../state/route.ts';
import { useNarrow } from '../state/use-media.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import {
  ActorsView,
  AnnotationsView,
  BriefingView,
  NotesView,
  Reader,
  TagActor,
} from './routes.tsx';

export interface ContentProps {
  readonly route: Route;
  /** Nothing is in the library yet. */
  readonly empty: boolean;
}

/** The view of a route. */
export function Content({ route, empty }: ContentProps): ReactNode {
  const m = useMessages();
  const narrow = useNarrow();
  switch (route.name) {
    case 'articles':
    case 'unread':
      if (empty) return <Start onChoose={() => void chooseFiles('files')} onPaste={openPaste} />;
      if (narrow) return <ArticleList articleId={null} />;
      return <EmptyState>{m('app.chooseArticle')}</EmptyState>;
    case 'article': {
      const { name: _, id, ...passage } = route;
      return (
        <>
          <Reader key={id} articleId={id} {...passage} leading={<ArticlePager articleId={id} />} />
          <TagActor />
        </>
      );
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
    case 'search':
      return <SearchView q={route.q} />;
    case 'import':
      return <ImportView />;
    case 'trash':
      return <Trash />;
    case 'history':
      return <History />;
  }
}

import type { ReactNode } from 'react';
import { Backups } from '../features/backups/Backups.tsx';
import { History } from '../features/history/History.tsx';
import { chooseFiles } from '../features/import/choose-files.ts';
import { ImportView } from '../features/import/ImportView.tsx';
import { openPaste } from '../features/import/PasteDialog.tsx';
import { ArticleList } from '../features/library/ArticleList.tsx';
import { ArticlePager } from '../features/library/ArticlePager.tsx';
import { Trash } from '../features/library/Trash.tsx';
import { SearchView } from '../features/search/SearchView.tsx';
import { Start } from '../features/start/Start.tsx';
import { useMethod } from '../api/use-method.ts';
import { useMessages } from '../messages/messages.ts';
import { navigate, type Route } from '../state/route.ts';
import { useNarrow } from '../state/use-media.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import {
  ActorsView,
  AnnotationsView,
  BriefingView,
  NetworkView,
  NotesView,
  OpenMentions,
  OutletsView,
  PassagesView,
  ProposedView,
  Reader,
  TagActor,
  TimelineView,
  WhoSaidWhat,
} from './routes.tsx';

export interface ContentProps {
  readonly route: Route;
  /** Nothing is in the library yet. */
  readonly empty: boolean;
}

function OpenArticle({ route }: { readonly route: Extract<Route, { name: 'article' }> }) {
  const m = useMessages();
  const { id, start, end } = route;
  const { error } = useMethod('articles.get', { id });
  if (error?.code === 'not-found') {
    return (
      <EmptyState
        action={
          <Button onClick={() => navigate({ name: 'articles' })}>{m('app.allArticles')}</Button>
        }
      >
        {m('app.articleGone')}
      </EmptyState>
    );
  }
  return (
    <>
      <Reader
        key={id}
        articleId={id}
        {...(start === undefined ? {} : { start })}
        {...(end === undefined ? {} : { end })}
        leading={<ArticlePager articleId={id} />}
      />
      <TagActor />
      <OpenMentions articleId={id} />
    </>
  );
}

/** The view of a route. */
export function Content({ route, empty }: ContentProps): ReactNode {
  const m = useMessages();
  const narrow = useNarrow();
  const start = <Start onChoose={() => void chooseFiles('files')} onPaste={openPaste} />;
  switch (route.name) {
    case 'articles':
    case 'unread':
      if (empty) return start;
      if (narrow) return <ArticleList articleId={null} />;
      return <EmptyState>{m('app.chooseArticle')}</EmptyState>;
    case 'article': {
      if (empty) return start;
      return <OpenArticle route={route} />;
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
    case 'proposed':
      return <ProposedView />;
    case 'timeline':
      return <TimelineView />;
    case 'network':
      return <NetworkView />;
    case 'outlets':
      return <OutletsView />;
    case 'passages': {
      const { name: _name, actorIds, outlet, ...filter } = route;
      return (
        <PassagesView
          key={JSON.stringify(route)}
          actorIds={actorIds}
          filter={filter}
          {...(outlet === undefined ? {} : { outlet })}
        />
      );
    }
    case 'said':
      return <WhoSaidWhat />;
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
    case 'backups':
      return <Backups />;
  }
}

import { Suspense, useEffect, useRef } from 'react';
import { useMethod } from '../api/use-method.ts';
import { ExportDialog } from '../features/export/ExportDialog.tsx';
import { NearDuplicates } from '../features/library/near/NearDuplicates.tsx';
import { CleaningRules } from '../features/import/CleaningRules.tsx';
import { DropTarget } from '../features/import/DropTarget.tsx';
import { ArticleList } from '../features/library/ArticleList.tsx';
import { useListView } from '../state/list-view.ts';
import { MergeDialog } from '../features/merge/MergeDialog.tsx';
import { useMessages } from '../messages/messages.ts';
import { useLayout } from '../state/layout.ts';
import { useRoute } from '../state/route.ts';
import { useNarrow } from '../state/use-media.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ToastRegion } from '../ui/toast/ToastRegion.tsx';
import { ActionsDialog } from './ActionsDialog.tsx';
import { Content } from './Content.tsx';
import { closeDialog, useDialogs } from './dialogs.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Navigation } from './Navigation.tsx';
import { Pane } from './Pane.tsx';
import { Panel } from './Panel.tsx';
import { Rail } from './Rail.tsx';
import css from './Shell.module.css';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { useAppearance } from './theme.ts';
import { TopBar } from './TopBar.tsx';
import { useFocusOnRoute } from './use-focus-on-route.ts';
import { useGlobalShortcuts } from './use-global-shortcuts.ts';
import { usePaneKeys } from './use-pane-keys.ts';
import { usePlace } from './use-place.ts';

function NavigationColumn({ empty }: { readonly empty: boolean }) {
  const narrow = useNarrow();
  const route = useRoute();
  const overlay = useLayout((state) => state.navigationOverlay);
  useEffect(() => {
    const close = () => useLayout.setState({ navigationOverlay: false });
    window.addEventListener('hashchange', close);
    return () => window.removeEventListener('hashchange', close);
  }, []);
  if (narrow && overlay) {
    return (
      <div className={css.navigationOverlay}>
        <Navigation start={false} />
      </div>
    );
  }
  if (narrow || route.name === 'briefing') return <Rail />;
  return (
    <Pane pane="navigationWidth" edge="end">
      <Navigation start={empty} />
    </Pane>
  );
}

/** The list follows the route; an open article stays in the list it was opened from. */
function useListOfRoute(): void {
  const { name } = useRoute();
  useEffect(() => {
    if (name === 'articles' || name === 'unread') {
      useListView.setState({ unread: name === 'unread' });
    }
  }, [name]);
}

export function Shell() {
  const m = useMessages();
  const route = useRoute();
  const narrow = useNarrow();
  const dialog = useDialogs((state) => state.open);
  const { data: info } = useMethod('library.info', {});
  useAppearance();
  useGlobalShortcuts();
  usePlace();
  useListOfRoute();
  const columns = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLElement>(null);
  usePaneKeys(columns);
  useFocusOnRoute(content, route);
  const empty = info !== undefined && info.counts.articles === 0;
  const inList = route.name === 'articles' || route.name === 'unread' || route.name === 'article';
  return (
    <div className={css.shell}>
      <TopBar />
      {info?.readOnly === true && <p className={css.readOnly}>{m('app.readOnly')}</p>}
      <div ref={columns} className={css.columns}>
        <NavigationColumn empty={empty} />
        {inList && !narrow && info !== undefined && !empty && (
          <Pane pane="listWidth" edge="end">
            <ArticleList articleId={route.name === 'article' ? route.id : null} />
          </Pane>
        )}
        <main ref={content} className={css.content} tabIndex={-1}>
          <ErrorBoundary key={route.name}>
            <Suspense fallback={<Skeleton of="page" />}>
              {info === undefined ? (
                <Skeleton of="page" />
              ) : (
                <Content route={route} empty={empty} />
              )}
            </Suspense>
          </ErrorBoundary>
        </main>
        {route.name === 'article' && !empty && <Panel articleId={route.id} />}
      </div>
      <DropTarget />
      {dialog === 'export' && <ExportDialog onClose={closeDialog} />}
      {dialog === 'shortcuts' && <ShortcutsDialog />}
      {dialog === 'actions' && <ActionsDialog />}
      <MergeDialog />
      <CleaningRules />
      <NearDuplicates />
      <ToastRegion />
    </div>
  );
}

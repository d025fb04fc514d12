import { Suspense } from 'react';
import { useMessages } from '../messages/messages.ts';
import { useRoute } from '../state/route.ts';
import { ToastRegion } from '../ui/toast/ToastRegion.tsx';
import { Content } from './Content.tsx';
import { ActorsPanel, AnnotationsPanel } from './routes.tsx';
import { useAppearance } from './theme.ts';
import css from './Shell.module.css';

export function Shell() {
  const m = useMessages();
  const route = useRoute();
  useAppearance();
  return (
    <div className={css.shell}>
      <main className={css.content}>
        <Suspense>
          <Content route={route} />
        </Suspense>
      </main>
      {route.name === 'article' && (
        <aside className={css.panel} aria-label={m('app.panel')}>
          <Suspense>
            <AnnotationsPanel articleId={route.id} />
            <ActorsPanel articleId={route.id} />
          </Suspense>
        </aside>
      )}
      <ToastRegion />
    </div>
  );
}

import { X } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { useMessages } from '../messages/messages.ts';
import { closeOverlay, usePanelVisible } from '../state/layout.ts';
import { useOverlayPanel } from '../state/use-media.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Pane } from './Pane.tsx';
import css from './Panel.module.css';
import { ActorsPanel, AnnotationsPanel } from './routes.tsx';

/** Beside the text: its annotations and actors. Under 1100 px it lies over the text. */
export function Panel({ articleId }: { readonly articleId: string }) {
  const m = useMessages();
  const visible = usePanelVisible();
  const overlay = useOverlayPanel();
  useEffect(() => {
    if (!overlay || !visible) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closeOverlay();
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [overlay, visible]);
  if (!visible) return null;
  const parts = (
    <ErrorBoundary key={articleId}>
      <Suspense>
        <aside className={css.parts} aria-label={m('app.panel')}>
          <AnnotationsPanel articleId={articleId} />
          <ActorsPanel articleId={articleId} />
        </aside>
      </Suspense>
    </ErrorBoundary>
  );
  if (overlay) {
    return (
      <div className={css.overlay}>
        <IconButton
          icon={X}
          label={m('app.closePanel')}
          className={css.close}
          onClick={closeOverlay}
        />
        {parts}
      </div>
    );
  }
  return (
    <Pane pane="panelWidth" edge="start">
      {parts}
    </Pane>
  );
}

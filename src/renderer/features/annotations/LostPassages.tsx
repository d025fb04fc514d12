import { useMemo, type ReactNode } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages, type MessageKey } from '../../messages/messages.ts';
import { useSelection } from '../../state/selection.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import { AnnotationCard } from './AnnotationCard.tsx';
import css from './LostPassages.module.css';
import { openPassage } from './open-passage.ts';
import { WaitingAnnotations } from './WaitingAnnotations.tsx';

/** Shown at a time: those confirmed or found again make room for the next. */
const mostShown = 100;

/** Passages that are not certain any more: moved, lost, or waiting for a text. */
export function LostPassages() {
  const m = useMessages();
  const options = { limit: mostShown };
  const moved = useMethod('annotations.list', { status: 'moved', ...options }).data;
  const lost = useMethod('annotations.list', { status: 'orphaned', ...options }).data;
  const waiting = useMethod('annotations.waiting', {}).data?.items;
  const keepAll = useCommand('annotations.keep');
  const nothing =
    moved?.total === 0 && lost?.total === 0 && waiting !== undefined && waiting.length === 0;
  const keepSame = async () => {
    const done = await keepAll.run({});
    if (done !== undefined) showDone(m, m('annotations.keptAll', { count: done.kept.length }));
  };
  return (
    <View title={m('annotations.lostTitle')}>
      {nothing ? (
        <EmptyState>{m('annotations.noneLost')}</EmptyState>
      ) : (
        <div className={css.parts}>
          <Part
            title="annotations.movedTitle"
            hint="annotations.movedHint"
            passages={moved?.items ?? []}
            total={moved?.total ?? 0}
            action={
              <Button pending={keepAll.pending} onClick={() => void keepSame()}>
                {m('annotations.keepAll')}
              </Button>
            }
          />
          <Part
            title="annotations.state.orphaned"
            hint="annotations.lostHint"
            passages={lost?.items ?? []}
            total={lost?.total ?? 0}
          />
          <WaitingAnnotations items={waiting ?? []} />
        </div>
      )}
    </View>
  );
}

interface PartProps {
  readonly title: MessageKey & ('annotations.movedTitle' | 'annotations.state.orphaned');
  readonly hint: MessageKey & ('annotations.movedHint' | 'annotations.lostHint');
  readonly passages: readonly Annotation[];
  readonly total: number;
  readonly action?: ReactNode;
}

function Part({ title, hint, passages, total, action }: PartProps) {
  const m = useMessages();
  const chosen = useSelection((state) => state.annotationId);
  const ids = useMemo(
    () => [...new Set(passages.map(({ articleId }) => articleId))].sort(),
    [passages],
  );
  const articles = useMethod(
    'articles.list',
    { ids, limit: mostShown },
    { enabled: ids.length > 0, keepPrevious: true },
  ).data?.items;
  if (total === 0) return null;
  return (
    <section className={css.part} aria-label={m(title)}>
      <header className={css.partHeader}>
        <h2 className={css.partTitle}>{m(title)}</h2>
        <span className={css.count}>{total}</span>
        {action}
      </header>
      <p className={css.hint}>{m(hint)}</p>
      <ul>
        {passages.map((annotation) => (
          <li key={annotation.id}>
            <AnnotationCard
              annotation={annotation}
              current={annotation.id === chosen}
              source={articles?.find(({ id }) => id === annotation.articleId)?.title ?? ''}
              onChoose={() => void openPassage(annotation.id)}
              comparing
            />
          </li>
        ))}
      </ul>
      {total > passages.length && (
        <p className={css.hint}>{m('annotations.more', { count: total - passages.length })}</p>
      )}
    </section>
  );
}

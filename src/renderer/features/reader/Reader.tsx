import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { ArticleText } from '../../reading/ArticleText.tsx';
import { endWayBeside, makeWayBeside } from '../../state/layout.ts';
import { navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { FindBar } from './FindBar.tsx';
import { FindMarks } from './FindMarks.tsx';
import { OriginalView } from './OriginalView.tsx';
import { PassageLayer } from './PassageLayer.tsx';
import { ReaderBar } from './ReaderBar.tsx';
import { ReaderHeader } from './ReaderHeader.tsx';
import { useFocusOnOpen } from './use-focus-on-open.ts';
import { useFind } from './use-find.ts';
import { useHidden } from './use-hidden.tsx';
import { usePassages } from './use-passages.ts';
import { useReadingPosition } from './use-reading-position.ts';
import { useTextIndex } from './use-text-index.ts';
import css from './Reader.module.css';

export interface ReaderProps {
  readonly articleId: string;
  /** A passage to go to, in UTF-16 offsets of the text. */
  readonly start?: number;
  readonly end?: number;
  /** Stands first in the reader's header: the way back to the list, or to the next article. */
  readonly leading?: ReactNode;
}

/** An open article: its text with every layer over it. */
export function Reader({ articleId, start, end, leading }: ReaderProps) {
  const m = useMessages();
  const answer = useMethod('articles.get', { id: articleId });
  const { data: article, error } = answer;
  const passages = usePassages(articleId);
  const [showHidden, setShowHidden] = useState(false);
  const [showOriginal, setShowOriginal] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const index = useTextIndex(root);
  const find = useFind(article, showHidden);
  useReadingPosition(article, index, scroller, start !== undefined);

  useEffect(() => {
    if (!showOriginal) return;
    makeWayBeside();
    return endWayBeside;
  }, [showOriginal]);

  useFocusOnOpen(scroller, articleId, index !== null);
  const closeFind = () => {
    find.close();
    scroller.current?.focus({ preventScroll: true });
  };
  const revealHidden = useCallback(() => setShowHidden(true), []);

  const hidden = useHidden(article);

  if (error?.code === 'not-found') {
    return (
      <EmptyState
        action={
          <Button onClick={() => navigate({ name: 'articles' })}>{m('reader.toArticles')}</Button>
        }
      >
        {m('reader.notFound')}
      </EmptyState>
    );
  }
  return (
    <div className={css.reader}>
      <ReaderBar
        leading={leading}
        hiddenCount={hidden.count}
        offeredCount={hidden.offered}
        hiddenActions={hidden.actions}
        showHidden={showHidden}
        onToggleHidden={() => setShowHidden((shown) => !shown)}
        showOriginal={showOriginal}
        onToggleOriginal={() => setShowOriginal((shown) => !shown)}
        annotationCount={passages.annotations.length}
      />
      {find.open && <FindBar key={find.asked} find={find} onClose={closeFind} />}
      <div className={css.body}>
        <div
          ref={scroller}
          className={css.scroller}
          data-beside={showOriginal || undefined}
          role="region"
          aria-label={m('reader.text')}
          tabIndex={0}
        >
          {article === undefined ? (
            <Waiting for={answer} of="page" />
          ) : (
            <article className={css.column} aria-label={article.title}>
              <ReaderHeader article={article} />
              <ArticleText
                ref={setRoot}
                text={article.text}
                blocks={article.blocks}
                marks={article.marks}
                hidden={article.hidden}
                offered={article.offered}
                title={article.title}
                language={article.language}
                showHidden={showHidden}
                hiddenNote={hidden.note}
              />
            </article>
          )}
          {article !== undefined && index !== null && root !== null && (
            <PassageLayer
              article={article}
              index={index}
              passages={passages}
              find={find}
              root={root}
              target={start === undefined ? null : { start, end: end ?? start }}
              onHiddenTarget={revealHidden}
              onHide={hidden.hide}
            />
          )}
        </div>
        {find.open && !showOriginal && index !== null && (
          <FindMarks find={find} index={index} scroller={scroller} />
        )}
        {showOriginal && article !== undefined && <OriginalView article={article} />}
      </div>
    </div>
  );
}

import type { CitationChange } from '../../shared/model/document.ts';
import { useCommand } from '../api/use-command.ts';
import { useMessages } from '../messages/messages.ts';
import { navigate } from '../state/route.ts';
import { refind, selectAnnotation } from '../state/selection.ts';
import { showDone } from '../state/undo.ts';
import { Button } from '../ui/Button.tsx';
import { WordChanges } from './WordChanges.tsx';
import { useCitingDocument, type ShownCitation } from './citations.ts';
import css from './marks.module.css';

export interface CitationDecisionProps {
  readonly citation: ShownCitation;
  readonly change: CitationChange;
}

/** Says what became of a cited passage, and offers what can be done about it. */
export function CitationDecision({ citation, change }: CitationDecisionProps) {
  const m = useMessages();
  const documentId = useCitingDocument();
  const update = useCommand('citations.update');
  const keep = useCommand('citations.keep');
  const mark = useCommand('citations.refind');
  const restore = useCommand('articles.restore');
  const { annotationId, articleId, number, tags, quote, citedQuote } = citation;
  const which = { documentId, annotationId };
  const done = async (
    work: Promise<unknown>,
    told: 'updated' | 'kept' | 'found' | 'restored',
  ): Promise<void> => {
    if ((await work) !== undefined) showDone(m, m(`citations.${told}`, { number }));
  };
  const lookInArticle = () => {
    if (articleId === null) return;
    selectAnnotation(annotationId);
    refind(annotationId);
    navigate({ name: 'article', id: articleId });
  };
  const updatable = change === 'changed' || change === 'retagged' || change === 'moved';
  return (
    <div className={css.decision}>
      <p className={css.warning}>{m(`citations.changed.${change}`, { number })}</p>
      {change === 'changed' && <WordChanges mine={citedQuote} source={quote} />}
      {change === 'retagged' && (
        <p className={css.source}>
          {m('citations.tags', { tags: tags.join(', ') || m('citations.noTags') })}
        </p>
      )}
      <div className={css.decide}>
        {updatable && (
          <Button onClick={() => void done(update.run(which), 'updated')}>
            {m('citations.update')}
          </Button>
        )}
        {change === 'trashed' && articleId !== null && (
          <Button onClick={() => void done(restore.run({ id: articleId }), 'restored')}>
            {m('citations.restore')}
          </Button>
        )}
        {change === 'deleted' && (
          <Button onClick={() => void done(mark.run(which), 'found')}>
            {m('citations.refind')}
          </Button>
        )}
        {(change === 'moved' || change === 'orphaned') && (
          <Button onClick={lookInArticle}>{m('citations.refind')}</Button>
        )}
        <Button look="plain" onClick={() => void done(keep.run(which), 'kept')}>
          {m('citations.keep')}
        </Button>
      </div>
    </div>
  );
}

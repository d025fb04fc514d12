import type { Coverage, CoveredSentence } from '../../../shared/briefing/coverage.ts';
import type { OpenedDocument } from '../../editor/open/opened-document.ts';
import { SaveLine } from '../../editor/SaveLine.tsx';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import css from './CoverageLine.module.css';

export interface CoverageLineProps extends Pick<OpenedDocument, 'saves' | 'retry'> {
  readonly coverage: Coverage;
  readonly words: number;
  /** Quotations that differ or were not found. */
  readonly quotes: number;
  readonly onNextGap: () => void;
}

const mostCells = 30;
const states = ['cited', 'judgement', 'needs-source'] as const;

/** How much of the briefing is sourced, cell by cell, and the way to the next gap. */
export function CoverageLine({
  coverage,
  words,
  quotes,
  onNextGap,
  saves,
  retry,
}: CoverageLineProps) {
  const m = useMessages();
  const { sentences, sourced, total } = coverage;
  const inState = (wanted: string) => sentences.filter(({ state }) => state === wanted).length;
  const judgements = m('briefings.judgements', { count: inState('judgement') });
  const needed = m('briefings.needSource', { count: inState('needs-source') });
  return (
    <footer className={css.line}>
      <div className={css.coverage} role="status" aria-label={m('briefings.coverage')}>
        <Cells sentences={sentences} />
        <strong className={css.sourced}>{m('briefings.sourced', { sourced, total })}</strong>{' '}
        {judgements !== '' && (
          <span className={css.count} data-state="judgement">
            {judgements}{' '}
          </span>
        )}
        {needed !== '' && (
          <span className={css.count} data-state="needs-source">
            {needed}
          </span>
        )}
      </div>
      {total > 0 && (
        <Button
          look="link"
          keys="F8"
          disabledReason={needed === '' ? m('briefings.noGap') : undefined}
          onClick={onNextGap}
        >
          {m('briefings.nextGap')}
        </Button>
      )}
      <span className={css.space} />
      {quotes > 0 && (
        <span className={css.quotes}>{m('briefings.quotesDiffer', { count: quotes })}</span>
      )}
      <span className={css.words}>{m('editor.words', { count: words })}</span>
      <SaveLine saves={saves} retry={retry} />
    </footer>
  );
}

/** One cell a sentence; over thirty sentences, three cells as wide as their share. */
function Cells({ sentences }: { readonly sentences: readonly CoveredSentence[] }) {
  if (sentences.length <= mostCells) {
    return (
      <span className={css.cells} aria-hidden>
        {sentences.map(({ start, state }) => (
          <span key={start} className={css.cell} data-state={state} />
        ))}
      </span>
    );
  }
  const width = (wanted: string) =>
    (sentences.filter(({ state }) => state === wanted).length / sentences.length) * 160;
  return (
    <span className={css.cells} aria-hidden>
      {states.map((state) => (
        <span
          key={state}
          className={css.cell}
          data-state={state}
          style={{ width: width(state), flex: 'none' }}
        />
      ))}
    </span>
  );
}

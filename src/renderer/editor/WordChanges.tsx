import { useMemo } from 'react';
import { wordDiff } from '../../shared/briefing/word-diff.ts';
import css from './word-changes.module.css';

export interface WordChangesProps {
  /** What the document has. */
  readonly mine: string;
  readonly source: string;
}

/** Words as the document has them, struck out where the source has others, which are underlined. */
export function WordChanges({ mine, source }: WordChangesProps) {
  const parts = useMemo(() => wordDiff(mine, source), [mine, source]);
  return (
    <p className={css.words}>
      {parts.map(({ kind, text }, index) => {
        // The parts have no identity of their own: their order is what they are.
        const key = `${index} ${text}`;
        if (kind === 'mine') return <del key={key}>{text}</del>;
        return kind === 'source' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}

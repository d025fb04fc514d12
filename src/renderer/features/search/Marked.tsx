import { Fragment } from 'react';
import css from './Marked.module.css';

export interface MarkedProps {
  readonly text: string;
  /** UTF-16 ranges in `text`, in order, not overlapping. */
  readonly hits: readonly (readonly [number, number])[];
}

/** Words with the hits marked. */
export function Marked({ text, hits }: MarkedProps) {
  return (
    <>
      {hits.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(hits[index - 1]?.[1] ?? 0, start)}
          <mark className={css.hit}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(hits.at(-1)?.[1] ?? 0)}
    </>
  );
}

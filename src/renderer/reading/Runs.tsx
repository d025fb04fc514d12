import type { ReactNode } from 'react';
import type { Run } from './inline.ts';
import css from './ArticleText.module.css';

/** A web address may be shown, never followed: nothing leaves this computer. */
function marked(run: Run): ReactNode {
  return run.marks.reduceRight<ReactNode>((inner, mark) => {
    switch (mark.kind) {
      case 'emphasis':
        return <em>{inner}</em>;
      case 'strong':
        return <strong>{inner}</strong>;
      case 'code':
        return <code>{inner}</code>;
      case 'subscript':
        return <sub>{inner}</sub>;
      case 'superscript':
        return <sup>{inner}</sup>;
      case 'link':
        return (
          <span className={css.link} title={mark.href}>
            {inner}
          </span>
        );
      case 'page':
        return inner;
    }
  }, run.text);
}

interface RunsProps {
  readonly runs: readonly Run[];
  readonly showHidden: boolean;
}

/** Stretches of one block, each with its marks; what is hidden stays in the page. */
export function Runs({ runs, showHidden }: RunsProps) {
  return runs.map((run) =>
    run.hidden === null ? (
      <span key={run.start}>{marked(run)}</span>
    ) : (
      <span key={run.start} className={css.hiddenRun} hidden={!showHidden}>
        {marked(run)}
      </span>
    ),
  );
}

import { useMemo } from 'react';
import type { ComparedBlock } from '../../../shared/model/version.ts';
import { useMessages } from '../../messages/messages.ts';
import { foldUnchanged } from './fold-unchanged.ts';
import css from './versions.module.css';

/** Blocks with what came underlined and what went struck through; long unchanged parts folded. */
export function Comparison({ blocks }: { readonly blocks: readonly ComparedBlock[] }) {
  const m = useMessages();
  const shown = useMemo(() => foldUnchanged(blocks), [blocks]);
  return (
    <div className={css.comparison}>
      {shown.map((item, index) => {
        // What is compared does not change while it is shown: the order is the identity.
        const key = `${index}`;
        return typeof item === 'number' ? (
          <p key={key} className={css.folded}>
            {m('versions.unchanged', { count: item })}
          </p>
        ) : (
          <Block key={key} block={item} />
        );
      })}
    </div>
  );
}

function Block({ block: { change, kind, level, parts } }: { readonly block: ComparedBlock }) {
  const m = useMessages();
  return (
    <p className={css.block} data-change={change} data-kind={kind} data-level={level}>
      {change === 'added' && <span className="visually-hidden">{m('versions.addedBlock')} </span>}
      {change === 'removed' && (
        <span className="visually-hidden">{m('versions.removedBlock')} </span>
      )}
      {parts.map(({ change, text }, index) => {
        const key = `${index}`;
        if (change === 'added') return <ins key={key}>{text}</ins>;
        return change === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}

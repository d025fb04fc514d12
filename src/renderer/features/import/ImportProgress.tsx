import { revealedLine } from '../../../shared/model/plain-line.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import css from './ImportProgress.module.css';
import { stopImport } from './look-over.ts';
import type { Progress } from './session.ts';

export interface ImportProgressProps {
  readonly title: string;
  /** Null until the library has said something. */
  readonly progress: Progress | null;
}

export function ImportProgress({ title, progress }: ImportProgressProps) {
  const m = useMessages();
  return (
    <section className={css.progress} aria-label={title}>
      <h1 className={css.title}>{title}</h1>
      <progress
        className={css.bar}
        aria-label={title}
        max={progress?.total ?? 1}
        {...(progress === null ? {} : { value: progress.done })}
      />
      <p className={css.detail} role="status">
        {progress !== null && m('imports.progress', { done: progress.done, total: progress.total })}
      </p>
      <p className={css.source}>
        {revealedLine(progress?.source ?? '')}
        {progress !== null && progress.failed > 0 && (
          <span className={css.failed}>{m('imports.failedSoFar', { count: progress.failed })}</span>
        )}
      </p>
      {progress !== null && progress.finished.length > 0 && (
        <ul className={css.files} aria-label={m('imports.finished')}>
          {progress.finished.map(({ source, outcome, message }) => (
            <li key={source} className={css.file} data-outcome={outcome}>
              <span className={css.name}>{source}</span>
              <span className={css.outcome}>{message ?? m(`imports.outcome.${outcome}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <Button onClick={() => void stopImport()}>{m('imports.stop')}</Button>
    </section>
  );
}

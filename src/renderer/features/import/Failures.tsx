import { revealedLine } from '../../../shared/model/plain-line.ts';
import { FileX, Unlink } from 'lucide-react';
import { useId } from 'react';
import type { ImportFailure } from '../../../shared/model/import.ts';
import { failuresOf } from '../../../shared/model/import-outcome.ts';
import { useMessages } from '../../messages/messages.ts';
import css from './Failures.module.css';

interface FailureListProps {
  readonly label: string;
  readonly kind: 'unread' | 'unmatched';
  readonly failed: readonly ImportFailure[];
}

function FailureList({ label, kind, failed }: FailureListProps) {
  const id = useId();
  const Icon = kind === 'unread' ? FileX : Unlink;
  if (failed.length === 0) return null;
  return (
    <section className={css.failures}>
      <h2 id={id} className={css.label}>
        {label}
      </h2>
      <ul aria-labelledby={id}>
        {failed.map(({ source, code, message }, index) => (
          <li key={`${source} ${code} ${String(index)}`} className={css.row} data-kind={kind}>
            <Icon size={16} strokeWidth={1.75} aria-hidden />
            <span>
              {!message.includes(revealedLine(source)) && <strong>{revealedLine(source)} </strong>}
              {message} <code className={css.code}>{code}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Files that were left out, and records of no article, each with its reason. */
export function Failures({ failed }: { readonly failed: readonly ImportFailure[] }) {
  const m = useMessages();
  const { unread, unmatched } = failuresOf(failed);
  return (
    <>
      <FailureList kind="unread" label={m('imports.failures')} failed={unread} />
      <FailureList kind="unmatched" label={m('imports.unmatched')} failed={unmatched} />
    </>
  );
}

import { revealedLine } from '../../../shared/model/plain-line.ts';
import { FileX } from 'lucide-react';
import type { ImportFailure } from '../../../shared/model/import.ts';
import { useMessages } from '../../messages/messages.ts';
import css from './Failures.module.css';

/** Files that were left out, each with its reason. */
export function Failures({ failed }: { readonly failed: readonly ImportFailure[] }) {
  const m = useMessages();
  if (failed.length === 0) return null;
  return (
    <ul aria-label={m('imports.failures')}>
      {failed.map(({ source, code, message }, index) => (
        <li key={`${source} ${code} ${String(index)}`} className={css.row}>
          <FileX size={16} strokeWidth={1.75} aria-hidden />
          <span>
            {!message.includes(revealedLine(source)) && <strong>{revealedLine(source)} </strong>}
            {message} <code className={css.code}>{code}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}

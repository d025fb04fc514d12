import { statementKinds, type Statement } from '../../../shared/model/actor.ts';
import { useMessages } from '../../messages/messages.ts';

interface KindFilterProps {
  /** Null shows statements of all kinds. */
  readonly value: Statement['kind'] | null;
  readonly onChange: (kind: Statement['kind'] | null) => void;
  readonly className?: string | undefined;
}

/** Narrows statements to those of one kind. */
export function KindFilter({ value, onChange, className }: KindFilterProps) {
  const m = useMessages();
  return (
    <select
      className={className}
      aria-label={m('actors.saidKind')}
      value={value ?? ''}
      onChange={(event) =>
        onChange(statementKinds.find((kind) => kind === event.target.value) ?? null)
      }
    >
      <option value="">{m('actors.saidAllKinds')}</option>
      {statementKinds.map((kind) => (
        <option key={kind} value={kind}>
          {m(`actors.statement.${kind}`)}
        </option>
      ))}
    </select>
  );
}

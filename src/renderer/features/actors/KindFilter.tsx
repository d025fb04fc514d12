import { statementKinds, type Statement } from '../../../shared/model/actor.ts';
import { useMessages } from '../../messages/messages.ts';
import { Select } from '../../ui/Select.tsx';

interface KindFilterProps {
  /** Null shows statements of all kinds. */
  readonly value: Statement['kind'] | null;
  readonly onChange: (kind: Statement['kind'] | null) => void;
}

/** Narrows statements to those of one kind. */
export function KindFilter({ value, onChange }: KindFilterProps) {
  const m = useMessages();
  return (
    <Select<Statement['kind'] | ''>
      aria-label={m('actors.saidKind')}
      value={value ?? ''}
      options={[
        { value: '', label: m('actors.saidAllKinds') },
        ...statementKinds.map((kind) => ({ value: kind, label: m(`actors.statement.${kind}`) })),
      ]}
      onChange={(kind) => onChange(kind === '' ? null : kind)}
    />
  );
}

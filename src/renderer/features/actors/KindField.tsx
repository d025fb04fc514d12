import { actorKinds, type ActorKind } from '../../../shared/model/actor.ts';
import { useMessages } from '../../messages/messages.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';

interface KindFieldProps {
  readonly value: ActorKind;
  readonly onChange: (kind: ActorKind) => void;
}

/** Person, state, organisation or other. */
export function KindField({ value, onChange }: KindFieldProps) {
  const m = useMessages();
  return (
    <SegmentedControl
      label={m('actors.kind')}
      choices={actorKinds.map((kind) => ({ value: kind, label: m(`actors.kind.${kind}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}

import { Building2, Flag, Plus, Shapes } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import type { ActorKind } from '../../../shared/model/actor.ts';
import css from './ActorChip.module.css';

export interface ActorChipProps extends ComponentPropsWithRef<'button'> {
  readonly kind: ActorKind;
  readonly name: string;
  readonly count: number;
  readonly pressed?: boolean;
  /** What pressing does, spoken before the name. */
  readonly verb?: string;
  /** Only proposed: drawn with a dashed edge. */
  readonly proposed?: boolean;
  readonly onPress?: () => void;
}

const icons = { person: null, state: Flag, organisation: Building2, other: Shapes } as const;

/** An actor and how often it is named. */
export function ActorChip({
  kind,
  name,
  count,
  pressed,
  verb,
  proposed = false,
  onPress,
  ...rest
}: ActorChipProps) {
  const Icon = proposed ? Plus : icons[kind];
  return (
    <button
      type="button"
      onClick={onPress}
      {...rest}
      className={css.chip}
      data-proposed={proposed || undefined}
      aria-pressed={pressed}
    >
      {Icon !== null && <Icon size={12} strokeWidth={1.75} aria-hidden />}
      {verb !== undefined && <span className="visually-hidden">{verb} </span>}
      <span className={css.name}>{name}</span>
      <span className={css.count}>{count}</span>
    </button>
  );
}

import { useState } from 'react';
import type { Actor } from '../../../shared/model/actor.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { ChooseOne } from './ChooseOne.tsx';

interface ChooseActorProps {
  readonly title: string;
  /** Not offered: the actor it is about. */
  readonly except: string;
  /** What choosing the actor of this name does, said before it is done. */
  readonly consequence: (name: string) => string;
  readonly verb: string;
  readonly onChoose: (actor: Pick<Actor, 'id' | 'name'>) => void;
  readonly onClose: () => void;
}

const mostOffered = 12;
const noActors: readonly Actor[] = [];
const folded = (words: string) => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Asks for an actor by any of its names. */
export function ChooseActor({ except, consequence, onChoose, ...rest }: ChooseActorProps) {
  const m = useMessages();
  const actors = useMethod('actors.list', {}).data?.items ?? noActors;
  const [typed, setTyped] = useState('');
  const wanted = folded(typed.trim());
  const options = actors
    .filter(
      ({ id, names }) => id !== except && names.some(({ name }) => folded(name).includes(wanted)),
    )
    .slice(0, mostOffered)
    .map(({ id, name, kind }) => ({ id, label: name, detail: m(`actors.kind.${kind}`) }));
  return (
    <ChooseOne
      {...rest}
      label={m('actors.chooseActor')}
      typed={typed}
      onTyped={setTyped}
      options={options}
      consequence={({ label }) => consequence(label)}
      onChoose={({ id, label }) => onChoose({ id, name: label })}
    />
  );
}

import { useEffect, useMemo, useRef, useState } from 'react';
import {
  statementKinds,
  type Actor,
  type Statement,
  type StatementProposal,
} from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import type { Tagging } from '../../state/selection.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Select } from '../../ui/Select.tsx';
import { proposedKind } from './likely.ts';
import { isMoreThan, likelyKind, proposalFor } from './statement-guess.ts';
import css from './TagActor.module.css';

export interface TagFormProps {
  readonly tagging: Tagging;
  readonly onDone: () => void;
}

const noActors: readonly Actor[] = [];
const noProposals: readonly StatementProposal[] = [];
const newActor = 'new';

/** Records who said the selected words. A speaker the text names is proposed; Enter accepts. */
export function SaidForm({ tagging, onDone }: TagFormProps) {
  const { articleId, start, end } = tagging;
  const m = useMessages();
  const article = useMethod('articles.get', { id: articleId }).data;
  const actors = useMethod('actors.list', {}).data?.items ?? noActors;
  const answer = useMethod('statements.propose', { articleId });
  const proposals = answer.data?.items ?? noProposals;
  const create = useCommand('statements.create');
  const createActor = useCommand('actors.create');
  const [chosen, setChosen] = useState<string | null>(null);
  const [extent, setExtent] = useState<'proposed' | 'selected'>('proposed');
  const [chosenKind, setKind] = useState<Statement['kind'] | null>(null);
  const accept = useRef<HTMLButtonElement>(null);
  const choice = useRef<HTMLSelectElement>(null);
  useEffect(() => accept.current?.focus(), []);

  const text = article?.text ?? '';
  const proposal = proposalFor(proposals, tagging);
  const isWider = isMoreThan(text, tagging, proposal);
  const isWithin = proposal !== undefined && start <= proposal.start && proposal.end <= end;
  const said = isWider && extent === 'proposed' ? proposal : tagging;
  const selectedKind = useMemo(() => likelyKind(text, tagging), [text, tagging]);
  const keepsKind = isWithin && (!isWider || extent === 'proposed');
  const proposed = proposal?.speaker;
  const kind = chosenKind ?? (keepsKind ? proposal.kind : selectedKind);
  const speaker =
    chosen ?? proposed?.actorId ?? (proposed === undefined ? undefined : newActor) ?? '';
  const isAsking = article !== undefined && answer.data !== undefined && speaker === '';
  useEffect(() => {
    // Where nobody is proposed, there is nothing to accept: the next key chooses.
    if (isAsking && document.activeElement === accept.current) choice.current?.focus();
  }, [isAsking]);
  const speakerId = async (): Promise<string | undefined> => {
    if (speaker !== newActor || proposed === undefined) return speaker;
    const { name } = proposed;
    return (await createActor.run({ kind: proposedKind(name), name }))?.id;
  };
  const record = async () => {
    const id = await speakerId();
    if (id === undefined) return;
    const done = await create.run({
      articleId,
      start: said.start,
      end: said.end,
      kind,
      speaker: id,
    });
    if (done === undefined) return;
    onDone();
    const name = actors.find((actor) => actor.id === id)?.name ?? proposed?.name ?? '';
    showDone(m, m('actors.recorded', { name }));
  };
  return (
    <form
      className={css.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (speaker !== '') void record();
      }}
    >
      {proposed !== undefined && chosen === null && (
        <p className={css.proposed}>{m('actors.speakerProposed', { name: proposed.name })}</p>
      )}
      {isWider && (
        <>
          <SegmentedControl
            label={m('actors.extent')}
            choices={[
              { value: 'proposed', label: m('actors.extentProposed') },
              { value: 'selected', label: m('actors.extentSelected') },
            ]}
            value={extent}
            onChange={setExtent}
          />
          <blockquote className={css.said}>{text.slice(said.start, said.end)}</blockquote>
        </>
      )}
      <label className={css.scope}>
        {m('actors.speaker')}
        <Select
          ref={choice}
          value={speaker}
          options={[
            { value: '', label: m('actors.chooseSpeaker') },
            ...(proposed !== undefined && proposed.actorId === undefined
              ? [{ value: newActor, label: m('actors.newActorNamed', { name: proposed.name }) }]
              : []),
            ...actors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setChosen}
        />
      </label>
      <label className={css.scope}>
        {m('actors.statementKind')}
        <Select
          value={kind}
          options={statementKinds.map((value) => ({
            value,
            label: m(`actors.statement.${value}`),
          }))}
          onChange={setKind}
        />
      </label>
      <div className={css.buttons}>
        <Button look="plain" onClick={onDone}>
          {m('actors.cancel')}
        </Button>
        <Button
          ref={accept}
          type="submit"
          look="primary"
          pending={create.pending || createActor.pending}
          disabledReason={speaker === '' ? m('actors.chooseSpeaker') : undefined}
        >
          {m('actors.record')}
        </Button>
      </div>
    </form>
  );
}

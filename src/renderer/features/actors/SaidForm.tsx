import { useEffect, useRef, useState } from 'react';
import { statementKinds, type Actor, type Mention } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import type { Tagging } from '../../state/selection.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { likelyKind, likelySpeakers } from './statement-guess.ts';
import css from './TagActor.module.css';

export interface TagFormProps {
  readonly tagging: Tagging;
  readonly onDone: () => void;
}

const noActors: readonly Actor[] = [];
const noMentions: readonly Mention[] = [];

/** Records who said the selected words. The nearest actor is proposed; Enter accepts. */
export function SaidForm({ tagging, onDone }: TagFormProps) {
  const { articleId, start, end } = tagging;
  const m = useMessages();
  const article = useMethod('articles.get', { id: articleId }).data;
  const actors = useMethod('actors.list', {}).data?.items ?? noActors;
  const mentions = useMethod('mentions.list', { articleId }).data?.items ?? noMentions;
  const create = useCommand('statements.create');
  const [chosen, setChosen] = useState<string | null>(null);
  const [kind, setKind] = useState(() =>
    article === undefined
      ? likelyKind(tagging.text, { start: 0, end: tagging.text.length })
      : likelyKind(article.text, tagging),
  );
  const accept = useRef<HTMLButtonElement>(null);
  useEffect(() => accept.current?.focus(), []);

  const likely = likelySpeakers(article?.text ?? '', tagging, mentions);
  const rank = (id: string) => (likely.indexOf(id) + likely.length + 1) % (likely.length + 1);
  const ordered = actors.toSorted((a, b) => rank(a.id) - rank(b.id) || b.mentions - a.mentions);
  const speaker = actors.find(({ id }) => id === chosen) ?? ordered[0];
  const record = async () => {
    if (speaker === undefined) return;
    const done = await create.run({ articleId, start, end, kind, speaker: speaker.id });
    if (done === undefined) return;
    onDone();
    showDone(m, m('actors.recorded', { name: speaker.name }));
  };
  return (
    <form
      className={css.part}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      {speaker !== undefined && chosen === null && (
        <p className={css.proposed}>{m('actors.speakerProposed', { name: speaker.name })}</p>
      )}
      <label className={css.scope}>
        {m('actors.speaker')}
        <select value={speaker?.id} onChange={(event) => setChosen(event.target.value)}>
          {ordered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className={css.scope}>
        {m('actors.statementKind')}
        <select
          value={kind}
          onChange={(event) =>
            setKind(statementKinds.find((value) => value === event.target.value) ?? kind)
          }
        >
          {statementKinds.map((value) => (
            <option key={value} value={value}>
              {m(`actors.statement.${value}`)}
            </option>
          ))}
        </select>
      </label>
      <div className={css.buttons}>
        <Button look="plain" onClick={onDone}>
          {m('actors.cancel')}
        </Button>
        <Button
          ref={accept}
          type="submit"
          look="primary"
          pending={create.pending}
          disabledReason={speaker === undefined ? m('actors.noActorsYet') : undefined}
        >
          {m('actors.record')}
        </Button>
      </div>
    </form>
  );
}

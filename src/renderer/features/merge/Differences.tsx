import {
  differenceCauses,
  type DifferenceCause,
  type MergeChoice,
  type MergeConflict,
} from '../../../shared/contract/methods/bundle.ts';
import type { ComparedBlock } from '../../../shared/model/version.ts';
import { useMessages, type MessageKey, type Messages } from '../../messages/messages.ts';
import { Comparison } from '../../editor/versions/Comparison.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import css from './MergeDialog.module.css';

/** What was chosen, by the differences' ids. */
export type Choices = Readonly<Record<string, MergeChoice>>;

/** Every difference with what is to be done about it: what a person saw and let be is chosen too. */
export const settled = (conflicts: readonly MergeConflict[], chosen: Choices): Choices =>
  Object.fromEntries(conflicts.map(({ id, choice }) => [id, chosen[id] ?? choice]));

const headings: Readonly<Record<DifferenceCause, MessageKey>> = {
  changed: 'merge.conflicts',
  'deleted-there': 'merge.deletedThere',
  'deleted-here': 'merge.deletedHere',
};

function labelOf(m: Messages, cause: DifferenceCause, choice: MergeChoice): string {
  if (cause === 'changed') return m(`merge.changed.${choice}`);
  return m(`merge.${cause}.${choice === 'mine' ? 'mine' : 'theirs'}`);
}

export interface DifferencesProps {
  readonly conflicts: readonly MergeConflict[];
  readonly chosen: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** What the two sides do not agree about, by its cause, each with the choice of what to do. */
export function Differences({ conflicts, chosen, onChoose }: DifferencesProps) {
  return differenceCauses.map((cause) => {
    const some = conflicts.filter((conflict) => conflict.cause === cause);
    return some.length === 0 ? null : (
      <Cause key={cause} cause={cause} conflicts={some} chosen={chosen} onChoose={onChoose} />
    );
  });
}

function Cause({
  cause,
  conflicts,
  chosen,
  onChoose,
}: DifferencesProps & { readonly cause: DifferenceCause }) {
  const m = useMessages();
  const heading = m(headings[cause], { count: conflicts.length });
  const choiceOf = ({ id, choice }: MergeConflict) => chosen[id] ?? choice;
  const offered = new Set(conflicts.flatMap(({ choices }) => choices));
  const common = (['mine', 'theirs', 'both'] as const).filter((each) => offered.has(each));
  const shared = common.find((each) => conflicts.every((one) => choiceOf(one) === each));
  const chooseAll = (choice: MergeChoice) =>
    onChoose({
      ...chosen,
      ...Object.fromEntries(
        conflicts.filter(({ choices }) => choices.includes(choice)).map(({ id }) => [id, choice]),
      ),
    });
  return (
    <section>
      <header className={css.heading}>
        <h3>{heading}</h3>
        {conflicts.length > 1 && (
          <SegmentedControl
            label={`${heading}: ${m('merge.all')}`}
            choices={common.map((value) => ({ value, label: labelOf(m, cause, value) }))}
            value={shared ?? ''}
            onChange={(value) => value !== '' && chooseAll(value)}
          />
        )}
      </header>
      <ul className={css.conflicts}>
        {conflicts.map((conflict) => (
          <li key={conflict.id}>
            <div className={css.about}>
              <strong>{conflict.title}</strong>
              <p className={css.meta}>
                {m('merge.about', {
                  kind: m(`merge.kind.${conflict.kind}`),
                  what: conflict.what,
                })}
              </p>
            </div>
            <SegmentedControl
              label={m('merge.choice', { title: conflict.title })}
              choices={common
                .filter((value) => conflict.choices.includes(value))
                .map((value) => ({ value, label: labelOf(m, cause, value) }))}
              value={choiceOf(conflict)}
              onChange={(value) => onChoose({ ...chosen, [conflict.id]: value })}
            />
            {conflict.changes !== undefined && (
              <Words blocks={conflict.changes} open={conflicts.length === 1} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WordsProps {
  readonly blocks: readonly ComparedBlock[];
  readonly open: boolean;
}

/** What differs, in words; where it is the only difference it is in sight at once. */
function Words({ blocks, open }: WordsProps) {
  const m = useMessages();
  return (
    <details className={css.words} open={open}>
      <summary>{m('merge.words')}</summary>
      <p className={css.meta}>{m('merge.legend')}</p>
      <Comparison blocks={blocks} />
    </details>
  );
}

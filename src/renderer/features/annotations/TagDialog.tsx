import { useState } from 'react';
import { colours, type Colour } from '../../../shared/model/annotation.ts';
import { isWithinTag } from '../../../shared/text/tag-names.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { useColourNames } from '../../state/colour-names.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { changeTag, type TagTask } from './change-tag.ts';
import narrow from './NarrowDown.module.css';
import css from './TagDialog.module.css';
import { useTagOptions } from './TagField.tsx';

function consequence(m: Messages, task: TagTask): string | null {
  if (task.kind === 'create') return m('annotations.tag.createHint');
  const { name, withSubtags } = task.tag;
  if (task.kind === 'colour') return null;
  return m(`annotations.tag.${task.kind}Hint`, { tag: name, count: withSubtags });
}

export interface TagDialogProps {
  readonly task: TagTask;
  readonly onClose: () => void;
}

/** One change of a tag: its consequence, what it needs to know, and the verb on the button. */
export function TagDialog({ task, onClose }: TagDialogProps) {
  const m = useMessages();
  const nameOf = useColourNames();
  const [words, setWords] = useState(task.kind === 'rename' ? task.tag.name : '');
  const [colour, setColour] = useState<Colour | null>(
    task.kind === 'create' ? null : task.tag.colour,
  );
  const own = task.kind === 'create' ? '' : task.tag.name;
  const options = useTagOptions(words).filter(({ id }) => !isWithinTag(id, own));
  const needsWords = ['create', 'rename', 'merge'].includes(task.kind);
  const missing = needsWords && words.trim() === '';
  const save = async () => {
    if (!missing && (await changeTag(m, task, words.trim(), colour))) onClose();
  };
  const hint = consequence(m, task);
  return (
    <Dialog
      title={
        task.kind === 'create'
          ? m('annotations.newTag')
          : m(`annotations.tag.${task.kind}Title`, { tag: own })
      }
      onClose={onClose}
      actions={
        <>
          <Button data-autofocus={task.kind === 'delete' || undefined} onClick={onClose}>
            {m('ui.cancel')}
          </Button>
          <Button
            look={task.kind === 'delete' ? 'danger' : 'primary'}
            disabledReason={missing ? m('annotations.nameTag') : undefined}
            onClick={() => void save()}
          >
            {m(`annotations.tag.${task.kind}Verb`)}
          </Button>
        </>
      }
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {hint !== null && <p>{hint}</p>}
        {(task.kind === 'create' || task.kind === 'rename') && (
          <Field
            label={m('annotations.tag.name')}
            data-autofocus
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        {(task.kind === 'move' || task.kind === 'merge') && (
          <Combobox
            label={m(task.kind === 'move' ? 'annotations.tag.into' : 'annotations.tag.mergeInto')}
            first
            value={words}
            onValue={setWords}
            options={options}
            onChoose={({ id }) => setWords(id)}
          />
        )}
        {(task.kind === 'create' || task.kind === 'colour') && (
          <fieldset className={css.colours}>
            <legend className={css.legend}>{m('annotations.colour')}</legend>
            {[null, ...colours].map((choice) => (
              <label key={choice ?? 'none'} className={css.colour}>
                <input
                  type="radio"
                  name="tag-colour"
                  checked={choice === colour}
                  data-autofocus={(task.kind === 'colour' && choice === colour) || undefined}
                  onChange={() => setColour(choice)}
                />
                <span className={narrow.swatch} data-colour={choice ?? 'none'} aria-hidden />
                {choice === null ? m('annotations.tag.noColour') : nameOf(choice)}
              </label>
            ))}
          </fieldset>
        )}
      </form>
    </Dialog>
  );
}

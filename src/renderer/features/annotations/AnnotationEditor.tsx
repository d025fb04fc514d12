import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { colours, type Annotation } from '../../../shared/model/annotation.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { useColourNames } from '../../state/colour-names.ts';
import { useSelection } from '../../state/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { TagField, tagsOf } from './TagField.tsx';
import css from './AnnotationEditor.module.css';

export interface AnnotationEditorProps {
  readonly annotation: Annotation;
  readonly onDone: () => void;
}

/** Comment, tags and colour of one passage. A save that is refused keeps the words here. */
export function AnnotationEditor({ annotation, onDone }: AnnotationEditorProps) {
  const m = useMessages();
  const update = useCommand('annotations.update');
  const [comment, setComment] = useState(annotation.comment);
  const [tags, setTags] = useState<readonly string[]>(annotation.tags);
  const [typed, setTyped] = useState('');
  const [colour, setColour] = useState(annotation.colour);
  const nameOf = useColourNames();
  const form = useRef<HTMLFormElement>(null);
  const field = useSelection((state) => state.editedField);
  useEffect(
    () =>
      form.current
        ?.querySelector<HTMLElement>(field === 'tags' ? 'input[role=combobox]' : 'textarea')
        ?.focus(),
    [field],
  );
  const save = async () => {
    const saved = await update.run({
      id: annotation.id,
      comment,
      tags: [...new Set([...tags, ...tagsOf(typed)])],
      colour,
      ...(comment.trim() === '' ? {} : { motivation: 'commenting' as const }),
    });
    if (saved !== undefined) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        className={css.comment}
        aria-label={m('annotations.comment')}
        placeholder={m('annotations.commentPlaceholder')}
        rows={3}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <TagField
        tags={tags}
        onTags={setTags}
        typed={typed}
        onTyped={setTyped}
        onKeyDown={onKeyDown}
      />
      <fieldset className={css.colours}>
        <legend className="visually-hidden">{m('annotations.colour')}</legend>
        {colours.map((choice) => (
          <label key={choice} className={css.colour} data-colour={choice} title={nameOf(choice)}>
            <input
              type="radio"
              name={`colour-${annotation.id}`}
              className="visually-hidden"
              aria-label={nameOf(choice)}
              checked={choice === colour}
              onChange={() => setColour(choice)}
            />
          </label>
        ))}
      </fieldset>
      <div className={css.buttons}>
        <Button look="plain" onClick={onDone}>
          {m('annotations.cancel')}
        </Button>
        <Button type="submit" pending={update.pending}>
          {m('annotations.save')}
        </Button>
      </div>
    </form>
  );
}

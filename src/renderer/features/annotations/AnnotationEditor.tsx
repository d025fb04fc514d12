import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { colours, type Annotation } from '../../../shared/model/annotation.ts';
import { useMessages } from '../../messages/messages.ts';
import { useColourNames } from '../../state/colour-names.ts';
import { useSelection } from '../../state/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { Swatch } from '../../ui/Swatch.tsx';
import { TagField, tagsOf } from './TagField.tsx';
import css from './AnnotationEditor.module.css';

export type AnnotationDraft = Pick<Annotation, 'comment' | 'tags' | 'colour'>;

export interface AnnotationEditorProps {
  readonly annotation: Annotation;
  /** What to begin with: the annotation, or words of the person's that were refused. */
  readonly draft: AnnotationDraft;
  readonly onCancel: () => void;
  /** What the person changed; what they did not may have been changed elsewhere meanwhile. */
  readonly onSave: (changed: Partial<AnnotationDraft>) => void;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** When the form is gone, the focus is where it was before, or else on the passage's card. */
function useFocusBack(id: string): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (document.activeElement !== document.body) return;
      const card = document.querySelector(`[data-annotation="${CSS.escape(id)}"] > button`);
      const back = before !== document.body && before?.isConnected === true ? before : card;
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
  }, [id]);
}

/** Comment, tags and colour of one passage. */
export function AnnotationEditor({ annotation, draft, onCancel, onSave }: AnnotationEditorProps) {
  const m = useMessages();
  const [had] = useState(annotation);
  const [comment, setComment] = useState(draft.comment);
  const [tags, setTags] = useState<readonly string[]>(draft.tags);
  const [typed, setTyped] = useState('');
  const [colour, setColour] = useState(draft.colour);
  const nameOf = useColourNames();
  const form = useRef<HTMLFormElement>(null);
  const field = useSelection((state) => state.editedField);
  useFocusBack(annotation.id);
  useEffect(
    () =>
      form.current
        ?.querySelector<HTMLElement>(field === 'tags' ? 'input[role=combobox]' : 'textarea')
        ?.focus(),
    [field],
  );
  const save = () => {
    const allTags = [...new Set([...tags, ...tagsOf(typed)])];
    onSave({
      ...(comment === had.comment ? {} : { comment }),
      ...(isSame(allTags, had.tags) ? {} : { tags: allTags }),
      ...(colour === had.colour ? {} : { colour }),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
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
        save();
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
            <Swatch chosen={choice === colour} />
          </label>
        ))}
      </fieldset>
      <div className={css.buttons}>
        <Button look="plain" onClick={onCancel}>
          {m('annotations.cancel')}
        </Button>
        <Button type="submit">{m('annotations.save')}</Button>
      </div>
    </form>
  );
}

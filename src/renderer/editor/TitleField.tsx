import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { classNames } from '../ui/class-names.ts';
import css from './title-field.module.css';

export interface TitleFieldProps {
  readonly label: string;
  readonly title: string;
  readonly onTitle: (title: string) => void;
  readonly className?: string | undefined;
}

/** The title over a document's text: one line of words, broken where the page ends. */
export function TitleField({ label, title, onTitle, className }: TitleFieldProps) {
  const [editor] = useLexicalComposerContext();
  return (
    <textarea
      className={classNames(css.field, className)}
      aria-label={label}
      rows={1}
      maxLength={500}
      value={title}
      onChange={(event) => onTitle(event.target.value.replaceAll(/\s*\n\s*/gu, ' '))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        editor.focus(undefined, { defaultSelection: 'rootStart' });
      }}
    />
  );
}

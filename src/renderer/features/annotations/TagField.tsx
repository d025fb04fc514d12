import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { foldString } from '../../../shared/text/fold.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import css from './TagField.module.css';

/** Tags as typed: parted by commas, each once. */
export const tagsOf = (line: string): string[] => [
  ...new Set(
    line
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

const mostOffered = 8;

/** The tags of the library that hold all words of what is typed. */
export function useTagOptions(typed: string, without: readonly string[] = []) {
  const { data } = useMethod('tags.list', {});
  const words = foldString(typed)
    .split(/[\s,]+/u)
    .filter(Boolean);
  return (data?.items ?? [])
    .filter(({ name }) => !without.includes(name))
    .filter(({ name }) => words.every((word) => foldString(name).includes(word)))
    .slice(0, mostOffered)
    .map(({ name, withSubtags }) => ({ id: name, label: name, detail: withSubtags }));
}

export interface TagFieldProps {
  readonly tags: readonly string[];
  readonly onTags: (tags: readonly string[]) => void;
  /** What is typed and not yet a tag. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** Keys the field has no use for: Escape, Ctrl+Enter. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Has the focus when its dialog opens. */
  readonly first?: boolean;
}

/** Tags as chips, and a field for more: a comma or Enter ends a tag, known ones are offered. */
export function TagField({
  tags,
  onTags,
  typed,
  onTyped,
  onKeyDown,
  first = false,
}: TagFieldProps) {
  const m = useMessages();
  const options = useTagOptions(typed, tags);
  const add = (line: string) => {
    onTags([...new Set([...tags, ...tagsOf(line)])]);
    onTyped('');
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing;
    if (event.key === 'Enter' && plain && typed.trim() !== '') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
      onTags(tags.slice(0, -1));
    } else {
      onKeyDown?.(event);
    }
  };
  return (
    <div className={css.field}>
      {tags.length > 0 && (
        <ul className={css.tags}>
          {tags.map((tag) => (
            <li key={tag} className={css.tag}>
              {tag}
              <button
                type="button"
                className={css.remove}
                aria-label={m('annotations.removeTag', { tag })}
                onClick={() => onTags(tags.filter((other) => other !== tag))}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        label={m('annotations.tags')}
        placeholder={m('annotations.tagsPlaceholder')}
        value={typed}
        onValue={(value) => (value.endsWith(',') ? add(value) : onTyped(value))}
        options={typed.trim() === '' ? [] : options}
        onChoose={({ id }) => {
          onTags([...tags, id]);
          onTyped('');
        }}
        onKeyDown={press}
        first={first}
      />
    </div>
  );
}

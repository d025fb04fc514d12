import { useState } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { TagField, tagsOf } from './TagField.tsx';

export interface TagManyDialogProps {
  readonly what: 'add' | 'remove';
  /** How many passages are chosen. */
  readonly count: number;
  readonly onTags: (tags: string[]) => void;
  readonly onClose: () => void;
}

/** Which tags to put on, or take off, the chosen passages. */
export function TagManyDialog({ what, count, onTags, onClose }: TagManyDialogProps) {
  const m = useMessages();
  const [tags, setTags] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const named = [...new Set([...tags, ...tagsOf(typed)])];
  const save = () => {
    if (named.length > 0) onTags(named);
  };
  return (
    <Dialog
      title={m(what === 'add' ? 'annotations.addTagsTo' : 'annotations.removeTagsFrom', { count })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m('ui.cancel')}</Button>
          <Button
            look="primary"
            disabledReason={named.length === 0 ? m('annotations.nameTag') : undefined}
            onClick={save}
          >
            {m(what === 'add' ? 'annotations.addTags' : 'annotations.removeTags')}
          </Button>
        </>
      }
    >
      <TagField
        tags={tags}
        onTags={setTags}
        typed={typed}
        onTyped={setTyped}
        first
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          save();
        }}
      />
    </Dialog>
  );
}

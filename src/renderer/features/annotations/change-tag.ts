import type { Colour } from '../../../shared/model/annotation.ts';
import type { Tag } from '../../../shared/model/tag.ts';
import { isWithinTag } from '../../../shared/text/tag-names.ts';
import { client } from '../../api/client.ts';
import { showError } from '../../api/show-error.ts';
import type { Messages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { narrow, useAnnotationView } from './annotation-view.ts';

/** What is about to be done to a tag. */
export type TagTask =
  | { readonly kind: 'create' }
  | { readonly kind: 'rename' | 'move' | 'merge' | 'colour' | 'delete'; readonly tag: Tag };

/** Does it, answers with the name the tag has afterwards. */
async function perform(task: TagTask, words: string, colour: Colour | null): Promise<string> {
  if (task.kind === 'create') {
    const made = await client.call('tags.create', {
      name: words,
      ...(colour === null ? {} : { colour }),
    });
    return made.name;
  }
  const { name } = task.tag;
  switch (task.kind) {
    case 'rename':
      return (await client.call('tags.rename', { name, to: words })).name;
    case 'move':
      return (await client.call('tags.move', { name, into: words === '' ? null : words })).name;
    case 'merge':
      return (await client.call('tags.merge', { into: words, from: [name] })).name;
    case 'colour':
      return (await client.call('tags.update', { name, colour })).name;
    case 'delete':
      return (await client.call('tags.delete', { name })).name;
  }
}

/** The filter goes on with the tag under its new name; one that was deleted is let go. */
function follow(task: TagTask, name: string): void {
  if (task.kind === 'create') return;
  const { tag } = useAnnotationView.getState().filter;
  if (tag === undefined || !isWithinTag(tag, task.tag.name)) return;
  narrow({ tag: task.kind === 'delete' ? undefined : name + tag.slice(task.tag.name.length) });
}

/**
 * Does it and says so, with a way back; what went wrong is shown. `words` are the new name, the tag
 * to stand beneath (none: the top), or the one to merge into. Answers whether it was done.
 */
export async function changeTag(
  m: Messages,
  task: TagTask,
  words: string,
  colour: Colour | null,
): Promise<boolean> {
  try {
    const name = await perform(task, words, colour);
    follow(task, name);
    const tag = task.kind === 'create' ? name : task.tag.name;
    showDone(m, m(`annotations.tag.${task.kind}Done`, { tag }));
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

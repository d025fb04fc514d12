import { mergeRegister } from '@lexical/utils';
import type { LexicalEditor } from 'lexical';

/** Top-level blocks up to which a document is laid out and drawn whole. */
const shortEnough = 60;

/** True for a document of which only what is in sight is drawn. */
export const isLong = (blocks: number): boolean => blocks > shortEnough;

/** Says on the page's element whether the document is long; the style sheet does the rest. */
export function registerLongPage(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerUpdateListener(() => {
      const root = editor.getRootElement();
      root?.toggleAttribute('data-long', isLong(root.childElementCount));
    }),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('keydown', followFarJump);
      root?.addEventListener('keydown', followFarJump);
    }),
  );
}

/** Frames in which what a jump came to is laid out. */
const settling = 12;

/**
 * What a jump to an end of the page comes to is laid out only then and pushes the cursor out of
 * sight again: it is brought back.
 */
function followFarJump({ key, ctrlKey, metaKey }: KeyboardEvent): void {
  if (!(ctrlKey || metaKey) || (key !== 'End' && key !== 'Home')) return;
  let frames = 0;
  const follow = () => {
    const at = getSelection()?.focusNode;
    const element = at instanceof Element ? at : at?.parentElement;
    element?.scrollIntoView({ block: 'nearest' });
    frames += 1;
    if (frames < settling) requestAnimationFrame(follow);
  };
  requestAnimationFrame(follow);
}

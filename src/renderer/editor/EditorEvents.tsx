import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useRef } from 'react';
import type { LexicalContent } from '../../shared/model/document.ts';

/** Updates under this tag come from the library and are not saved back to it. */
export const fromLibrary = 'from-library';

/** Calls `onChange` with the content after every update that changed it. */
export function EditorEvents({
  onChange,
}: {
  readonly onChange: (content: LexicalContent, byPerson: boolean) => void;
}) {
  const [editor] = useLexicalComposerContext();
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(
    () =>
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, tags }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
        const content = editorState.toJSON() as unknown as LexicalContent;
        latest.current(content, !tags.has(fromLibrary));
      }),
    [editor],
  );
  return null;
}

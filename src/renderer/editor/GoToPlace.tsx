import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect } from 'react';
import { useRoute } from '../state/route.ts';
import { readNow } from './dom-ranges.ts';
import { selectStretch } from './edits.ts';

/** Goes to the words the address names, as from a passage to a sentence that cites it. */
export function GoToPlace({ documentId }: { readonly documentId: string }) {
  const [editor] = useLexicalComposerContext();
  const route = useRoute();
  useEffect(() => {
    if ((route.name !== 'briefing' && route.name !== 'note') || route.id !== documentId) return;
    const { start, end } = route;
    if (start === undefined || end === undefined) return;
    selectStretch(editor, readNow(editor), start, end);
  }, [editor, route, documentId]);
  return null;
}

import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useRef } from 'react';
import type { Output } from '../../../shared/contract/methods.ts';
import type { NotebookDocument } from '../../../shared/model/document.ts';
import { client } from '../../api/client.ts';
import type { Autosave } from '../autosave.ts';
import { fromLibrary } from '../EditorEvents.tsx';
import { editorState, unknownTypes } from '../extension.ts';
import type { DocumentKind } from './opened-document.ts';

interface NewerVersionProps {
  readonly kind: DocumentKind;
  readonly autosave: Autosave;
  readonly stored: Output<'documents.state'> | undefined;
  readonly onAdopt: (document: NotebookDocument) => void;
}

/** Shows what was saved elsewhere (undo, another window) while nothing here is unsaved. */
export function NewerVersion({ kind, autosave, stored, onAdopt }: NewerVersionProps) {
  const [editor] = useLexicalComposerContext();
  const seen = useRef<number>(undefined);
  useEffect(() => {
    if (stored === undefined || stored.revision === seen.current) return;
    seen.current = stored.revision;
    const isNews = () => !autosave.dirty && stored.revision !== autosave.revision;
    const adopt = async () => {
      const newer = await client.call(`${kind}.get`, { id: stored.id });
      if (!isNews() || unknownTypes(newer.content).length > 0) return;
      autosave.rebase(newer.revision, newer.content);
      onAdopt(newer);
      editor.setEditorState(editor.parseEditorState(editorState(newer.content)), {
        tag: fromLibrary,
      });
    };
    // A document that is gone by now is told of by whoever shows it.
    if (isNews()) void adopt().catch(() => undefined);
  }, [autosave, editor, kind, stored, onAdopt]);
  return null;
}

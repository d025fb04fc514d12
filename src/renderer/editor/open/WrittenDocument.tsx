import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  startTransition,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { citedAnnotations, readDocument } from '../../../shared/briefing/document-text.ts';
import type { LexicalContent, NotebookDocument } from '../../../shared/model/document.ts';
import { client } from '../../api/client.ts';
import { useMethod } from '../../api/use-method.ts';
import { Autosave, type Draft } from '../autosave.ts';
import { CitationsContext } from '../citations.ts';
import { takeInChanges } from '../conflict/take-in-changes.ts';
import { EditorEvents } from '../EditorEvents.tsx';
import { editorState } from '../extension.ts';
import { GoToPlace } from '../GoToPlace.tsx';
import { InnerLinks } from '../InnerLinks.tsx';
import { shownCitations } from '../shown-citations.ts';
import { usePassageSources } from '../use-passage-sources.ts';
import { saveNow, useSaveBeforeLeaving, useTakenUp } from '../use-save-before-leaving.ts';
import { NewerVersion } from './NewerVersion.tsx';
import type { DocumentKind, OpenedDocument } from './opened-document.ts';
import { saveDraft } from './save-draft.ts';

export interface WrittenDocumentProps {
  readonly kind: DocumentKind;
  readonly document: NotebookDocument;
  /** What of it is not in the library yet. */
  readonly unsaved: Draft | null;
  readonly reload: () => void;
  /** What stands around the page; drawn inside the editor's context. */
  readonly children: (opened: OpenedDocument) => ReactNode;
}

/** The document as it is written: read at each rest, saved, and shown as the library has it. */
export function WrittenDocument({
  kind,
  document,
  unsaved,
  reload,
  children,
}: WrittenDocumentProps) {
  const { id } = document;
  const [editor] = useLexicalComposerContext();
  const [autosave] = useState(
    () =>
      new Autosave(
        (draft, revision, base) => saveDraft(kind, id, draft, revision, base),
        document.revision,
        unsaved === null ? document.content : null,
      ),
  );
  const [edited, setEdited] = useState<string | null>(unsaved?.title ?? null);
  const [content, setContent] = useState(document.content);
  const [brought, setBrought] = useState(document.content);
  const { data: stored, error } = useMethod('documents.state', { id });
  const sources = usePassageSources();
  const read = useMemo(() => readDocument(content), [content]);
  const saved = (stored ?? document).citations;
  // The same citations as long as nothing is cited otherwise: every mark in the text shows them.
  const ids = citedAnnotations(read).join('\n');
  const citations = useMemo(
    () => shownCitations(ids === '' ? [] : ids.split('\n'), saved, sources),
    [ids, saved, sources],
  );
  const shown = use(CitationsContext);
  useLayoutEffect(() => shown.setState({ shown: citations }), [shown, citations]);
  useTakenUp(autosave, unsaved);
  useSaveBeforeLeaving(id, autosave);
  const adopt = useCallback((newer: NotebookDocument) => {
    setEdited(null);
    setContent(newer.content);
    setBrought(newer.content);
  }, []);
  const onRest = useCallback(
    (now: LexicalContent, byPerson: boolean) => {
      // Reading a long document again must not hold up the next key.
      startTransition(() => setContent(now));
      if (byPerson) autosave.change({ content: now });
    },
    [autosave],
  );
  const takeIn = useCallback(
    (newer: NotebookDocument) => takeInChanges(editor, autosave, newer),
    [editor, autosave],
  );
  return (
    <>
      <EditorEvents stored={brought} onTouch={autosave.touch} onRest={onRest} />
      <NewerVersion kind={kind} autosave={autosave} stored={stored} onAdopt={adopt} />
      <GoToPlace documentId={id} />
      <InnerLinks />
      {children({
        id,
        kind,
        title: edited ?? (stored ?? document).title,
        setTitle: (next) => {
          setEdited(next);
          autosave.change({ title: next });
        },
        content,
        read,
        citations,
        sources,
        saves: autosave,
        retry: () => void autosave.flush(),
        save: () => saveNow(autosave),
        overwrite: () => void autosave.overwrite(),
        base: () => autosave.base,
        takeIn,
        merge: (newer, merged) => {
          autosave.resolve(newer.revision, newer.content, merged);
          editor.setEditorState(editor.parseEditorState(editorState(merged)));
        },
        reload,
        gone: error?.code === 'not-found',
        restore: async () => {
          await client.call('documents.restore', { id });
          await autosave.flush();
        },
      })}
    </>
  );
}

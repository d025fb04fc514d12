import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import {
  startTransition,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import {
  citedAnnotations,
  readDocument,
  type DocumentText,
} from '../../shared/briefing/document-text.ts';
import { blockChange } from '../../shared/briefing/block-change.ts';
import { toErrorData } from '../../shared/contract/errors.ts';
import type { Output } from '../../shared/contract/methods.ts';
import type { LexicalContent, NotebookDocument } from '../../shared/model/document.ts';
import { client } from '../api/client.ts';
import { useMethod } from '../api/use-method.ts';
import { useMessages } from '../messages/messages.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Autosave, type Draft, type Saves } from './autosave.ts';
import { takeInChanges } from './conflict/take-in-changes.ts';
import { CitationsContext, createCitations, type ShownCitations } from './citations.ts';
import { EditorEvents, fromLibrary } from './EditorEvents.tsx';
import { documentExtension, editorState, unknownTypes } from './extension.ts';
import { GoToPlace } from './GoToPlace.tsx';
import { InnerLinks } from './InnerLinks.tsx';
import { shownCitations } from './shown-citations.ts';
import { dropUnsaved, unsavedOf } from './unsaved.ts';
import { saveNow, useSaveBeforeLeaving, useTakenUp } from './use-save-before-leaving.ts';
import { usePassageSources, type PassageSources } from './use-passage-sources.ts';

export type DocumentKind = 'notes' | 'briefings';

/** A document that is open for writing. */
export interface OpenedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly setTitle: (title: string) => void;
  /** The content as it stands in the editor, at rest. */
  readonly content: LexicalContent;
  /** The same as plain text with what stands where. */
  readonly read: DocumentText;
  readonly citations: ShownCitations;
  readonly sources: PassageSources;
  readonly saves: Saves;
  readonly retry: () => void;
  /** Saves what is on the page; resolves when that is over, whether it succeeded or not. */
  readonly save: () => Promise<void>;
  readonly overwrite: () => void;
  /** What the library had when it was last the same as the page; null where that is not known. */
  readonly base: () => LexicalContent | null;
  /** Brings in what was saved elsewhere where only other paragraphs changed here; else false. */
  readonly takeIn: (saved: NotebookDocument) => boolean;
  /** Puts on the page what was made of it and of what was saved elsewhere, and saves it. */
  readonly merge: (saved: NotebookDocument, merged: LexicalContent) => void;
  /** Drops what is not saved and opens what the library has. */
  readonly reload: () => void;
  /** It was deleted elsewhere since it was opened. */
  readonly gone: boolean;
  /** Takes it out of the trash and saves what was written meanwhile. */
  readonly restore: () => Promise<void>;
}

export interface OpenDocumentProps {
  readonly kind: DocumentKind;
  readonly id: string;
  /** What stands around the page; drawn inside the editor's context. */
  readonly children: (opened: OpenedDocument) => ReactNode;
}

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'ready'; readonly document: NotebookDocument; readonly unsaved: Draft | null };

/** Loads a document and keeps it saved. One that was not loaded whole is never saved. */
export function OpenDocument(props: OpenDocumentProps) {
  const [attempt, setAttempt] = useState(0);
  return <LoadDocument key={attempt} {...props} reload={() => setAttempt((n) => n + 1)} />;
}

function LoadDocument({ kind, id, reload, children }: OpenDocumentProps & { reload: () => void }) {
  const m = useMessages();
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<Loaded> => {
      try {
        const document = await client.call(`${kind}.get`, { id });
        const types = unknownTypes(document.content).join(', ');
        if (types === '') return { kind: 'ready', ...withUnsaved(document) };
        return { kind: 'failed', reason: m('briefings.unknownNodes', { types }) };
      } catch (error) {
        return { kind: 'failed', reason: toErrorData(error).message };
      }
    };
    void (async () => {
      const now = await load();
      if (wanted) setLoaded(now);
    })();
    return () => {
      wanted = false;
    };
  }, [kind, id, m]);
  if (loaded.kind === 'loading') return <Skeleton of="page" />;
  if (loaded.kind === 'failed') {
    return <EmptyState>{m('briefings.loadFailed', { reason: loaded.reason })}</EmptyState>;
  }
  return (
    <LoadedDocument
      kind={kind}
      document={loaded.document}
      unsaved={loaded.unsaved}
      reload={() => {
        dropUnsaved(id);
        reload();
      }}
    >
      {children}
    </LoadedDocument>
  );
}

/**
 * A document with what was written on it when its page was left before it could be saved. It is
 * taken up where it was left: as changes of the revision it was written on.
 */
function withUnsaved(document: NotebookDocument): Omit<Loaded & { kind: 'ready' }, 'kind'> {
  const { id, title, content } = document;
  const kept = unsavedOf(id);
  const draft = kept?.draft ?? {};
  const news = { ...document, title: draft.title ?? title, content: draft.content ?? content };
  const isNews = news.title !== title || JSON.stringify(news.content) !== JSON.stringify(content);
  if (kept === null || !isNews || unknownTypes(news.content).length > 0) {
    dropUnsaved(id);
    return { document, unsaved: null };
  }
  return { document: { ...news, revision: kept.revision }, unsaved: draft };
}

interface LoadedDocumentProps extends Pick<OpenDocumentProps, 'kind' | 'children'> {
  readonly document: NotebookDocument;
  /** What of it is not in the library yet. */
  readonly unsaved: Draft | null;
  readonly reload: () => void;
}

/** The editor's frame. It holds no state that changes: the marks in the text hang under it. */
function LoadedDocument({ children, ...loaded }: LoadedDocumentProps) {
  const { document } = loaded;
  const [extension] = useState(() => documentExtension(document.content));
  const [citations] = useState(() => createCitations(document.id));
  return (
    <CitationsContext value={citations}>
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        <WrittenDocument {...loaded}>{children}</WrittenDocument>
      </LexicalExtensionComposer>
    </CitationsContext>
  );
}

/** The document as it is written: read at each rest, saved, and shown as the library has it. */
function WrittenDocument({ kind, document, unsaved, reload, children }: LoadedDocumentProps) {
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

/** Saves what changed since the revision; all of it where nobody knows what the library has. */
function saveDraft(
  kind: DocumentKind,
  id: string,
  { title, content }: Draft,
  revision: number | undefined,
  base: LexicalContent | null,
): Promise<{ revision: number }> {
  const named = title === undefined ? {} : { title };
  if (revision !== undefined && (base !== null || content === undefined)) {
    const change =
      content === undefined || base === null ? {} : { change: blockChange(base, content) };
    return client.call('documents.save', { id, revision, ...named, ...change });
  }
  return client.call(`${kind}.update`, {
    id,
    ...named,
    ...(content === undefined ? {} : { content }),
    ...(revision === undefined ? {} : { revision }),
  });
}

interface NewerVersionProps {
  readonly kind: DocumentKind;
  readonly autosave: Autosave;
  readonly stored: Output<'documents.state'> | undefined;
  readonly onAdopt: (document: NotebookDocument) => void;
}

/** Shows what was saved elsewhere (undo, another window) while nothing here is unsaved. */
function NewerVersion({ kind, autosave, stored, onAdopt }: NewerVersionProps) {
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

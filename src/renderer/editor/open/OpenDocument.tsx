import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { useEffect, useState } from 'react';
import { toErrorData } from '../../../shared/contract/errors.ts';
import type { NotebookDocument } from '../../../shared/model/document.ts';
import { client } from '../../api/client.ts';
import { useMessages } from '../../messages/messages.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { Draft } from '../autosave.ts';
import { CitationsContext, createCitations } from '../citations.ts';
import { documentExtension, unknownTypes } from '../extension.ts';
import { dropUnsaved, unsavedOf } from '../unsaved.ts';
import { WrittenDocument, type WrittenDocumentProps } from './WrittenDocument.tsx';

export interface OpenDocumentProps extends Pick<WrittenDocumentProps, 'kind' | 'children'> {
  readonly id: string;
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

/** The editor's frame. It holds no state that changes: the marks in the text hang under it. */
function LoadedDocument({ children, ...loaded }: WrittenDocumentProps) {
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

import { blockChange } from '../../../shared/briefing/block-change.ts';
import type { LexicalContent } from '../../../shared/model/document.ts';
import { client } from '../../api/client.ts';
import type { Draft } from '../autosave.ts';
import type { DocumentKind } from './opened-document.ts';

/** Saves what changed since the revision; all of it where nobody knows what the library has. */
export function saveDraft(
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

import { compareDocuments, wordsThat } from '../../../../shared/briefing/compare-documents.ts';
import { readDocument, type DocumentText } from '../../../../shared/briefing/document-text.ts';
import { markdownFromContent } from '../../../../shared/briefing/markdown/print.ts';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Handlers } from '../../../../shared/contract/methods.ts';
import type { LexicalContent } from '../../../../shared/model/document.ts';
import type { LibraryContext } from '../../context.ts';
import type { CitedWords } from '../citations/save.ts';
import { saveDocument } from '../save.ts';
import { anyDocumentRow, toDocument } from '../store.ts';
import { topicOf } from '../titles.ts';
import { toVersion, versionStore, type VersionRow } from './store.ts';

type Methods =
  | 'versions.list'
  | 'versions.get'
  | 'versions.create'
  | 'versions.update'
  | 'versions.delete'
  | 'versions.compare'
  | 'versions.restore';

const contentIn = ({ content }: { content: string }) => JSON.parse(content) as LexicalContent;

/** "“Draft for Ann”", or the version's moment where it has no name. */
const labelOf = ({ name, created }: VersionRow): string =>
  name === null ? `of ${created.slice(0, 16).replace('T', ' ')} UTC` : `“${name}”`;

export function versionHandlers(context: LibraryContext): Handlers<Methods> {
  const { db, commands, now, newId } = context;
  const store = versionStore(db);

  const read = (row: { content: string }): DocumentText => readDocument(contentIn(row));

  return {
    'versions.list': ({ documentId }) => {
      const items = store.list(anyDocumentRow(db, documentId).seq).map(toVersion);
      return { items, total: items.length };
    },

    'versions.get': ({ id }) => {
      const row = store.get(id);
      const content = contentIn(row);
      return { ...toVersion(row), content, markdown: markdownFromContent(content), text: row.text };
    },

    'versions.create': ({ documentId, name }) => {
      const row = anyDocumentRow(db, documentId);
      const id = newId();
      commands.run(
        `Keep version “${name}” of ${row.kind} “${row.title}”`,
        { topics: [topicOf[row.kind]] },
        () => store.insert(id, row, name),
      );
      return toVersion(store.get(id));
    },

    'versions.update': ({ id, name }) => {
      const row = store.get(id);
      const { kind } = anyDocumentRow(db, row.document_id);
      commands.run(`Name version “${name}” of “${row.title}”`, { topics: [topicOf[kind]] }, () =>
        store.rename(row.seq, name),
      );
      return toVersion(store.get(id));
    },

    'versions.delete': ({ id }) => {
      const row = store.get(id);
      const { kind } = anyDocumentRow(db, row.document_id);
      commands.run(
        `Delete version ${labelOf(row)} of “${row.title}”`,
        { topics: [topicOf[kind]] },
        () => store.delete(row.seq),
      );
      return { id };
    },

    'versions.compare': ({ id, with: other }) => {
      const before = store.get(id);
      const after = other === undefined ? anyDocumentRow(db, before.document_id) : store.get(other);
      if ('document' in after && after.document !== before.document) {
        throw new AttacheError(
          'invalid-input',
          'Only two versions of the same document can be compared.',
          { field: 'with' },
        );
      }
      const blocks = compareDocuments(read(before), read(after));
      return { blocks, added: wordsThat(blocks, 'added'), removed: wordsThat(blocks, 'removed') };
    },

    'versions.restore': ({ id }) => {
      const version = store.get(id);
      const row = anyDocumentRow(db, version.document_id);
      commands.run(
        `Restore version ${labelOf(version)} of ${row.kind} “${row.title}”`,
        { topics: [topicOf[row.kind], 'annotations'] },
        () => {
          if (store.newest(row.seq)?.content !== row.content) store.insert(newId(), row, null);
          const content = contentIn(version);
          const cited = JSON.parse(version.cited) as CitedWords[];
          saveDocument(db, row, { title: version.title, content }, now(), cited);
        },
      );
      return toDocument(db, anyDocumentRow(db, row.id));
    },
  };
}

import { contentFromMarkdown } from '../../../../shared/briefing/markdown/read.ts';
import { compareDocuments, wordsThat } from '../../../../shared/briefing/compare-documents.ts';
import { readDocument, type DocumentText } from '../../../../shared/briefing/document-text.ts';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { lexicalContentSchema, type LexicalContent } from '../../../../shared/model/document.ts';
import type { Row } from '../../storage/database.ts';
import type { OtherDetails } from './articles.ts';
import { derivedId } from './derived-id.ts';
import type { MergeContext } from './merge-context.ts';

type DocumentRow = Row & {
  trashed: string | null;
  seq: number;
  id: string;
  kind: 'note' | 'briefing';
  title: string;
  content: string;
  text: string;
  modified: string;
};

/** A document nobody could open would be worth nothing here. */
function checkContent({ title, content }: DocumentRow): void {
  try {
    readDocument(lexicalContentSchema.parse(JSON.parse(content)));
  } catch (cause) {
    throw new AttacheError(
      'damaged-file',
      `Nothing was merged: the document “${title}” in the bundle cannot be read. Get the bundle again from where it came from.`,
      { cause },
    );
  }
}

/**
 * Brings notes and briefings in. One that was only written on further in the bundle takes the
 * place of the library's, which stays as a version; one that was changed on both sides comes
 * beside it under a title that says so, or stays as a version of the one that was chosen.
 */
export function mergeDocuments(context: MergeContext): void {
  const rows = context.theirs
    .prepare<DocumentRow>('SELECT * FROM documents WHERE trashed IS NULL ORDER BY seq')
    .all();
  for (const row of rows) {
    checkContent(row);
    mergeDocument(context, row);
  }
}

const versionsOf = (db: MergeContext['ours'], seq: number): Set<string> =>
  new Set(
    db
      .prepare<{ content: string }>('SELECT content FROM document_versions WHERE document = ?')
      .all(seq)
      .map(({ content }) => content),
  );

function mergeDocument(context: MergeContext, theirs: DocumentRow): void {
  const { ours } = context;
  const byId = ours.prepare<DocumentRow>('SELECT * FROM documents WHERE id = ?');
  const row = { ...theirs, content: context.rewrite(theirs.content) };
  const found = byId.get(theirs.id);
  const { id, kind, title } = theirs;
  if (found === undefined) {
    if (!context.comesIn('documents', { id, kind, title })) return;
    insertDocument(context, row, {});
    context.added[kind] += 1;
    return;
  }
  context.place('documents', theirs.seq, found.seq);
  if (found.trashed !== null) {
    if (context.comesIn('documents', { id, kind, title })) bringBack(context, row, found);
    return;
  }
  const contents = new Set([theirs.content, row.content]);
  if (contents.has(found.content)) {
    mergeVersions(context, theirs.seq, true);
    if (found.title === title) context.same[kind] += 1;
    else mergeTitle(context, row, found);
    return;
  }
  const kept = versionsOf(ours, found.seq);
  if ([...contents].some((content) => kept.has(content))) {
    context.same[theirs.kind] += 1;
  } else if (versionsOf(context.theirs, theirs.seq).has(found.content)) {
    writeOn(context, row, found);
    context.completed[theirs.kind] += 1;
  } else {
    settle(context, row, found);
  }
}

/** Takes a document out of the trash, as the bundle has it; what was thrown away stays as a version. */
function bringBack(context: MergeContext, row: DocumentRow, ours: DocumentRow): void {
  context.ours.prepare('UPDATE documents SET trashed = NULL WHERE seq = ?').run(ours.seq);
  keepAsVersion(context, ours, ours.seq);
  writeOn(context, row, ours);
  context.completed[row.kind] += 1;
}

/** Keeps a state of a document under the bundle's name. */
function keepAsVersion(context: MergeContext, row: DocumentRow, document: number): void {
  const { ours, name, at } = context;
  const id = derivedId('merge', 'versions', row.id, row.title, row.content);
  if (ours.prepare('SELECT 1 FROM document_versions WHERE id = ?').get(id) !== undefined) return;
  const { title, content, text } = row;
  context.insert('document_versions', {
    id,
    document,
    name,
    title,
    content,
    text,
    cited: '[]',
    created: at,
  });
}

/** The same words under two titles. */
function mergeTitle(context: MergeContext, row: DocumentRow, ours: DocumentRow): void {
  const choice = context.decide({
    kind: row.kind,
    title: ours.title,
    what: `Its title in the bundle is ${row.title}`,
    cause: 'changed',
    key: ['documents', row.id, 'title', ours.title, row.title],
    choices: ['mine', 'theirs'],
  });
  if (choice !== 'theirs') return;
  context.ours.prepare('UPDATE documents SET title = ? WHERE seq = ?').run(row.title, ours.seq);
}

const words = (count: number): string => `${count} ${count === 1 ? 'word is' : 'words are'}`;

const documentIn = ({ content }: DocumentRow): DocumentText =>
  readDocument(JSON.parse(content) as LexicalContent);

/** Does what was chosen about a document that both sides changed; both stay where nobody chose. */
function settle(context: MergeContext, row: DocumentRow, ours: DocumentRow): void {
  const id = derivedId('merge', 'documents', row.id, row.title, row.content);
  const known = context.ours
    .prepare<{ seq: number }>('SELECT seq FROM documents WHERE id = ?')
    .get(id);
  if (known !== undefined || context.gone.deletedHere('documents').has(id)) {
    context.same[row.kind] += 1;
    return;
  }
  const changes = compareDocuments(documentIn(ours), documentIn(row));
  const [here, there] = [wordsThat(changes, 'removed'), wordsThat(changes, 'added')];
  const choice = context.decide({
    kind: row.kind,
    title: row.title,
    what: `${words(here)} only here, ${words(there)} only in the bundle`,
    changes,
    cause: 'changed',
    key: ['documents', row.id, ours.content, row.content],
    choices: ['both', 'mine', 'theirs'],
  });
  if (choice === 'both') {
    insertDocument(context, row, { id, title: `${row.title} (${context.name})` });
  } else if (choice === 'mine') {
    keepAsVersion(context, row, ours.seq);
  } else if (choice === 'theirs') {
    keepAsVersion(context, ours, ours.seq);
    writeOn(context, row, ours);
  } else {
    context.same[row.kind] += 1;
  }
}

/** Takes the bundle's later state over; what was here is among the versions that come along. */
function writeOn(context: MergeContext, row: DocumentRow, ours: DocumentRow): void {
  context.ours
    .prepare(
      `UPDATE documents SET title = ?, content = ?, text = ?, modified = ?, revision = revision + 1
       WHERE seq = ?`,
    )
    .run(row.title, row.content, row.text, row.modified, ours.seq);
  for (const table of ['citations', 'document_links']) {
    context.ours.prepare(`DELETE FROM "${table}" WHERE document = ?`).run(ours.seq);
  }
  mergeParts(context, row.seq);
  mergeVersions(context, row.seq, false);
}

function insertDocument(context: MergeContext, row: DocumentRow, changes: Partial<Row>): void {
  const own = context.translate('documents', row);
  if (own === null) return;
  const seq = context.insert('documents', { ...own, ...(changes as Row) });
  context.place('documents', row.seq, seq);
  mergeParts(context, row.seq);
  mergeVersions(context, row.seq, false);
}

/** Citations and links of a document, read from its content when it was saved. */
function mergeParts(context: MergeContext, theirSeq: number): void {
  for (const table of ['citations', 'document_links']) {
    for (const part of context.theirs
      .prepare(`SELECT * FROM "${table}" WHERE document = ?`)
      .all(theirSeq)) {
      const own = context.translate(table, part);
      if (own === null) continue;
      for (const name of ['annotation_id', 'article_id', 'target']) {
        const id = own[name];
        if (typeof id === 'string') own[name] = context.ids.get(id) ?? id;
      }
      context.insert(table, own);
    }
  }
}

/** Versions the library does not have; of a document it knows, those that were given a name. */
function mergeVersions(context: MergeContext, theirSeq: number, onlyNamed: boolean): void {
  const known = context.ours.prepare('SELECT 1 FROM document_versions WHERE id = ?');
  const rows = context.theirs
    .prepare('SELECT * FROM document_versions WHERE document = ? ORDER BY seq')
    .all(theirSeq);
  for (const row of rows) {
    if (known.get(row['id'] ?? '') !== undefined || (onlyNamed && row['name'] === null)) continue;
    const own = context.translate('document_versions', row);
    if (own === null) continue;
    context.insert('document_versions', {
      ...own,
      content: context.rewrite(String(own['content'])),
    });
  }
}

/** What the bundle says otherwise about an article: a note about it, or taken over where chosen. */
export function mergeOtherDetails(
  context: MergeContext,
  { article, id, title, lines, values }: OtherDetails,
): void {
  const { ours, name, at } = context;
  const noteId = derivedId('merge', 'details', id, ...lines);
  const known = ours.prepare('SELECT 1 FROM documents WHERE id = ?').get(noteId);
  if (known !== undefined || context.gone.deletedHere('documents').has(noteId)) return;
  const choice = context.decide({
    kind: 'article',
    title,
    what: lines.join('; '),
    cause: 'changed',
    key: ['articles', id, JSON.stringify(values)],
    choices: ['both', 'mine', 'theirs'],
  });
  if (choice === 'theirs') {
    for (const { column, there } of values) {
      ours.prepare(`UPDATE articles SET "${column}" = ? WHERE seq = ?`).run(there, article);
    }
  }
  if (choice !== 'both') return;
  const list = lines.map((line) => `- ${line.replaceAll(/\s+/gu, ' ')}`).join('\n');
  const content = contentFromMarkdown(list);
  context.insert('documents', {
    id: noteId,
    kind: 'note',
    title: `Other details in ${name}`,
    content: JSON.stringify(content),
    text: readDocument(content).text,
    article,
    actor: null,
    created: at,
    modified: at,
  });
}

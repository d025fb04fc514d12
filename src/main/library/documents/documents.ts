import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Handlers, Parsed } from '../../../shared/contract/methods.ts';
import { withBlockChange } from '../../../shared/briefing/block-change.ts';
import { content as contentOfBlocks, paragraph } from '../../../shared/briefing/content.ts';
import { citedAnnotations, readDocument } from '../../../shared/briefing/document-text.ts';
import { contentFromMarkdown } from '../../../shared/briefing/markdown/read.ts';
import type { LexicalContent } from '../../../shared/model/document.ts';
import type { LibraryContext } from '../context.ts';
import { checkContent } from './check.ts';
import { resolveCitations } from './citations/resolve.ts';
import { citedWords } from './citations/save.ts';
import {
  anyDocumentRow,
  contentOf,
  documentRow,
  documentRows,
  keyOf,
  titlesOf,
  toDocument,
  toSummary,
  trashedDocumentRow,
  type DocumentRow,
} from './store.ts';
import { briefingTemplate } from './template.ts';
import { insertDocument } from './insert.ts';
import { restoreDocument } from './restore.ts';
import { saveDocument } from './save.ts';
import {
  proposeTitle,
  splitTitle,
  topicOf,
  untitledBriefing,
  type DocumentKind,
} from './titles.ts';
import { templateContent } from './templates.ts';
import { keepIfDue } from './versions/automatic.ts';

type GivenContent = NonNullable<Parsed<'notes.create'>['content']>;

const lexicalOf = (content: GivenContent): LexicalContent =>
  'root' in content ? content : contentFromMarkdown(content.markdown);

function givenContent(input: Pick<Parsed<'notes.create'>, 'markdown' | 'content'>) {
  if (input.markdown !== undefined && input.content !== undefined) {
    throw new AttacheError(
      'invalid-input',
      'Give a document as markdown or as content, not both.',
      {
        field: 'markdown',
      },
    );
  }
  if (input.content !== undefined) return lexicalOf(input.content);
  return input.markdown === undefined ? undefined : contentFromMarkdown(input.markdown);
}

export function documentHandlers(
  context: LibraryContext,
): Handlers<
  | 'documents.state'
  | 'documents.save'
  | 'documents.restore'
  | 'notes.create'
  | 'notes.get'
  | 'notes.update'
  | 'notes.delete'
  | 'notes.list'
  | 'briefings.create'
  | 'briefings.get'
  | 'briefings.update'
  | 'briefings.delete'
  | 'briefings.list'
  | 'briefings.check'
> {
  const { db, commands, now, newId } = context;
  const get = (kind: DocumentKind, id: string) => toDocument(db, documentRow(db, kind, id));

  function create(kind: DocumentKind, input: Parsed<'briefings.create'>) {
    const given =
      givenContent(input) ?? (input.template === 'briefing' ? briefingTemplate() : undefined);
    const named = input.title === undefined || input.title === '' ? undefined : input.title;
    const split =
      named === undefined && given !== undefined && input.template === undefined
        ? splitTitle(given)
        : { content: given ?? contentOfBlocks(paragraph()) };
    const read = readDocument(split.content);
    const title =
      named ??
      split.title ??
      (input.template === 'briefing'
        ? untitledBriefing(titlesOf(db, 'briefing'))
        : proposeTitle(kind, given === undefined ? '' : read.text));
    const id = newId();
    const cited = citedAnnotations(read);
    const { articleId, actorId } = input.about ?? {};
    commands.run(
      `Create ${kind} “${title}”`,
      { topics: cited.length === 0 ? [topicOf[kind]] : [topicOf[kind], 'annotations'] },
      () => {
        const article = articleId === undefined ? null : keyOf(db, 'articles', articleId);
        const actor = actorId === undefined ? null : keyOf(db, 'actors', actorId);
        insertDocument(db, { id, kind, title, content: split.content, article, actor }, now());
      },
    );
    return get(kind, id);
  }

  /** A note or a template of one's own as the content and title a briefing begins with. */
  function begun(input: Parsed<'briefings.create'>): Parsed<'briefings.create'> {
    const { noteId, templateId } = input;
    const starts = [noteId, templateId, input.template, input.content ?? input.markdown];
    if (starts.filter((start) => start !== undefined).length > 1) {
      throw new AttacheError(
        'invalid-input',
        'A briefing begins with one thing: words, a template, or a note. Give one of them.',
        { field: noteId === undefined ? 'templateId' : 'noteId' },
      );
    }
    if (templateId !== undefined) {
      const title = input.title ?? untitledBriefing(titlesOf(db, 'briefing'));
      return { ...input, title, content: templateContent(db, templateId) };
    }
    if (noteId === undefined) return input;
    const note = documentRow(db, 'note', noteId);
    return { ...input, title: input.title ?? note.title, content: contentOf(note) };
  }

  function mustBeCurrent({ title, revision }: DocumentRow, known: number | undefined) {
    if (known === undefined || known === revision) return;
    throw new AttacheError(
      'conflict',
      `“${title}” was saved in another place since it was opened here. Nothing was overwritten: keep a copy of your words, then open it again.`,
      { field: 'revision' },
    );
  }

  function save(row: DocumentRow, content: LexicalContent, wanted: string | undefined) {
    const { kind } = row;
    const read = readDocument(content);
    const proposed = row.title === proposeTitle(kind, row.text);
    const named = wanted === undefined || wanted === '' ? undefined : wanted;
    const title = named ?? (proposed ? proposeTitle(kind, read.text) : row.title);
    if (title === row.title && JSON.stringify(content) === row.content) return;
    const cited = citedAnnotations(read);
    const before = citedWords(db, row.seq).map(({ annotation_id }) => annotation_id);
    const sameCitations = cited.join('\n') === before.join('\n');
    keepIfDue(context, row, read.text);
    commands.run(
      `Edit ${kind} “${title}”`,
      { topics: sameCitations ? [topicOf[kind]] : [topicOf[kind], 'annotations'] },
      () => {
        saveDocument(db, row, { title, content }, now());
      },
      { coalesce: `document ${row.id}` },
    );
  }

  function update(kind: DocumentKind, input: Parsed<'notes.update'>) {
    const row = documentRow(db, kind, input.id);
    mustBeCurrent(row, input.revision);
    save(row, givenContent(input) ?? contentOf(row), input.title);
    return get(kind, row.id);
  }

  /** Its citations stay: they know words that may be gone when it comes back. */
  function remove(kind: DocumentKind, id: string) {
    const row = documentRow(db, kind, id);
    commands.run(
      `Delete ${kind} “${row.title}”`,
      { topics: [topicOf[kind], 'annotations'] },
      () => {
        db.prepare('UPDATE documents SET trashed = ? WHERE seq = ?').run(
          now().toISOString(),
          row.seq,
        );
      },
    );
    return { id };
  }

  function restore(id: string) {
    const { kind, title } = trashedDocumentRow(db, id);
    commands.run(`Restore ${kind} “${title}”`, { topics: [topicOf[kind], 'annotations'] }, () =>
      restoreDocument(db, id),
    );
    return { id };
  }

  function list(kind: DocumentKind, filter: Parsed<'notes.list'>) {
    const items = documentRows(db, kind, { ...filter, ...filter.about }).map(toSummary);
    return { items, total: items.length };
  }

  return {
    'documents.state': ({ id }) => {
      const { seq, title, revision } = anyDocumentRow(db, id);
      return { id, title, revision, citations: resolveCitations(db, seq) };
    },
    'documents.save': ({ id, revision, title, change }) => {
      const row = anyDocumentRow(db, id);
      mustBeCurrent(row, revision);
      const stored = contentOf(row);
      save(row, change === undefined ? stored : withBlockChange(stored, change), title);
      return { id, revision: anyDocumentRow(db, id).revision };
    },
    'documents.restore': ({ id }) => restore(id),
    'notes.create': (input) => create('note', input),
    'notes.get': ({ id }) => get('note', id),
    'notes.update': (input) => update('note', input),
    'notes.delete': ({ id }) => remove('note', id),
    'notes.list': (input) => list('note', input),
    'briefings.create': (input) => create('briefing', begun(input)),
    'briefings.get': ({ id }) => get('briefing', id),
    'briefings.update': (input) => update('briefing', input),
    'briefings.delete': ({ id }) => remove('briefing', id),
    'briefings.list': (input) => list('briefing', input),
    'briefings.check': ({ id, content }) => {
      const stored = documentRow(db, 'briefing', id);
      return checkContent(db, content === undefined ? contentOf(stored) : lexicalOf(content));
    },
  };
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { annotationHandlers } from '../../annotations/annotations.ts';
import { documentHandlers } from '../documents.ts';
import { testNotebook } from '../test-notebook.ts';
import { versionHandlers } from '../versions/versions.ts';
import { citationHandlers } from './citations.ts';

let notebook: ReturnType<typeof testNotebook>;
let annotations: ReturnType<typeof annotationHandlers>;
let documents: ReturnType<typeof documentHandlers>;
let citations: ReturnType<typeof citationHandlers>;
let articleId: string;
let annotationId: string;
let documentId: string;

const text = 'The ferry will sail on Monday. Nobody expects a crowd. Nobody expects rain.';

beforeEach(async () => {
  notebook = testNotebook();
  annotations = annotationHandlers(notebook.context);
  documents = documentHandlers(notebook.context);
  citations = citationHandlers(notebook.context);
  articleId = notebook.addArticle({ title: 'Ferry to reopen', text });
  annotationId = notebook.annotate(articleId, 'will sail on Monday');
  const made = await documents['briefings.create']({
    title: 'Week',
    markdown: `It is quiet. The ferry sails.[@${annotationId}]`,
  });
  documentId = made.id;
});
afterEach(() => notebook.dispose());

const citation = async () => {
  const [first] = (await documents['briefings.get']({ id: documentId })).citations;
  return first;
};
const both = () => ({ documentId, annotationId });
const codeOf = async (work: () => unknown) => {
  try {
    await work();
  } catch (error) {
    return error instanceof AttacheError ? error.code : error;
  }
  return null;
};
const setArticle = (column: string, value: string) =>
  void notebook.context.db
    .prepare(`UPDATE articles SET ${column} = ? WHERE id = ?`)
    .run(value, articleId);
const setStatus = (status: string, start: number, end: number) =>
  void notebook.context.db
    .prepare('UPDATE annotations SET status = ?, start = ?, "end" = ? WHERE id = ?')
    .run(status, start, end, annotationId);

describe('a citation says what became of its passage', () => {
  it('when other words were marked, and takes them or keeps its own', async () => {
    await annotations['annotations.update']({ id: annotationId, start: 4, end: 29 });
    expect(await citation()).toMatchObject({
      change: 'changed',
      quote: 'ferry will sail on Monday',
      cited: { quote: 'will sail on Monday' },
    });
    await citations['citations.keep'](both());
    expect(await citation()).toMatchObject({
      change: null,
      kept: true,
      quote: 'will sail on Monday',
    });
    await annotations['annotations.update']({ id: annotationId, start: 0, end: 29 });
    expect(await citation()).toMatchObject({ change: 'changed', kept: false });
    await citations['citations.update'](both());
    expect(await citation()).toMatchObject({
      change: null,
      kept: false,
      cited: { quote: 'The ferry will sail on Monday' },
    });
  });

  it('when its tags changed', async () => {
    await annotations['annotations.update']({ id: annotationId, tags: ['sea', 'date'] });
    expect(await citation()).toMatchObject({ change: 'retagged', tags: ['date', 'sea'] });
    await citations['citations.keep'](both());
    expect(await citation()).toMatchObject({ change: null, kept: true });
    notebook.context.commands.undo();
    expect(await citation()).toMatchObject({ change: 'retagged' });
    await annotations['annotations.update']({ id: annotationId, tags: [] });
    expect(await citation()).toMatchObject({ change: null, kept: false });
  });

  it('when it moved, and then takes its new place', async () => {
    setStatus('moved', 31, 54);
    expect(await citation()).toMatchObject({ change: 'moved', status: 'moved' });
    await citations['citations.update'](both());
    expect(await citation()).toMatchObject({
      change: null,
      status: 'exact',
      quote: 'Nobody expects a crowd.',
    });
  });

  it('when it moved again, though the writer lived with that once', async () => {
    setStatus('moved', 31, 54);
    await citations['citations.keep'](both());
    expect(await citation()).toMatchObject({ change: null, kept: true });
    setStatus('exact', 10, 29);
    setStatus('moved', 31, 54);
    expect(await citation()).toMatchObject({ change: null, kept: true });
    await citations['citations.update'](both());
    setStatus('moved', 31, 54);
    expect(await citation()).toMatchObject({ change: 'moved', kept: false });
  });

  it('when its article is in the trash', async () => {
    setArticle('trashed', '2031-05-01');
    expect(await citation()).toMatchObject({ change: 'trashed', quote: 'will sail on Monday' });
  });

  it('when it was deleted: the words stay, and are marked again', async () => {
    await annotations['annotations.update']({ id: annotationId, tags: ['sea'] });
    await citations['citations.update'](both());
    await annotations['annotations.delete']({ id: annotationId });
    expect(await citation()).toMatchObject({
      change: 'deleted',
      quote: 'will sail on Monday',
      title: 'Ferry to reopen',
    });
    expect(await codeOf(() => citations['citations.update'](both()))).toBe('not-found');
    await citations['citations.refind'](both());
    expect(await citation()).toMatchObject({ change: null, status: 'exact', tags: ['sea'] });
    expect(await annotations['annotations.get']({ id: annotationId })).toMatchObject({
      start: 10,
      citedIn: [documentId],
    });
    notebook.context.commands.undo();
    await citations['citations.keep'](both());
    expect(await citation()).toMatchObject({ change: null, kept: true, status: 'deleted' });
  });
});

describe('the words of a deleted passage', () => {
  it('are not marked where they stand twice, or not at all', async () => {
    const twice = notebook.annotate(articleId, 'Nobody expects');
    await documents['briefings.update']({
      id: documentId,
      markdown: `A.[@${twice}] B.[@${annotationId}]`,
    });
    notebook.removeAnnotation(twice);
    const refind = citations['citations.refind'];
    expect(await codeOf(() => refind({ documentId, annotationId: twice }))).toBe('conflict');
    notebook.removeAnnotation(annotationId);
    notebook.context.db.prepare("UPDATE texts SET text = 'Other words.'").run();
    expect(await codeOf(() => refind(both()))).toBe('not-found');
  });

  it('outlast the trash, and so does what the writer decided', async () => {
    const other = notebook.annotate(articleId, 'Nobody expects rain');
    await documents['briefings.update']({
      id: documentId,
      markdown: `A.[@${annotationId}] B.[@${other}]`,
    });
    await annotations['annotations.update']({ id: other, start: 31, end: 45 });
    await citations['citations.keep']({ documentId, annotationId: other });
    const before = (await documents['briefings.get']({ id: documentId })).citations;
    await documents['briefings.delete']({ id: documentId });
    notebook.removeAnnotation(annotationId);
    expect(await citations['citations.list']({ annotationId: other })).toMatchObject({ total: 0 });
    await documents['documents.restore']({ id: documentId });
    const [gone, kept] = (await documents['briefings.get']({ id: documentId })).citations;
    expect(gone).toMatchObject({ change: 'deleted', quote: 'will sail on Monday' });
    expect(kept).toEqual(before[1]);
    expect(kept).toMatchObject({ kept: true, cited: { quote: 'Nobody expects rain' } });
  });

  it('come back with a version that cites them', async () => {
    const versions = versionHandlers(notebook.context);
    const { id } = await versions['versions.create']({ documentId, name: 'Cited' });
    await documents['briefings.update']({ id: documentId, markdown: 'Nothing cited.' });
    notebook.removeAnnotation(annotationId);
    await versions['versions.restore']({ id });
    expect(await citation()).toMatchObject({ change: 'deleted', quote: 'will sail on Monday' });
  });
});

it('citations are numbered in the order of the document, also when only that changes', async () => {
  const crowd = notebook.annotate(articleId, 'Nobody expects a crowd');
  const numbered = async (markdown: string) => {
    const update = documents['briefings.update'];
    const { citations: all } = await update({ id: documentId, markdown });
    return all.map((one) => [one.annotationId, one.number]);
  };
  expect(await numbered(`A.[@${annotationId}] B.[@${crowd}]`)).toEqual([
    [annotationId, 1],
    [crowd, 2],
  ]);
  expect(await numbered(`B.[@${crowd}] A.[@${annotationId}]`)).toEqual([
    [crowd, 1],
    [annotationId, 2],
  ]);
});

it('a passage that is gone is cited by the words that any document keeps of it', async () => {
  const { db } = notebook.context;
  const cite = (title: string) =>
    documents['briefings.create']({ title, markdown: `It sails.[@${annotationId}]` });
  notebook.removeAnnotation(annotationId);
  const { id } = await cite('Of a document that never knew');
  db.prepare(
    "UPDATE citations SET quote = '' WHERE document = (SELECT seq FROM documents WHERE id = ?)",
  ).run(id);
  const [found] = (await documents['briefings.get']({ id: (await cite('Later')).id })).citations;
  expect(found).toMatchObject({ change: 'deleted', quote: 'will sail on Monday' });
});

it('a passage says in which documents and sentences it is cited', async () => {
  const note = await documents['notes.create']({ markdown: `See[@${annotationId}]` });
  const { items } = await citations['citations.list']({ annotationId });
  expect(items).toHaveLength(2);
  expect(items).toContainEqual({
    documentId,
    kind: 'briefing',
    title: 'Week',
    sentences: [{ text: 'The ferry sails.', start: 13, end: 29 }],
  });
  await documents['notes.delete']({ id: note.id });
  expect((await citations['citations.list']({ annotationId })).total).toBe(1);
});

it('a citation comes with the words around its passage', async () => {
  expect(await citations['citations.get'](both())).toMatchObject({
    before: 'The ferry ',
    after: '. Nobody expects a crowd. Nobody expects rain.',
  });
  setStatus('orphaned', 10, 29);
  expect(await citations['citations.get'](both())).toMatchObject({
    change: 'orphaned',
    before: '',
    after: '',
  });
  expect(await codeOf(() => citations['citations.get']({ documentId, annotationId: 'no' }))).toBe(
    'not-found',
  );
});

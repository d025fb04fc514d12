import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { content, paragraph, text } from '../../../shared/briefing/content.ts';
import type { ContentNode } from '../../../shared/briefing/content.ts';
import { documentHandlers } from './documents.ts';
import { templateHandlers } from './templates.ts';
import { testLibrary } from '../test-library.ts';
import { testNotebook } from './test-notebook.ts';

let notebook: ReturnType<typeof testNotebook>;
let handlers: ReturnType<typeof documentHandlers>;

beforeEach(() => {
  notebook = testNotebook();
  handlers = documentHandlers(notebook.context);
});
afterEach(() => notebook.dispose());

const ferry = {
  title: 'Ferry to reopen',
  text: 'The ferry will sail on Monday. Nobody expects a crowd.',
  outlet: 'The Daily Quay',
  issued: '2031-04',
};

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    return error instanceof AttacheError ? error.code : String(error);
  }
  return 'no error';
};

describe('documents', () => {
  it('keeps a briefing as content, Markdown and text', async () => {
    const made = await handlers['briefings.create']({
      markdown: '# Harbour week\n\n## Bottom line\n\nThe **ferry** sails.',
    });
    expect(made).toMatchObject({
      title: 'Harbour week',
      text: 'Bottom line\nThe ferry sails.',
      markdown: '## Bottom line\n\nThe **ferry** sails.\n',
      revision: 1,
      words: 5,
    });
    expect(await handlers['briefings.get']({ id: made.id })).toEqual(made);
  });

  it('saves what changed since a revision, and refuses what was changed elsewhere', async () => {
    const { id, revision } = await handlers['notes.create']({ markdown: 'One.\n\nTwo.\n\nThree.' });
    const change = { start: 1, removed: 1, blocks: [paragraph(text('Second.')), paragraph()] };
    expect(await handlers['documents.save']({ id, revision, title: 'Count', change })).toEqual({
      id,
      revision: revision + 1,
    });
    expect(await handlers['notes.get']({ id })).toMatchObject({
      title: 'Count',
      text: 'One.\nSecond.\n\nThree.',
    });
    expect(await codeOf(() => handlers['documents.save']({ id, revision, change }))).toBe(
      'conflict',
    );
    const beyond = { id, revision: revision + 1, change: { start: 4, removed: 1, blocks: [] } };
    expect(await codeOf(() => handlers['documents.save'](beyond))).toBe('invalid-input');
  });

  it('takes a briefing out of the trash with its words and what it cites', async () => {
    const passage = notebook.annotate(notebook.addArticle(ferry), 'will sail on Monday');
    const made = await handlers['briefings.create']({ markdown: `It sails.[@${passage}]` });
    const { id } = made;
    await handlers['briefings.delete']({ id });
    expect(await codeOf(() => handlers['briefings.get']({ id }))).toBe('not-found');
    expect((await handlers['briefings.list']({ trashed: true })).items).toMatchObject([{ id }]);
    expect(await handlers['documents.restore']({ id })).toEqual({ id });
    expect(await handlers['briefings.get']({ id })).toEqual(made);
    expect(await codeOf(() => handlers['documents.restore']({ id }))).toBe('not-found');
  });

  it('takes content as Lexical JSON, as its text, and as Markdown', async () => {
    const markdown = 'The **ferry** sails.\n';
    const { content: lexical } = await handlers['notes.create']({ markdown });
    const library = testLibrary();
    try {
      for (const given of [lexical, JSON.stringify(lexical), { markdown }]) {
        const made = await library.call('notes.create', { title: 'A note', content: given });
        expect(made).toMatchObject({ markdown, content: lexical });
        const { id } = await library.call('briefings.create', { content: given });
        expect(await library.call('briefings.update', { id, content: given })).toMatchObject({
          markdown,
        });
        const { total } = await library.call('briefings.check', { id, content: given });
        expect(total).toBe(1);
      }
      for (const wrong of ['no document', '[]', '{"root":7}']) {
        await expect(library.call('notes.create', { content: wrong })).rejects.toMatchObject({
          code: 'invalid-input',
        });
      }
    } finally {
      await library.dispose();
    }
  });

  it('resolves citations to the passage as it is now', async () => {
    const article = notebook.addArticle(ferry);
    const passage = notebook.annotate(article, 'will sail on Monday');
    const { citations, markdown } = await handlers['briefings.create']({
      markdown: `The ferry sails.[@${passage}] It is full.[@${passage}]`,
    });
    expect(citations).toEqual([
      {
        annotationId: passage,
        number: 1,
        articleId: article,
        quote: 'will sail on Monday',
        start: 10,
        end: 29,
        status: 'exact',
        change: null,
        kept: false,
        cited: { quote: 'will sail on Monday', tags: [] },
        tags: [],
        title: 'Ferry to reopen',
        'container-title': 'The Daily Quay',
        issued: '2031-04',
        URL: null,
        origin: null,
      },
    ]);
    expect(markdown).toBe(`The ferry sails.[@${passage}] It is full.[@${passage}]\n`);
  });

  it('keeps the words of a passage that was deleted', async () => {
    const article = notebook.addArticle(ferry);
    const passage = notebook.annotate(article, 'Nobody expects a crowd');
    const { id } = await handlers['briefings.create']({ markdown: `Quiet.[@${passage}]` });
    notebook.removeAnnotation(passage);
    await handlers['briefings.update']({ id, markdown: `Very quiet.[@nothing] [@${passage}]` });
    const { citations } = await handlers['briefings.get']({ id });
    expect(citations.map(({ status, quote, title }) => [status, quote, title])).toEqual([
      ['deleted', '', ''],
      ['deleted', 'Nobody expects a crowd', 'Ferry to reopen'],
    ]);
  });

  it('refuses a save over a newer one and keeps what is stored', async () => {
    const { id } = await handlers['notes.create']({ markdown: 'One.' });
    await handlers['notes.update']({ id, markdown: 'Two.', revision: 1 });
    expect(
      await codeOf(() => handlers['notes.update']({ id, markdown: 'Lost.', revision: 1 })),
    ).toBe('conflict');
    expect(await handlers['notes.get']({ id })).toMatchObject({ text: 'Two.', revision: 2 });
  });

  it('names a document after its first words until somebody names it', async () => {
    const { id, title } = await handlers['notes.create']({});
    expect(title).toBe('Untitled note');
    expect((await handlers['notes.update']({ id, markdown: 'Ask about the pier' })).title).toBe(
      'Ask about the pier',
    );
    await handlers['notes.update']({ id, title: 'Pier' });
    expect((await handlers['notes.update']({ id, markdown: 'Something else' })).title).toBe('Pier');
  });

  it('lists notes by what they are about and hides those in the trash', async () => {
    const article = notebook.addArticle(ferry);
    const about = await handlers['notes.create']({
      markdown: 'On it',
      about: { articleId: article },
    });
    const free = await handlers['notes.create']({ markdown: 'Free' });
    const ids = async (filter: Parameters<(typeof handlers)['notes.list']>[0]) =>
      (await handlers['notes.list'](filter)).items.map(({ id }) => id);
    expect(await ids({ articleId: article })).toEqual([about.id]);
    await handlers['notes.delete']({ id: free.id });
    expect(await ids({})).toEqual([about.id]);
    expect(await ids({ trashed: true })).toEqual([free.id]);
    expect(await codeOf(() => handlers['notes.get']({ id: free.id }))).toBe('not-found');
  });

  it('lists notes by what they link to, until the link goes', async () => {
    const article = notebook.addArticle(ferry);
    const { id } = await handlers['notes.create']({
      markdown: `See [the ferry](#/articles/${article}) and [Ann](#/actors/ann).`,
    });
    const total = async (filter: Parameters<(typeof handlers)['notes.list']>[0]) =>
      (await handlers['notes.list'](filter)).total;
    expect(await total({ articleId: article })).toBe(1);
    expect(await total({ actorId: 'ann' })).toBe(1);
    await handlers['notes.update']({ id, markdown: 'See [Ann](#/actors/ann).' });
    expect(await total({ articleId: article })).toBe(0);
    expect(await total({ actorId: 'ann' })).toBe(1);
  });

  it('lists what links to a note, and what cites a passage of an article', async () => {
    const article = notebook.addArticle(ferry);
    const passage = notebook.annotate(article, 'will sail on Monday');
    const note = await handlers['notes.create']({ markdown: 'Ask the harbour office.' });
    const briefing = await handlers['briefings.create']({
      markdown: `See [what to ask](#/notes/${note.id}). It sails.[@${passage}]`,
    });
    const found = async (filter: Parameters<(typeof handlers)['briefings.list']>[0]) =>
      (await handlers['briefings.list'](filter)).items.map(({ id }) => id);
    expect(await found({ documentId: note.id })).toEqual([briefing.id]);
    expect(await found({ articleId: article })).toEqual([briefing.id]);
    expect(await found({ documentId: briefing.id })).toEqual([]);
    expect((await handlers['notes.list']({ documentId: note.id })).total).toBe(0);
  });

  it('does not mix notes and briefings, and names what is missing', async () => {
    const { id } = await handlers['notes.create']({});
    expect(await codeOf(() => handlers['briefings.get']({ id }))).toBe('not-found');
    expect(
      await codeOf(() => handlers['notes.create']({ about: { articleId: 'no-such-article' } })),
    ).toBe('not-found');
    expect(
      await codeOf(() =>
        handlers['notes.create']({ markdown: 'a', content: content(paragraph()) }),
      ),
    ).toBe('invalid-input');
  });

  it('refuses content nested beyond reason', async () => {
    let node: ContentNode = text('deep');
    for (let depth = 0; depth < 50_000; depth += 1) node = { type: 'link', children: [node] };
    expect(
      await codeOf(() => handlers['notes.create']({ content: content(paragraph(node)) })),
    ).toBe('invalid-input');
    let list: ContentNode = paragraph(text('deep'));
    for (let depth = 0; depth < 50_000; depth += 1) list = { type: 'list', children: [list] };
    expect(await codeOf(() => handlers['notes.create']({ content: content(list) }))).toBe(
      'invalid-input',
    );
  });

  it('starts a briefing from the template', async () => {
    const made = await handlers['briefings.create']({ template: 'briefing' });
    expect(made.title).toBe('Untitled briefing');
    expect(made.markdown).toBe(
      '## Bottom line\n\n## What happened\n\n## Positions\n\n## Assessment\n\n## Gaps\n',
    );
  });

  it('tells briefings that nobody named apart', async () => {
    const begin = () => handlers['briefings.create']({ template: 'briefing' });
    const [one, two] = [await begin(), await begin()];
    expect(two.title).toBe('Untitled briefing 2');
    await handlers['briefings.delete']({ id: one.id });
    expect((await begin()).title).toBe('Untitled briefing');
    expect((await begin()).title).toBe('Untitled briefing 3');
  });

  it('makes a briefing of a note, citations and all, and leaves the note', async () => {
    const passage = notebook.annotate(notebook.addArticle(ferry), 'ferry');
    const note = await handlers['notes.create']({
      title: 'Pier',
      markdown: `It sails.[@${passage}] See [Ann](#/actors/ann).`,
    });
    const made = await handlers['briefings.create']({ noteId: note.id });
    expect(made).toMatchObject({ title: 'Pier', text: note.text });
    expect(made.citations).toEqual(note.citations);
    expect((await handlers['notes.get']({ id: note.id })).revision).toBe(1);
    expect(
      await codeOf(() => handlers['briefings.create']({ noteId: note.id, markdown: 'x' })),
    ).toBe('invalid-input');
    expect(await codeOf(() => handlers['briefings.create']({ noteId: made.id }))).toBe('not-found');
  });

  it('keeps templates of one’s own, without citations, and begins briefings with them', async () => {
    const templates = templateHandlers(notebook.context);
    const passage = notebook.annotate(notebook.addArticle(ferry), 'ferry');
    const { id: documentId } = await handlers['briefings.create']({
      markdown: `## Tides\n\n- High[@${passage}]\n- Low`,
    });
    const { id } = await templates['templates.create']({ name: 'Tide report', documentId });
    const made = await handlers['briefings.create']({ templateId: id });
    expect(made).toMatchObject({
      title: 'Untitled briefing',
      markdown: '## Tides\n\n- High\n- Low\n',
      citations: [],
    });
    await templates['templates.update']({ id, name: 'Tides' });
    await templates['templates.delete']({ id });
    expect((await templates['templates.list']({})).total).toBe(0);
    notebook.context.commands.undo();
    expect((await templates['templates.list']({})).items).toMatchObject([{ id, name: 'Tides' }]);
    notebook.context.commands.redo();
    expect(await codeOf(() => handlers['briefings.create']({ templateId: id }))).toBe('not-found');
  });

  it('tells those who show annotations when the citations change, and only then', async () => {
    const passage = notebook.annotate(notebook.addArticle(ferry), 'ferry');
    const { id } = await handlers['briefings.create']({ markdown: 'A.' });
    const topics = () => {
      const last = notebook.events.at(-1);
      return last?.type === 'changed' ? last.topics : [];
    };
    await handlers['briefings.update']({ id, markdown: `A.[@${passage}]` });
    expect(topics()).toEqual(['briefings', 'annotations', 'history']);
    await handlers['briefings.update']({ id, markdown: `B.[@${passage}]` });
    expect(topics()).toEqual(['briefings', 'history']);
  });

  it('undoes a row of autosaves in one step, citations included', async () => {
    const { commands } = notebook.context;
    const passage = notebook.annotate(notebook.addArticle(ferry), 'ferry');
    const { id } = await handlers['briefings.create']({ markdown: 'A.' });
    for (const markdown of ['A. B', `A. B.[@${passage}]`, 'A. B. C.', `A. C.[@${passage}]`]) {
      await handlers['briefings.update']({ id, markdown });
      notebook.wait(1500);
    }
    const after = await handlers['briefings.get']({ id });
    commands.undo();
    expect(await handlers['briefings.get']({ id })).toMatchObject({ text: 'A.', citations: [] });
    commands.redo();
    expect(await handlers['briefings.get']({ id })).toEqual(after);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quoted } from '../../../shared/briefing/quoted.ts';
import { documentHandlers } from './documents.ts';
import { testNotebook, type TestArticle } from './test-notebook.ts';

let notebook: ReturnType<typeof testNotebook>;
let handlers: ReturnType<typeof documentHandlers>;

beforeEach(() => {
  notebook = testNotebook();
  handlers = documentHandlers(notebook.context);
});
afterEach(() => notebook.dispose());

async function check(markdown: string) {
  const { id } = await handlers['briefings.create']({ markdown });
  return handlers['briefings.check']({ id });
}

const harbour: TestArticle = {
  title: 'Harbour',
  outlet: 'The Daily Quay',
  text: 'The mayor said “I would rather begin with the people.” Nobody objected to the plan in public.',
};
const island: TestArticle = {
  title: 'Island',
  outlet: 'Island Post',
  text: 'A fisherman told us “the winter storms have already taken two piers” before leaving.',
};

describe('briefings.check', () => {
  it('compares quotations with what their sentence cites, then with every article', async () => {
    const first = notebook.addArticle(harbour);
    const second = notebook.addArticle(island);
    const said = notebook.annotate(first, 'The mayor said “I would rather begin with the people.”');
    const storms = notebook.annotate(second, 'the winter storms have already taken two piers');
    const { quotes, sourced, total } = await check(
      [
        `“I would rather begin with the people,” said the mayor.[@${said}]`,
        `The mayor would “begin with the people”.[@${said}]`,
        `“I would rather start with the people,” said the mayor.[@${said}]`,
        'The winter storms “have already taken two piers” there.',
        'A guard said “the winter storms have already taken three piers”.',
        'One called it “an invention of sleepless editors”.',
      ].join('\n\n'),
    );
    expect(
      quotes.map(({ verdict, articleId, annotationId }) => [verdict, articleId, annotationId]),
    ).toEqual([
      ['verbatim', first, said],
      ['trimmed', first, said],
      ['differs', first, said],
      ['elsewhere', second, storms],
      ['differs', second, storms],
      ['nowhere', undefined, undefined],
    ]);
    expect(quotes[2]?.source).toBe('I would rather begin with the people');
    expect([sourced, total]).toEqual([3, 6]);
  });

  it('compares what a sentence without a source quotes with what its paragraph cites', async () => {
    const said = notebook.annotate(notebook.addArticle(harbour), 'begin with the people');
    const { quotes } = await check(
      `The mayor has chosen.[@${said}] She will “begin with the people”.\n\nShe will “begin with the people”.`,
    );
    expect(quotes.map(({ verdict }) => verdict)).toEqual(['verbatim', 'elsewhere']);
  });

  it('holds a quotation as the editor writes it, the marks inside changed, for verbatim', async () => {
    const words = 'The mayor said “I would rather begin with the people.” Nobody objected';
    const marked = notebook.annotate(notebook.addArticle(harbour), words);
    const { quotes } = await check(`${quoted(words)}[@${marked}]`);
    expect(quotes.map(({ verdict, text }) => [verdict, text])).toEqual([
      ['verbatim', 'The mayor said ‘I would rather begin with the people.’ Nobody objected'],
      ['verbatim', 'I would rather begin with the people.'],
    ]);
  });

  it('follows a quotation beyond the marked passage, but not to another place of the article', async () => {
    const article = notebook.addArticle(harbour);
    const marked = notebook.annotate(article, 'begin with the people');
    const { quotes } = await check(
      `“I would rather begin with the people.”[@${marked}]\n\n“Nobody objected to the plan in public.”[@${marked}]`,
    );
    expect(quotes.map(({ verdict }) => verdict)).toEqual(['verbatim', 'elsewhere']);
  });

  it('leaves articles in the trash out', async () => {
    const article = notebook.addArticle(island);
    notebook.context.db.prepare("UPDATE articles SET trashed = '2031' WHERE id = ?").run(article);
    const { quotes } = await check('He said “the winter storms have already taken two piers”.');
    expect(quotes[0]?.verdict).toBe('nowhere');
  });

  it('counts one origin for wire copy, by credit, by publisher and by near duplicate', async () => {
    const wire = notebook.addArticle({ ...harbour, outlet: 'Coast Wire' });
    const copy = notebook.addArticle({ ...harbour, origin: 'The Coast Wire' });
    const other = notebook.addArticle(island);
    const shadow = notebook.addArticle({ ...island, outlet: 'Hill News', shadowOf: other });
    const cited = [wire, copy, other, shadow].map((id) =>
      notebook.annotate(id, id === wire || id === copy ? 'The mayor' : 'A fisherman'),
    );
    const { origins } = await check(cited.map((id) => `A claim.[@${id}]`).join('\n\n'));
    expect(origins).toEqual({
      articles: 4,
      origins: 2,
      groups: [
        { name: 'The Coast Wire', articleIds: [wire, copy] },
        { name: 'Island Post', articleIds: [other, shadow] },
      ],
    });
  });

  it('says what stands behind a sentence, what is open, and which figures differ', async () => {
    const wire = notebook.addArticle({ title: 'A', text: 'The pier cost 4 million.', origin: 'W' });
    const copy = notebook.addArticle({ title: 'B', text: 'The pier cost 5 million.', origin: 'W' });
    const tagged = [wire, copy].map((article, index) => {
      const id = notebook.annotate(
        article,
        ['The pier cost 4 million', 'The pier cost 5 million'][index] ?? '',
      );
      notebook.context.db
        .prepare(
          `INSERT INTO annotation_tags (annotation, tag) SELECT seq, 'cost' FROM annotations WHERE id = ?`,
        )
        .run(id);
      return id;
    });
    const [one = '', two = ''] = tagged;
    const { id } = await handlers['briefings.create']({
      markdown: `It was dear.[@${one}][@${two}] Some disagree.[@${two}, contradicts] Who paid?[@gap]`,
    });
    const { corroboration, gaps, figures } = await handlers['briefings.check']({ id });
    expect(corroboration).toMatchObject([
      { articles: 2, origins: 1, contradicts: [] },
      { articles: 0, origins: 0, contradicts: [two] },
    ]);
    expect(gaps).toMatchObject([{ text: 'Who paid?' }]);
    expect(figures).toEqual([]);
  });

  it('points out cited passages that give different numbers for one thing', async () => {
    const marked = ['120', '95'].map((count) => {
      const text = `The ferry carried ${count} people.`;
      const passage = notebook.annotate(notebook.addArticle({ title: count, text }), text);
      notebook.context.db
        .prepare(
          `INSERT INTO annotation_tags (annotation, tag) SELECT seq, 'crew' FROM annotations WHERE id = ?`,
        )
        .run(passage);
      return passage;
    });
    const { id } = await handlers['briefings.create']({
      markdown: `Many sailed.${marked.map((passage) => `[@${passage}]`).join('')}`,
    });
    const { figures } = await handlers['briefings.check']({ id });
    expect(figures).toMatchObject([
      { tag: 'crew', values: [{ text: '120 people' }, { text: '95 people' }] },
    ]);
  });

  it('checks words that are not saved yet', async () => {
    const { id, content } = await handlers['briefings.create']({ markdown: 'One claim.' });
    const other = await handlers['briefings.create']({ markdown: 'One claim. Two claims.' });
    expect(await handlers['briefings.check']({ id, content: other.content })).toMatchObject({
      total: 2,
    });
    expect(await handlers['briefings.check']({ id, content })).toMatchObject({ total: 1 });
  });

  it('compares a quotation with the words that are kept of a deleted passage', async () => {
    const marked = notebook.annotate(notebook.addArticle(harbour), 'Nobody objected to the plan');
    const { id } = await handlers['briefings.create']({
      markdown: `“Nobody objected to the plan.”[@${marked}]`,
    });
    notebook.removeAnnotation(marked);
    notebook.context.db.prepare("UPDATE texts SET text = 'Other words.'").run();
    const { quotes, sourced } = await handlers['briefings.check']({ id });
    expect(quotes[0]?.verdict).toBe('verbatim');
    expect(sourced).toBe(0);
  });

  it('says what a sentence that cites a deleted passage needs', async () => {
    const marked = notebook.annotate(notebook.addArticle(harbour), 'Nobody objected');
    const { id } = await handlers['briefings.create']({ markdown: `Quiet.[@${marked}]` });
    notebook.removeAnnotation(marked);
    const { sentences } = await handlers['briefings.check']({ id });
    expect(sentences).toMatchObject([{ state: 'needs-source', citations: [marked] }]);
  });
});

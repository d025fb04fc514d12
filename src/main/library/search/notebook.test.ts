import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchKind } from '../../../shared/model/search.ts';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
const at = '2025-05-01T00:00:00.000Z';
const text = 'Mayor Adler said the ferry would sail. "It will sail," she told reporters.';

const annotate = (article: number, start: number, end: number, comment: string, tag?: string) => {
  const annotation = notebook.insert('annotations', {
    id: `annotation-${start}`,
    article,
    version: 1,
    start,
    end,
    exact: text.slice(start, end),
    prefix: '',
    suffix: '',
    motivation: 'commenting',
    comment,
    colour: 'amber',
    created: at,
    modified: at,
  });
  if (tag !== undefined) notebook.insert('annotation_tags', { annotation, tag });
  return annotation;
};

const document = (kind: 'note' | 'briefing', title: string, body: string) =>
  notebook.insert('documents', {
    id: title,
    kind,
    title,
    content: '{"root":{"children":[]}}',
    text: body,
    created: at,
    modified: at,
  });

const actor = (name: string, names: readonly string[]) => {
  const seq = notebook.insert('actors', {
    id: name,
    kind: 'person',
    name,
    created: at,
    modified: at,
  });
  for (const other of [name, ...names]) {
    notebook.insert('actor_names', { actor: seq, name: other, scope: 'everywhere' });
  }
  return seq;
};

const ids = async (q: string, kind: SearchKind) => {
  const { groups } = await notebook.search({ q, in: kind });
  return groups.flatMap(({ items }) => items.map(({ id }) => id));
};

beforeEach(() => {
  notebook = testNotebook();
});
afterEach(() => notebook.dispose());

describe('annotations, notes, briefings and actors', () => {
  let article: number;
  let adler: number;
  beforeEach(() => {
    [article = 0] = notebook.addArticles([
      {
        id: 'ferry',
        title: 'Ferry to sail',
        text,
        outlet: 'The Harbour Post',
        author: 'Jo Lind',
        issued: '2025-05-02',
      },
    ]);
    annotate(article, 21, 37, 'first promise', 'transport policy');
    annotate(article, 39, 54, '');
    document('note', 'Crossings', 'Ask about sailing times; 首脳会談の予定');
    document('briefing', 'Week 18', 'The ferry sails again. No comment.');
    adler = actor('Ruth Adler', ['Mayor Adler', 'アドラー']);
    notebook.insert('mentions', { article, start: 0, end: 11, actor: adler, status: 'proposed' });
    notebook.insert('statements', {
      id: 's',
      article,
      version: 1,
      start: 39,
      end: 54,
      exact: text.slice(39, 54),
      prefix: '',
      suffix: '',
      kind: 'direct',
      speaker: adler,
      created: at,
    });
  });

  it('tells tags apart from the quotation and the comment', async () => {
    const { groups } = await notebook.search({ q: 'transport promise', in: 'annotations' });
    const [item] = groups[0]?.items ?? [];
    expect(item?.snippet.text).toMatch(/\S — first promise$/);
    expect(item?.tags).toEqual([{ text: 'transport policy', hits: [[0, 9]] }]);
  });

  it('shows a comment in plain words, as it reads', async () => {
    notebook.context.commands.quietly(null, () =>
      notebook.context.db
        .prepare('UPDATE annotations SET comment = ? WHERE start = 21')
        .run('# Doubt\n\n- a **broken** promise'),
    );
    const { groups } = await notebook.search({ q: '"broken promise"', in: 'annotations' });
    expect(groups[0]?.items[0]?.snippet.text).toMatch(/\S — Doubt a broken promise/);
  });

  it.each<[string, SearchKind, string[]]>([
    ['ferry', 'annotations', ['annotation-21']],
    ['sailing', 'annotations', ['annotation-39', 'annotation-21']],
    ['promise', 'annotations', ['annotation-21']],
    ['tag:transport', 'annotations', ['annotation-21']],
    ['tag:"transport policy" outlet:harbour', 'annotations', ['annotation-21']],
    ['sail -tag:transport', 'annotations', ['annotation-39']],
    ['said:Adler', 'annotations', ['annotation-39']],
    ['after:2026 sail', 'annotations', []],
    ['sail', 'notes', ['Crossings']],
    ['会談', 'notes', ['Crossings']],
    ['sailed', 'briefings', ['Week 18']],
    ['"ferry sails"', 'briefings', ['Week 18']],
    ['"sails ferry"', 'briefings', []],
    ['title:week', 'briefings', ['Week 18']],
    ['cros*', 'notes', ['Crossings']],
    ['crosings~', 'notes', ['Crossings']],
    ['mayor', 'actors', ['Ruth Adler']],
    ['adl*', 'actors', ['Ruth Adler']],
    ['ドラ', 'actors', ['Ruth Adler']],
    ['actor:"mayor adler"', 'articles', ['ferry']],
    ['said:アドラー', 'articles', ['ferry']],
    ['tag:transport outlet:"harbour post"', 'articles', ['ferry']],
    ['outlet:post author:lind after:2025-05-02 before:2025-06', 'articles', ['ferry']],
    ['outlet:harb*', 'articles', ['ferry']],
    ['before:2025-05-02', 'articles', []],
    ['sail -actor:adler', 'articles', []],
    ['outlet:nobody OR tag:transport', 'articles', ['ferry']],
    ['in:notes sail', 'articles', []],
  ])('%s in %s', async (q, kind, expected) => {
    expect(await ids(q, kind)).toEqual(expected);
  });

  it('opens a passage at the word, in the article', async () => {
    const { groups } = await notebook.search({ q: 'sail', in: 'annotations' });
    for (const { start, end, articleId } of groups[0]?.items ?? []) {
      expect([text.slice(start, end), articleId]).toEqual(['sail', 'ferry']);
    }
    const { groups: commented } = await notebook.search({ q: 'promise', in: 'annotations' });
    expect(commented[0]?.items[0]).toMatchObject({ start: 21, end: 37 });
  });

  it('opens an article at the mention that an actor field found', async () => {
    const { groups } = await notebook.search({ q: 'actor:adler', in: 'articles' });
    expect(groups[0]?.items[0]).toMatchObject({ start: 0, end: 11 });
  });

  it('counts the articles found by outlet, year, actor and tag', async () => {
    notebook.addArticles([
      { title: 'Second', text: 'The ferry again.', outlet: 'The Harbour Post', issued: '2024' },
      { title: 'Third', text: 'Nothing else.', outlet: 'Elsewhere' },
    ]);
    const { facets } = await notebook.search({ q: 'ferry', facets: true });
    expect(facets).toEqual({
      outlet: [{ value: 'The Harbour Post', count: 2 }],
      year: [
        { value: '2024', count: 1 },
        { value: '2025', count: 1 },
      ],
      month: [{ value: '2025-05', count: 1 }],
      speaker: [{ value: 'Ruth Adler', count: 1 }],
      actor: [{ value: 'Ruth Adler', count: 1 }],
      tag: [{ value: 'transport policy', count: 1 }],
    });
    expect(await notebook.call('search.facets', { q: 'fer', typing: true })).toEqual(facets);
    expect((await notebook.call('search.facets', { q: '' })).outlet).toEqual([]);
    expect((await notebook.search({ q: 'ferry' })).facets).toBeUndefined();
  });

  it('finds any of the values of one field, and counts the others beside them', async () => {
    notebook.addArticles([
      { title: 'Second', text: 'The ferry again.', outlet: 'The Quay', issued: '2024' },
      { title: 'Third', text: 'A ferry elsewhere.', outlet: 'Elsewhere', issued: '2024' },
    ]);
    const q = 'ferry outlet:"The Quay" OR outlet:"The Harbour Post" after:2024 before:2025';
    const { facets, groups } = await notebook.search({ q, in: 'articles', facets: true });
    expect(groups[0]?.items.map(({ title }) => title)).toEqual(['Second']);
    expect(facets?.outlet).toEqual([
      { value: 'Elsewhere', count: 1 },
      { value: 'The Quay', count: 1 },
    ]);
    expect(facets?.year).toEqual([
      { value: '2024', count: 1 },
      { value: '2025', count: 1 },
    ]);
    expect(facets?.actor).toEqual([]);
    const alone = await notebook.call('search.facets', { q: 'outlet:"The Quay"' });
    expect(alone.outlet).toHaveLength(3);
  });

  it('follows changes, undo and redo', async () => {
    expect(await ids('promise', 'annotations')).toEqual(['annotation-21']);
    notebook.run(() =>
      notebook.context.db.prepare('UPDATE annotations SET comment = ?').run('second thought'),
    );
    expect(await ids('promise', 'annotations')).toEqual([]);
    expect(await ids('thought', 'annotations')).toHaveLength(2);
    notebook.context.commands.undo();
    expect(await ids('promise', 'annotations')).toEqual(['annotation-21']);
    notebook.context.commands.redo();
    expect(await ids('promise', 'annotations')).toEqual([]);
    notebook.run(() =>
      notebook.context.db.prepare('UPDATE articles SET trashed = ? WHERE seq = ?').run(at, article),
    );
    expect(await ids('thought', 'annotations')).toEqual([]);
    notebook.context.commands.undo();
    expect(await ids('thought', 'annotations')).toHaveLength(2);
  });

  it('follows the names of an actor and a change that fails', async () => {
    expect(await ids('mayor', 'actors')).toEqual(['Ruth Adler']);
    const rename = () =>
      notebook.context.db
        .prepare(`UPDATE actor_names SET name = 'Governor Adler' WHERE name = 'Mayor Adler'`)
        .run();
    expect(() =>
      notebook.run(() => {
        rename();
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(await ids('governor', 'actors')).toEqual([]);
    notebook.run(rename);
    expect(await ids('governor', 'actors')).toEqual(['Ruth Adler']);
    expect(await ids('mayor', 'actors')).toEqual([]);
    expect(await ids('actor:governor', 'articles')).toEqual(['ferry']);
  });

  it('forgets a deleted note and finds it again after undo', async () => {
    expect(await ids('sail', 'notes')).toEqual(['Crossings']);
    notebook.run(() => notebook.context.db.prepare('DELETE FROM documents').run());
    expect(await ids('sail', 'notes')).toEqual([]);
    notebook.context.commands.undo();
    expect(await ids('sail', 'notes')).toEqual(['Crossings']);
  });
});

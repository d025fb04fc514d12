import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
const insertActor = (id: string, name: string, others: readonly string[]) => {
  const actor = notebook.insert('actors', { id, kind: 'person', name, created: '', modified: '' });
  for (const other of others) {
    notebook.insert('actor_names', { actor, name: other, scope: 'everywhere' });
  }
  return actor;
};

beforeAll(() => {
  notebook = testNotebook();
  const text = 'The ferry left.';
  const [first = 0] = notebook.addArticles([
    {
      title: 'Ferry "strike"',
      text,
      outlet: 'Harbour Post',
      author: 'Ada Brook',
      issued: '2026-03-04',
    },
    { title: 'Ferry talks', text, outlet: 'Harbour Post', author: 'Ada Brook', issued: '2026-04' },
    { title: 'Storm', text, outlet: 'The Harbour', author: 'Ben Ada', issued: '2025' },
    { title: 'Quiet', text, outlet: '港湾日報', issued: 'XXXX-02-03' },
  ]);
  const annotation = notebook.insert('annotations', {
    id: 'a',
    article: first,
    version: 1,
    start: 4,
    end: 9,
    exact: 'ferry',
    prefix: '',
    suffix: '',
    motivation: 'tagging',
    colour: 'amber',
    created: '',
    modified: '',
  });
  notebook.insert('annotation_tags', { annotation, tag: 'sea transport' });
  insertActor('m', 'Ilse Marrack', ['Chair Marrack', '議長']);
  insertActor('v', 'Tomas Verell', []);
});
afterAll(() => notebook.dispose());

const complete = async (text: string) => {
  const caret = text.indexOf('|');
  const q = text.replace('|', '');
  const { from, to, items } = await notebook.call('search.complete', { q, caret });
  return items.map(({ text, count }) => [q.slice(0, from) + text + q.slice(to), count]);
};

describe('completing a query', () => {
  it.each([
    ['|', []],
    ['o|', []],
    ['ou|', [['outlet:', undefined]]],
    ['ferry -au|', [['ferry -author:', undefined]]],
    ['a ta| b', [['a tag: b', undefined]]],
    [
      'outlet:|',
      [
        ['outlet:"Harbour Post"', 2],
        ['outlet:"The Harbour"', 1],
        ['outlet:港湾日報', 1],
      ],
    ],
    [
      'outlet:har| ferry',
      [
        ['outlet:"Harbour Post" ferry', 2],
        ['outlet:"The Harbour" ferry', 1],
      ],
    ],
    ['outlet:"harbour p|', [['outlet:"Harbour Post"', 2]]],
    ['outlet:港|', [['outlet:港湾日報', 1]]],
    [
      'author:ada|',
      [
        ['author:"Ada Brook"', 2],
        ['author:"Ben Ada"', 1],
      ],
    ],
    ['tag:sea|', [['tag:"sea transport"', 1]]],
    ['actor:chair|', [['actor:"Ilse Marrack"', 0]]],
    ['said:議|', [['said:"Ilse Marrack"', 0]]],
    ['said:|', []],
    ['ferry -said:|', []],
    ['in:notes|', []],
    ['after:2026-04|', []],
    ['outlet:港湾日報|', []],
    [
      'title:fer|',
      [
        ['title:"Ferry  strike"', undefined],
        ['title:"Ferry talks"', undefined],
      ],
    ],
    [
      'after:|',
      [
        ['after:2026', 2],
        ['after:2025', 1],
      ],
    ],
    [
      'before:2026|',
      [
        ['before:2026-04', 1],
        ['before:2026-03', 1],
      ],
    ],
    [
      'in:a|',
      [
        ['in:articles', undefined],
        ['in:annotations', undefined],
        ['in:actors', undefined],
      ],
    ],
    ['outlet:nothing|', []],
    ['"fer|', []],
  ])('%s', async (text, expected) => {
    expect(await complete(text)).toEqual(expected);
  });

  it('names the name that matched, and what was added since', async () => {
    const { items } = await notebook.call('search.complete', { q: 'actor:chair' });
    expect(items).toMatchObject([
      { label: 'Ilse Marrack', matched: 'Chair Marrack', kind: 'actor' },
    ]);
    insertActor('c', 'Chair of the port', []);
    expect((await notebook.call('search.complete', { q: 'actor:chair' })).items).toHaveLength(2);
  });

  it('finds with what it wrote', async () => {
    for (const q of ['outlet:har', 'author:ada', 'tag:sea', 'title:ferry']) {
      const { from, items } = await notebook.call('search.complete', { q });
      for (const { text } of items) {
        const { groups } = await notebook.search({ q: q.slice(0, from) + text, in: 'articles' });
        expect(groups[0]?.total).toBeGreaterThan(0);
      }
    }
  });

  it('survives any query and any place in it', async () => {
    for (const q of [
      'outlet:"',
      'in:',
      'after:\0',
      '(((',
      'tag:'.repeat(500),
      'x'.repeat(10_000),
    ]) {
      for (const caret of [0, 1, q.length, 1e9]) {
        await notebook.call('search.complete', { q, caret });
      }
    }
  });
});

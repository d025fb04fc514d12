import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
beforeAll(() => {
  notebook = testNotebook();
  notebook.addArticles([
    {
      id: 'boats',
      title: 'Boats',
      text: 'The night ferry and a night boat.',
      outlet: 'Harbour Post',
    },
    {
      id: 'storm',
      title: 'Storm',
      text: 'A ferry by night, he said, and a boat.',
      outlet: 'The Mole',
    },
  ]);
  for (const [id, name] of [
    ['a', 'Ruth Adler'],
    ['b', 'Tomas Verell'],
  ]) {
    const actor = { kind: 'person', created: '', modified: '' };
    notebook.insert('actors', { id: id ?? '', name: name ?? '', ...actor });
  }
});
afterAll(() => notebook.dispose());

const ids = async (q: string, haste = {}) => {
  const answer = await notebook.search({ q, in: 'articles', typing: true, ...haste });
  return { ids: answer.groups[0]?.items.map(({ id }) => id).sort(), unfinished: answer.unfinished };
};

describe('while it is typed', () => {
  it.each([
    ['"nig', ['boats', 'storm']],
    ['"night f', ['boats', 'storm']],
    ['"night fer', ['boats']],
    ['"night ferr', ['boats']],
    ['"night xyz', []],
    ['"night fer"', []],
    ['"night fer ', []],
    ['outlet:"harbour p', ['boats']],
    ['outlet:"the m', ['storm']],
    ['ferry -"night fer', ['boats', 'storm']],
    ['ferry -outlet:mole', ['boats', 'storm']],
  ])('%s finds', async (q, expected) => {
    expect((await ids(q)).ids).toEqual(expected);
  });

  it.each([
    ['"night fer', 'boats', ['night ferry']],
    ['"night f', 'boats', ['night ferry', 'night']],
    ['"night f', 'storm', ['night']],
  ])('%s marks in %s', async (q, id, expected) => {
    const { groups } = await notebook.search({ q, in: 'articles', typing: true });
    const found = groups[0]?.items.find((item) => item.id === id);
    const { text = '', hits = [] } = found?.snippet ?? {};
    expect(hits.map(([start, end]) => text.slice(start, end))).toEqual(expected);
  });

  it('marks in a note no word of a phrase half typed where the others are missing', async () => {
    notebook.insert('documents', {
      id: 'note',
      kind: 'note',
      title: 'Night',
      text: 'By night, the night ferry.',
      content: '{}',
      created: '',
      modified: '',
    });
    const { groups } = await notebook.search({ q: '"night f', in: 'notes', typing: true });
    const { text = '', hits = [] } = groups[0]?.items[0]?.snippet ?? {};
    expect(groups[0]?.items[0]?.titleHits).toEqual([]);
    expect(hits.map(([start, end]) => text.slice(start, end))).toEqual(['night ferry']);
  });

  it('a word to leave out leaves nothing out before typing rests', async () => {
    const all = ['boats', 'storm'];
    expect(await ids('ferry -said')).toEqual({ ids: all, unfinished: true });
    expect(await ids('ferry -said', { thorough: true })).toEqual({ ids: ['boats'] });
    expect(await ids('ferry -said ')).toEqual({ ids: ['boats'] });
    expect(await ids('ferry -said', { typing: false })).toEqual({ ids: ['boats'] });
    expect(await ids('-said ferry')).toEqual({ ids: ['boats'] });
  });
});

describe('a name that nothing has', () => {
  it.each([
    ['actor:"Ruth Adlr"', [['actor', 'Ruth Adlr', ['Ruth Adler']]]],
    ['said:ver', [['said', 'ver', ['Tomas Verell']]]],
    ['ferry -actor:nobody', [['actor', 'nobody', []]]],
    ['outlet:harbor ferry', [['outlet', 'harbor', ['Harbour Post']]]],
    [
      'tag:x author:y',
      [
        ['tag', 'x', []],
        ['author', 'y', []],
      ],
    ],
    ['actor:adler outlet:post ferry', undefined],
  ])('%s is said to be unknown, with those like it', async (q, expected) => {
    const { near } = await notebook.search({ q });
    expect(near?.map(({ field, word, suggestions }) => [field, word, suggestions])).toEqual(
      expected,
    );
  });

  it('is not, while it is the beginning of one', async () => {
    const near = async (q: string) =>
      (await notebook.call('search.near', { q, typing: true })).items;
    expect(await near('actor:adl')).toEqual([]);
    expect(await near('actor:"Ruth A')).toEqual([]);
    expect(await near('ferry -actor:adl')).toEqual([]);
    expect(await near('actor:adlerx')).toMatchObject([
      { suggestions: ['Ruth Adler'], start: 0, end: 12 },
    ]);
  });
});

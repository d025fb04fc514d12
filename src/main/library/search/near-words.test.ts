import { afterAll, beforeAll, expect, it } from 'vitest';
import { NearWords } from './near-words.ts';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
beforeAll(() => {
  notebook = testNotebook();
  notebook.addArticles([
    { title: 'A trial', text: 'The term of the trial.' },
    { title: 'Lines', text: 'No tram this term.' },
    { title: 'More lines', text: 'One tram a term.' },
    { title: 'Last line', text: 'A tram, last term, on a trail.' },
  ]);
});
afterAll(() => notebook.dispose());

it.each([
  ['a lost letter before a wrong one', 'tral', ['trial', 'trail', 'tram']],
  ['a swap before a wrong letter', 'tarm', ['tram', 'term']],
  ['fewer edits before all', 'tramm', ['tram', 'trail']],
])('offers %s', (_, word, expected) => {
  expect(new NearWords(notebook.context.db).near(word)).toEqual(expected);
});

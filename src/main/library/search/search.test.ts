import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
beforeEach(() => {
  notebook = testNotebook();
});
afterEach(() => notebook.dispose());

const titles = async (q: string) => {
  const { groups } = await notebook.search({ q, in: 'articles' });
  return groups.flatMap(({ items }) => items.map(({ title }) => title)).sort();
};

describe('articles', () => {
  beforeEach(() => {
    notebook.addArticles([
      {
        title: 'Harbour talks',
        text: 'The ministers met. Negotiations about the harbour continued.',
      },
      { title: 'Ferry strike', text: 'Crews of the ferry stopped work; the ministry negotiated.' },
      { title: '港湾会談', text: '両国の大臣は港湾について会談した。首' },
      { title: 'Café Brûlé', text: 'Owners said “no comment” — Jong-un’s visit is off.' },
    ]);
  });

  it.each([
    ['harbour', ['Harbour talks']],
    ['negotiating', ['Ferry strike', 'Harbour talks']],
    ['"negotiated"', ['Ferry strike']],
    ['"ministers met"', ['Harbour talks']],
    ['"met ministers"', []],
    ['minister -ferry', ['Harbour talks']],
    ['harbour OR ferry', ['Ferry strike', 'Harbour talks']],
    ['(harbour OR ferry) crews', ['Ferry strike']],
    ['negot*', ['Ferry strike', 'Harbour talks']],
    ['h*', ['Harbour talks']],
    ['title:strike', ['Ferry strike']],
    ['title:ministry', []],
    ['harbor~', ['Harbour talks']],
    ['cafe brule', ['Café Brûlé']],
    ['"no comment"', ['Café Brûlé']],
    ['jong un', ['Café Brûlé']],
    ["Jong-un's", ['Café Brûlé']],
    ['会談', ['港湾会談']],
    ['港', ['港湾会談']],
    ['首', ['港湾会談']],
    ['談', ['港湾会談']],
    ['-ferry -harbour', ['Café Brûlé', '港湾会談'].sort()],
    ['NEAR(harbour talks) ^title {body}: x', []],
  ])('%s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });
});

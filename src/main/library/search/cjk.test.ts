import { afterAll, beforeAll, expect, it } from 'vitest';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
beforeAll(() => {
  notebook = testNotebook();
  notebook.addArticles([
    {
      title: '港湾会談',
      text: '両国の大臣は港湾の管理について会談した。フェリーの運航はEU域内で再開する。',
    },
    { title: '항만 회담', text: '장관들은 항만에서 회담을 열었다. 페리는 내일부터 운항한다.' },
    { title: '港口会谈', text: '两国部长在港口举行会谈。渡轮明天恢复航行。' },
  ]);
});
afterAll(() => notebook.dispose());

const titles = async (q: string) => {
  const { groups } = await notebook.search({ q, in: 'articles' });
  return groups[0]?.items.map(({ title }) => title);
};

it.each([
  ['港湾の管理', ['港湾会談']],
  ['大臣は', ['港湾会談']],
  ['会談', ['港湾会談']],
  ['ﾌｪﾘｰ', ['港湾会談']],
  ['フェリーの運航', ['港湾会談']],
  ['EU域内', ['港湾会談']],
  ['ｅｕ域内', ['港湾会談']],
  ['港', ['港湾会談', '港口会谈']],
  ['港湾 フェリー', ['港湾会談']],
  ['港湾 -フェリー', []],
  ['会谈', ['港口会谈']],
  ['渡轮明天', ['港口会谈']],
  ['회담', ['항만 회담']],
  ['회담을', ['항만 회담']],
  ['"항만에서 회담"', ['항만 회담']],
  ['페리', ['항만 회담']],
  ['title:항만', ['항만 회담']],
  ['運航は何日に再開するのか', ['港湾会談']],
])('%s', async (q, expected) => {
  expect((await titles(q))?.sort()).toEqual(expected.sort());
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
const articles = 40;
const wordsEach = 4000;
/** Different words that all begin with `qua`, in no order, to fill many pages of the index. */
const manyWords = (article: number) =>
  Array.from({ length: wordsEach }, (_, n) => {
    const mixed = Math.imul(article * wordsEach + n + 1, 0x9e3779b1) >>> 0;
    return `qua${mixed.toString(36).padStart(7, '0')}inthisplace`;
  }).join(' ');

beforeAll(() => {
  notebook = testNotebook();
  notebook.addArticles(
    Array.from({ length: articles }, (_, n) => ({
      title: n === 0 ? 'A quarter' : `No ${n}`,
      text: `${manyWords(n)} quilt ${'n '.repeat(14_000)}`,
    })),
  );
});
afterAll(() => notebook.dispose());

const found = async (q: string, haste: { typing?: boolean; thorough?: boolean }) => {
  const { groups, titlesOnly = false } = await notebook.search({ q, in: 'articles', ...haste });
  return { total: groups[0]?.total, titlesOnly };
};

describe('the beginning of very many words', () => {
  it.each(['qua', 'qua*', 'QUA', 'quilt qua*', 'qua* OR nowhere'])(
    '%s is looked for in titles at a keystroke, and in texts when there is time',
    async (q) => {
      expect(await found(q, { typing: true })).toEqual({ total: 1, titlesOnly: true });
      const whole = { total: articles, titlesOnly: false };
      expect(await found(q, { typing: true, thorough: true })).toEqual(whole);
    },
  );

  it('is looked for in texts at once where nothing is typed, and where it is that of few words', async () => {
    const whole = { total: articles, titlesOnly: false };
    expect(await found('qua*', {})).toEqual(whole);
    expect(await found('quil', { typing: true })).toEqual(whole);
    expect(await found('qui*', { typing: true })).toEqual(whole);
  });

  it('leaves out of a keystroke a letter that nearly every text has as a word', async () => {
    expect(await found('n', { typing: true })).toEqual({ total: articles - 1, titlesOnly: true });
    expect(await found('quilt n', { typing: true })).toEqual({
      total: articles - 1,
      titlesOnly: true,
    });
    const whole = { total: articles, titlesOnly: false };
    expect(await found('n', { typing: true, thorough: true })).toEqual(whole);
    expect(await found('n', {})).toEqual(whole);
    expect(await found('n quilt', { typing: true })).toEqual(whole);
    const none = { total: 0, titlesOnly: false };
    expect(await found('quilt -n', { typing: true, thorough: true })).toEqual(none);
  });

  it('follows titles that change, and undo', async () => {
    const seq = notebook.addArticles([{ title: 'Quay', text: '' }])[0] ?? 0;
    const total = async () => (await found('qua', { typing: true })).total;
    expect(await total()).toBe(2);
    notebook.run(() =>
      notebook.context.db.prepare('UPDATE articles SET title = ? WHERE seq = ?').run('Sea', seq),
    );
    expect(await total()).toBe(1);
    notebook.context.commands.undo();
    expect(await total()).toBe(2);
    notebook.context.commands.undo();
    expect(await total()).toBe(1);
  });
});

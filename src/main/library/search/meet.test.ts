import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseQuery } from '../../../shared/query/parse.ts';
import { allArticles } from './article-search.ts';
import { searchEngine } from './engine.ts';
import { testNotebook, type TestArticle, type TestNotebook } from './test-notebook.ts';

const words = ['harbour', 'ferry', 'mist', 'quay'];
const outlets = ['Post', 'Times', undefined];
const years = ['2023', '2024', '2025', undefined];

/** Every mixture of some of the words, an outlet and a year, the title one of the words or none. */
const articles: readonly (TestArticle & { readonly id: string })[] = Array.from(
  { length: 16 * outlets.length * years.length },
  (_, n) => {
    const outlet = outlets[n % outlets.length];
    const issued = years[Math.floor(n / outlets.length) % years.length];
    return {
      id: `a${n}`,
      title: n % 5 === 4 ? 'Untitled' : `The ${words[n % 5]}`,
      text: `It is ${words.filter((_word, i) => (n >> i) & 1).join(' and ')}.`,
      ...(outlet === undefined ? {} : { outlet }),
      ...(issued === undefined ? {} : { issued }),
    };
  },
);

/** A query and which articles it asks for. */
interface Asked {
  readonly q: string;
  readonly meets: (article: TestArticle) => boolean;
}

const has = (text: string, word: string) => text.toLowerCase().split(/\W+/).includes(word);
const begins = (text: string, letters: string) =>
  text
    .toLowerCase()
    .split(/\W+/)
    .some((word) => word.startsWith(letters));
const word = fc.constantFrom(...words);

const of = (q: string, meets: Asked['meets']): Asked => ({ q, meets });

const leaf: fc.Arbitrary<Asked> = fc.oneof(
  word.map((w) => of(w, ({ title, text }) => has(title, w) || has(text, w))),
  word.map((w) => of(`title:${w}`, ({ title }) => has(title, w))),
  fc
    .tuple(word, word)
    .map(([a, b]) => of(`"${a} and ${b}"`, ({ text }) => text.includes(`${a} and ${b}`))),
  fc
    .constantFrom('har', 'qua', 'unt')
    .map((letters) =>
      of(`${letters}*`, ({ title, text }) => begins(title, letters) || begins(text, letters)),
    ),
  fc
    .constantFrom('Post', 'Times')
    .map((name) => of(`outlet:${name}`, ({ outlet }) => outlet === name)),
  fc
    .constantFrom('2024', '2025')
    .map((year) => of(`after:${year}`, ({ issued }) => issued !== undefined && issued >= year)),
);

const query = fc.letrec<{ asked: Asked }>((tie) => {
  const some = fc.array(tie('asked'), { minLength: 2, maxLength: 3 });
  return {
    asked: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      some.map((all) =>
        of(`(${all.map(({ q }) => q).join(' ')})`, (article) =>
          all.every(({ meets }) => meets(article)),
        ),
      ),
      some.map((all) =>
        of(`(${all.map(({ q }) => q).join(' OR ')})`, (article) =>
          all.some(({ meets }) => meets(article)),
        ),
      ),
      tie('asked').map(({ q, meets }) => of(`-(${q})`, (article) => !meets(article))),
    ),
  };
}).asked;

let notebook: TestNotebook;
beforeAll(() => {
  notebook = testNotebook();
  notebook.addArticles(articles);
});
afterAll(() => notebook.dispose());

const found = async (q: string, more: object = {}) => {
  const [group] = (await notebook.search({ q, in: 'articles', limit: 200, ...more })).groups;
  return { total: group?.total, ids: group?.items.map(({ id }) => id) ?? [] };
};

it('words, fields, alternatives and exclusions find what they say, by the index and by SQL', async () => {
  const engine = searchEngine(notebook.context);
  await fc.assert(
    fc.asyncProperty(query, async ({ q, meets }) => {
      const expected = articles.filter(meets).map(({ id }) => id);
      const { total, ids } = await found(q);
      expect(total).toBe(expected.length);
      expect(new Set(ids)).toEqual(new Set(expected));
      const bySql = allArticles(notebook.context.db, engine.condition(parseQuery(q).tree));
      expect(bySql).toHaveLength(expected.length);
    }),
    { numRuns: 300 },
  );
});

it('an article without an outlet is not of one that is left out', async () => {
  const { total } = await found('-outlet:Post');
  expect(total).toBe(articles.filter(({ outlet }) => outlet !== 'Post').length);
});

it('alternatives of words and fields rank those with the words first', async () => {
  const { ids } = await found('mist OR outlet:Times');
  const withWord = articles.filter(({ title, text }) => has(title, 'mist') || has(text, 'mist'));
  expect(new Set(ids.slice(0, withWord.length))).toEqual(new Set(withWord.map(({ id }) => id)));
});

it('what asks for no word stands by date', async () => {
  const { ids } = await found('-mist');
  const issued = ids.map((id) => articles.find((article) => article.id === id)?.issued ?? '');
  expect(issued).toEqual(issued.toSorted().toReversed());
});

import { afterEach, beforeEach } from 'vitest';
import { plantArticle } from '../../test-articles.ts';
import { testLibrary } from '../../test-library.ts';

export const text =
  '😀 The envoys of both sides met on neutral ground.\nThey agreed on little, aides said on Monday.';
export const url = 'https://news.example/envoys-meet';

type Library = ReturnType<typeof testLibrary>;

/** For each test of a file a library with one article, of `text` at `url`. */
export function importTests() {
  const open: Library[] = [];
  const newLibrary = () => {
    const made = testLibrary();
    open.push(made);
    return made;
  };
  let library: Library;
  let articleId: string;
  beforeEach(async () => {
    library = newLibrary();
    articleId = plantArticle(library.dir, text, { title: 'Envoys meet' });
    await library.call('articles.update', { id: articleId, URL: url });
  });
  afterEach(async () => {
    for (const each of open.splice(0)) await each.dispose();
  });
  return {
    get library() {
      return library;
    },
    get articleId() {
      return articleId;
    },
    newLibrary,
    bring: (value: unknown, into = library) =>
      into.call('annotations.import', {
        sources: [
          { name: 'notes.json', text: typeof value === 'string' ? value : JSON.stringify(value) },
        ],
      }),
    passages: async (of = library) => (await of.call('annotations.list', {})).items,
  };
}

/** An item as Hypothesis's API and its export have it; positions are of its page, not of our text. */
export const hypothesis = (exact: string, more: object = {}) => {
  const at = text.indexOf(exact);
  return {
    id: `hyp-${exact.length}-${at}`,
    created: '2026-05-04T10:11:12.123456+00:00',
    updated: '2026-05-05T10:11:12.123456+00:00',
    user: 'acct:ada@hypothes.is',
    uri: `${url}?utm_source=feed#top`,
    text: '',
    tags: [],
    document: { title: ['Envoys meet | News'] },
    target: [
      {
        source: url,
        selector: [
          {
            type: 'RangeSelector',
            startContainer: '/p[1]',
            endContainer: '/p[1]',
            startOffset: 0,
            endOffset: 4,
          },
          { type: 'TextPositionSelector', start: 4000 + at, end: 4000 + at + exact.length },
          {
            type: 'TextQuoteSelector',
            exact,
            prefix: text.slice(Math.max(0, at - 32), at),
            suffix: text.slice(at + exact.length, at + exact.length + 32),
          },
        ],
      },
    ],
    ...more,
  };
};

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
beforeAll(() => {
  notebook = testNotebook();
});
afterAll(() => notebook.dispose());

const titles = async (q: string) => {
  const { groups } = await notebook.search({ q, in: 'articles' });
  return groups.flatMap(({ items }) => items.map(({ title }) => title)).sort();
};

describe('articles', () => {
  beforeAll(() => {
    notebook.addArticles([
      {
        title: 'Harbour talks',
        text: 'The ministers met. Negotiations about the harbour continued.',
      },
      { title: 'Ferry strike', text: 'Crews of the ferry stopped work; the ministry negotiated.' },
      { title: '港湾会談', text: '両国の大臣は港湾について会談した。首' },
      { title: 'Café Brûlé', text: 'Owners said “no comment” — Min-seo’s visit is off.' },
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
    ['w*', ['Ferry strike']],
    ['title:strike', ['Ferry strike']],
    ['title:ministry', []],
    ['harbor~', ['Harbour talks']],
    ['cafe brule', ['Café Brûlé']],
    ['"no comment"', ['Café Brûlé']],
    ['min seo', ['Café Brûlé']],
    ["Min-seo's", ['Café Brûlé']],
    ['会談', ['港湾会談']],
    ['港', ['港湾会談']],
    ['首', ['港湾会談']],
    ['談', ['港湾会談']],
    ['-ferry -harbour', ['Café Brûlé', '港湾会談'].sort()],
    ['NEAR(harbour ferry)', []],
    ['^harbour {title}:', []],
  ])('%s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });
});

describe('the answer', () => {
  it('says what was understood, where it failed, and near words', async () => {
    const { understood, error, near, groups } = await notebook.search({ q: 'harbuor (ferry' });
    expect(understood.map(({ text }) => text)).toEqual(['harbuor', 'ferry']);
    expect(error).toEqual({ message: 'This parenthesis is never closed.', start: 8, end: 9 });
    expect(near).toMatchObject([{ word: 'harbuor', suggestions: ['harbour'] }]);
    expect(groups.map(({ total }) => total)).toEqual([0, 0, 0, 0, 0]);
  });

  it('marks the hits in title and text', async () => {
    const { groups } = await notebook.search({ q: 'harbour negotiations', in: ['articles'] });
    const item = groups[0]?.items[0];
    expect(item).toMatchObject({ title: 'Harbour talks', titleHits: [[0, 7]], start: 19, end: 31 });
    expect(item?.snippet.hits.map(([start, end]) => item.snippet.text.slice(start, end))).toEqual([
      'Negotiations',
      'harbour',
    ]);
  });

  it('does not repeat the title a text begins with, after hidden lines or in other spaces', async () => {
    const menu = 'Home World Money';
    const snippet = async (text: string, hidden: number) => {
      const [article = 0] = notebook.addArticles([{ title: 'Quay 港 opened', text }]);
      if (hidden > 0) {
        const range = { article, start: 0, end: hidden, reason: 'navigation', by: 'rule' };
        notebook.insert('hidden_ranges', range);
      }
      const { groups } = await notebook.search({ q: 'quay', in: 'articles' });
      notebook.context.commands.undo();
      if (hidden > 0) notebook.context.commands.undo();
      return groups[0]?.items[0]?.snippet.text;
    };
    const body = 'The quay stood empty.';
    expect(await snippet(`Quay 港\u3000opened\n\n${body}`, 0)).toBe(body);
    expect(await snippet(`${menu}\n\nQuay 港 opened\n\n${body}`, menu.length)).toBe(body);
    expect(await snippet(`Quay 港 opened, and ${body}`, 0)).toContain('opened, and');
  });

  it('marks the near words of a fuzzy one, and the beginning of a half-typed one', async () => {
    const marked = async (q: string, typing = false) => {
      const { groups } = await notebook.search({ q, in: 'articles', typing });
      return groups[0]?.items.flatMap(({ snippet: { text, hits } }) =>
        hits.map(([start, end]) => text.slice(start, end)),
      );
    };
    expect(await marked('harbuor~')).toEqual(['harbour']);
    expect(await marked('minist', true)).toEqual(['ministers', 'ministry']);
  });

  it('finds nothing for nothing', async () => {
    for (const q of ['', '   ', '()', '-', '*', '"', '!!! …', '\0']) {
      expect((await notebook.search({ q })).groups).toEqual([]);
    }
  });
});

describe('a half-typed word', () => {
  const typed = async (q: string) => {
    const { groups } = await notebook.search({ q, in: 'articles', typing: true });
    return groups[0]?.items.map(({ title }) => title);
  };

  it('finds the words that start with it, and its own forms', async () => {
    expect(await typed('harbour minis')).toEqual(['Harbour talks']);
    expect(await typed('ferry negotiation')).toEqual(['Ferry strike']);
    expect(await typed('minis ferry')).toEqual([]);
    expect(await typed('harbour minis ')).toEqual([]);
    expect(await typed('harbour -minis')).toEqual(['Harbour talks']);
  });
});

describe('a question', () => {
  it('finds the closest articles where none has all its words', async () => {
    const answer = await notebook.search({
      q: 'why did the ferry crews stop negotiating with port owners',
      in: 'articles',
    });
    expect(answer.relaxed).toBe(true);
    expect(answer.groups[0]?.items[0]).toMatchObject({ title: 'Ferry strike' });
    const item = answer.groups[0]?.items[0];
    const marked = item?.snippet.hits.map(([start, end]) => item.snippet.text.slice(start, end));
    expect(marked).toEqual(['Crews', 'ferry', 'stopped', 'negotiated']);
  });

  it('counts by outlet the articles it lists', async () => {
    const notes = testNotebook();
    try {
      notes.addArticles([
        { title: 'Snow', text: 'Snow closed the roads of the valley.', outlet: 'Post' },
        { title: 'Roads', text: 'Roads and mountain snow.', outlet: 'Post' },
        { title: 'Apart', text: 'The market opened.', outlet: 'Times' },
        { title: 'Valley', text: 'A mountain valley.', outlet: 'Times' },
      ]);
      const counted = async (q: string) => {
        const { groups, facets } = await notes.search({ q, in: 'articles', facets: true });
        expect(await notes.call('search.facets', { q })).toEqual(facets);
        return [groups[0]?.total, facets?.outlet];
      };
      const both = [
        { value: 'Post', count: 2 },
        { value: 'Times', count: 1 },
      ];
      const q = 'snow closed mountain roads valleys';
      expect(await counted(q)).toEqual([3, both]);
      expect(await counted(`${q} outlet:post`)).toEqual([2, both]);
    } finally {
      notes.dispose();
    }
  });

  it('written as a sentence, has the articles with all its words first, then the closest', async () => {
    const notes = testNotebook();
    try {
      const close = {
        title: 'Close',
        text: 'Snow, snow and snow. Closed the roads of the valley.',
      };
      notes.addArticles([
        close,
        { title: 'Whole', text: `${'Other words. '.repeat(200)} Snow closed the mountain roads.` },
        { title: 'Apart', text: 'The market opened.' },
      ]);
      const answered = async (q: string) => {
        const { groups, relaxed, whole } = await notes.search({ q, in: 'articles' });
        return [groups[0]?.items.map(({ title }) => title), relaxed, whole];
      };
      expect(await answered('snow closed the mountain roads')).toEqual([
        ['Whole', 'Close'],
        true,
        1,
      ]);
      const asWritten = [['Whole'], undefined, undefined];
      expect(await answered('snow closed mountain roads')).toEqual(asWritten);
      expect(await answered('snow closed the mountain')).toEqual(asWritten);
    } finally {
      notes.dispose();
    }
  });

  it('in Japanese finds the article with its rarest words', async () => {
    const answer = await notebook.search({
      q: '両国の大臣は何について会談しましたか',
      in: 'articles',
    });
    expect(answer.groups[0]?.items.map(({ title }) => title)).toEqual(['港湾会談']);
  });

  it('keeps fields, phrases and exclusions, and few words as they stand', async () => {
    expect(await titles('why did ferry crews stop negotiating -strike')).not.toContain(
      'Ferry strike',
    );
    expect(await titles('"no such words" why ferry crews stop negotiating')).toEqual([]);
    expect(await titles('ferry submarine')).toEqual([]);
  });
});

describe('hostile queries', () => {
  const hostile = [
    'a '.repeat(5000),
    '('.repeat(1000) + 'ferry' + ')'.repeat(1000),
    '(ferry OR -('.repeat(800),
    '"'.repeat(9999),
    'OR AND NOT - OR',
    'NEAR(ferry harbour, 2) ^ferry title : {title body} : "x" + y',
    `'; DROP TABLE articles; --`,
    'ferry\0harbour \uD800 \uDFFF',
    'title:"" outlet:* tag:~ in:everything after:never',
    'e*',
    'the',
    `${'a* '.repeat(300)}${'b OR '.repeat(300)}`,
    Array.from({ length: 300 }, (_, n) => `word${'abcdefgh'.charAt(n % 8)}~`).join(' '),
    'said:"\\uD83D" -after:2025-02-30 before:99999 in:',
    'ferry~ '.repeat(300),
    '-ferry OR -harbour OR (-a -b)',
    `${'x'.repeat(10_000)}* ${'会'.repeat(10_000)}`,
    'actor:(said:(title:(ferry)))',
  ];
  it.each(hostile.map((q) => [q.slice(0, 40), q]))('%s', async (_name, q) => {
    const { groups, understood } = await notebook.search({ q });
    expect(understood.length).toBeLessThan(1000);
    for (const { total, items } of groups) expect(items.length).toBeLessThanOrEqual(total);
    await notebook.search({ q, typing: true, sort: 'recency' });
    await notebook.call('search.facets', { q });
    await notebook.call('search.near', { q });
    expect((await notebook.call('search.complete', { q })).items.length).toBeLessThan(10);
  });

  it('leave the articles as they are', async () => {
    expect(await titles('harbour OR ferry OR 港湾 OR cafe')).toHaveLength(4);
  });
});

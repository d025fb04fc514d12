import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plantArticle } from '../../test-articles.ts';
import { testLibrary } from '../../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary();
});
afterEach(() => library.dispose());

const text = 'Orla Quinn said “the ferry stays” on Monday. Ruth Vale did not speak of it.';
const quote = { start: text.indexOf('“'), end: text.indexOf('”') + 1 };

/** Three articles with a date of each precision, two actors, and what one of them says in each. */
async function notebook() {
  const articles: string[] = [];
  for (const [title, issued] of [
    ['Day', '2031-03-11'],
    ['Month', '2031-03'],
    ['Undated', null],
  ] as const) {
    const id = plantArticle(library.dir, text, { title });
    await library.call('articles.update', { id, issued });
    articles.push(id);
  }
  const [quinn, vale] = await Promise.all(
    ['Orla Quinn', 'Ruth Vale'].map(
      async (name) => (await library.call('actors.create', { kind: 'person', name })).id,
    ),
  );
  const [first = '', second = '', third = ''] = articles;
  for (const articleId of articles) {
    const kind = articleId === second ? 'claim' : 'direct';
    await library.call('statements.create', { articleId, ...quote, kind, speaker: quinn ?? '' });
  }
  return { first, second, third, quinn: quinn ?? '', vale: vale ?? '' };
}

describe('the grid of who said what', () => {
  it('has the words, how often somebody silent is named, and nothing for empty cells', async () => {
    const { first, second, third, quinn, vale } = await notebook();
    const grid = await library.call('statements.grid', {});
    expect(grid.actors.map(({ id }) => id)).toEqual([quinn, vale]);
    expect(grid.articles.map(({ id }) => id)).toEqual([first, second, third]);
    expect(grid.cells).toHaveLength(6);
    const cell = grid.cells.find((one) => one.actorId === vale && one.articleId === first);
    expect(cell).toMatchObject({ named: 1, statements: [] });
    const said = grid.cells.find((one) => one.actorId === quinn && one.articleId === first);
    expect(said?.statements.map((one) => one.quote)).toEqual(['“the ferry stays”']);
  });

  it('is filtered by kind, date, actor and tag, and keeps those who are silent', async () => {
    const { first, second, quinn, vale } = await notebook();
    const said = async (filter: object) => {
      const { cells } = await library.call('statements.grid', filter);
      return cells.filter(({ statements }) => statements.length > 0).map((one) => one.articleId);
    };
    expect(await said({ kind: 'claim' })).toEqual([second]);
    expect(await said({ from: '2031-03-01', until: '2031-03-31' })).toEqual([first, second]);
    expect(await said({ until: '2031-02' })).toEqual([]);
    expect(await said({ from: '2031-03-12' })).toEqual([second]);
    expect(await said({ actorIds: [vale] })).toEqual([]);
    await library.call('annotations.create', {
      articleId: first,
      ...quote,
      motivation: 'tagging',
      tags: ['transport/ferry'],
    });
    for (const tag of ['transport', 'transport/ferry']) {
      const grid = await library.call('statements.grid', { tag });
      expect(grid.articles.map(({ id }) => id)).toEqual([first]);
      expect(grid.actors.map(({ id }) => id)).toEqual([quinn, vale]);
    }
    expect((await library.call('statements.grid', { tag: 'trans' })).articleTotal).toBe(0);
  });

  it('comes in pages', async () => {
    const { second, vale } = await notebook();
    const page = await library.call('statements.grid', {
      articleOffset: 1,
      articleLimit: 1,
      actorOffset: 1,
      actorLimit: 1,
    });
    expect(page).toMatchObject({ actorTotal: 2, articleTotal: 3 });
    expect(page.cells).toMatchObject([{ actorId: vale, articleId: second, named: 1 }]);
  });

  it('leaves out the trash', async () => {
    const { first } = await notebook();
    await library.call('articles.delete', { id: first });
    expect((await library.call('statements.grid', {})).articleTotal).toBe(2);
  });

  it('is exported as a table and as a list of statements', async () => {
    await notebook();
    const file = async (format: 'csv' | 'grid') => {
      const made = await library.call('export.statements', { format });
      if (!('base64' in made)) throw new Error('expected bytes');
      return { name: made.name, text: Buffer.from(made.base64, 'base64').toString() };
    };
    expect(await file('grid')).toEqual({
      name: 'Who said what.csv',
      text: `\ufeff${[
        ',,,',
        ',Day,Month,Undated',
        ',2031-03-11,2031-03,n.d.',
        'Orla Quinn,“the ferry stays”,“the ferry stays”,“the ferry stays”',
        'Ruth Vale,,,',
        '',
      ].join('\r\n')}`,
    });
    const { text: list } = await file('csv');
    expect(list.split('\r\n')).toHaveLength(5);
    expect(list).toContain('Orla Quinn,claim,“the ferry stays”,,,,Month,2031-03,');
  });

  it('is exported with what nobody is said to have said, where the filter lets it through', async () => {
    const { second, quinn } = await notebook();
    await library.call('statements.create', { articleId: second, start: 45, end: 60, kind: 'own' });
    const rows = async (filter: object) => {
      const made = await library.call('export.statements', filter);
      const text = Buffer.from('base64' in made ? made.base64 : '', 'base64').toString();
      return text.trim().split('\r\n').slice(1);
    };
    expect(await rows({})).toHaveLength(4);
    expect(await rows({ kind: 'own' })).toEqual([
      expect.stringMatching(/^,own,Ruth Vale did n,,,,Month,2031-03,.*,exact$/u),
    ]);
    expect(await rows({ actorIds: [quinn] })).toHaveLength(3);
  });
});

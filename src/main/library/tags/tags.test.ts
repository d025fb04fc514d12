import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Input, Method } from '../../../shared/contract/methods.ts';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';

const text = 'Ministers met on Tuesday. They agreed on little. A communiqué followed at noon.';
let library: ReturnType<typeof testLibrary>;
let articleId: string;

beforeEach(() => {
  library = testLibrary();
  articleId = plantArticle(library.dir, text, { title: 'Talks end' });
});
afterEach(() => library.dispose());

let at = 0;
const mark = (...tags: string[]) => {
  at = (at + 7) % 60;
  return library.call('annotations.create', {
    articleId,
    start: at,
    end: at + 5,
    motivation: 'tagging',
    tags,
  });
};
const names = async () => (await library.call('tags.list', {})).items.map(({ name }) => name);
const tagsOf = async (id: string) => (await library.call('annotations.get', { id })).tags;
const errorOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => (error instanceof AttacheError ? error.toData() : error),
  );

describe('tags.list', () => {
  it('is an outline with the tags that are only above others, each passage counted once', async () => {
    await mark('trade/steel', 'trade/tariffs/cars');
    await mark('trade/tariffs');
    await mark('aid');
    await library.call('tags.create', { name: 'later', colour: 'sky' });
    const { items } = await library.call('tags.list', {});
    expect(items).toEqual([
      { name: 'aid', parent: null, colour: null, annotations: 1, withSubtags: 1 },
      { name: 'later', parent: null, colour: 'sky', annotations: 0, withSubtags: 0 },
      { name: 'trade', parent: null, colour: null, annotations: 0, withSubtags: 2 },
      { name: 'trade/steel', parent: 'trade', colour: null, annotations: 1, withSubtags: 1 },
      { name: 'trade/tariffs', parent: 'trade', colour: null, annotations: 1, withSubtags: 2 },
      {
        name: 'trade/tariffs/cars',
        parent: 'trade/tariffs',
        colour: null,
        annotations: 1,
        withSubtags: 1,
      },
    ]);
  });

  it('is called by one harmless line, as it is kept', async () => {
    for (const [name, called] of [
      ['half\ud83d', 'half\ufffd'],
      ['two\nlines', 'two lines'],
      ['turned\u202e round', 'turned round'],
    ] as const) {
      const made = await library.call('tags.create', { name, colour: 'iris' });
      expect(made.name).toBe(called);
    }
    await expect(library.call('tags.create', { name: '\u202e' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('is cut between characters where it is too long to be said whole', async () => {
    await mark(`under/${'n'.repeat(100)}`);
    const to = `${'a'.repeat(59)}😀${'b'.repeat(100)}`;
    const error = await errorOf(library.call('tags.rename', { name: 'under', to }));
    expect(error).toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining(`“${'a'.repeat(59)}…”`),
    });
  });

  it('does not count what is in the trash', async () => {
    await mark('aid');
    await library.call('articles.delete', { id: articleId });
    expect((await library.call('tags.list', {})).items).toMatchObject([
      { name: 'aid', annotations: 0 },
    ]);
  });
});

describe('a tag and what is beneath it', () => {
  it('is renamed everywhere, in one step that can be undone after a restart', async () => {
    const { id } = await mark('trade', 'trade/steel', 'trade war');
    await library.call('tags.update', { name: 'trade/steel', colour: 'rose' });
    expect(await library.call('tags.rename', { name: 'trade', to: 'commerce' })).toEqual({
      name: 'commerce',
      annotations: 1,
    });
    expect(await tagsOf(id)).toEqual(['commerce', 'commerce/steel', 'trade war']);
    expect((await library.call('tags.list', {})).items).toMatchObject([
      { name: 'commerce' },
      { name: 'commerce/steel', colour: 'rose' },
      { name: 'trade war' },
    ]);
    await library.reopen();
    await library.call('history.undo', {});
    expect(await tagsOf(id)).toEqual(['trade', 'trade/steel', 'trade war']);
    await library.call('history.redo', {});
    expect(await tagsOf(id)).toEqual(['commerce', 'commerce/steel', 'trade war']);
  });

  it('moves beneath another and back to the top', async () => {
    const { id } = await mark('tariffs/cars');
    await mark('trade');
    await library.call('tags.move', { name: 'tariffs', into: 'trade' });
    expect(await tagsOf(id)).toEqual(['trade/tariffs/cars']);
    await library.call('tags.move', { name: 'trade/tariffs/cars', into: null });
    expect(await tagsOf(id)).toEqual(['cars']);
  });

  it('is found by the tag above it, in the list and in search', async () => {
    await mark('trade/tariffs');
    expect((await library.call('annotations.list', { tag: 'trade' })).total).toBe(1);
    expect((await library.call('annotations.list', { tag: 'trad' })).total).toBe(0);
    const { groups } = await library.call('search.query', { q: 'tag:trade in:annotations' });
    expect(groups.find(({ kind }) => kind === 'annotations')?.total).toBe(1);
  });

  it('merges with those beneath it; a passage that had both keeps one', async () => {
    const first = await mark('duties', 'duties/cars', 'tariffs');
    const second = await mark('tariffs/cars', 'levies');
    await library.call('tags.merge', { into: 'tariffs', from: ['duties', 'levies'] });
    expect(await tagsOf(first.id)).toEqual(['tariffs/cars', 'tariffs']);
    expect(await tagsOf(second.id)).toEqual(['tariffs/cars', 'tariffs']);
    expect(await names()).toEqual(['tariffs', 'tariffs/cars']);
    await library.call('history.undo', {});
    expect(await tagsOf(first.id)).toEqual(['duties', 'duties/cars', 'tariffs']);
  });

  it('merges a tag and one beneath it into the same', async () => {
    const { id } = await mark('a', 'a/b', 'a/b/c');
    await mark('x');
    await library.call('tags.merge', { into: 'x', from: ['a', 'a/b'] });
    expect(await tagsOf(id)).toEqual(['x', 'x/c']);
  });

  it('is deleted from every passage; the passages stay', async () => {
    const { id } = await mark('trade', 'trade/steel', 'aid');
    await library.call('tags.delete', { name: 'trade' });
    expect(await tagsOf(id)).toEqual(['aid']);
    await library.call('history.undo', {});
    expect(await tagsOf(id)).toEqual(['trade', 'trade/steel', 'aid']);
  });
});

describe('is refused', () => {
  it.each([
    ['tags.move', { name: 'a', into: 'a/b' }, 'invalid-input'],
    ['tags.move', { name: 'a', into: 'a' }, 'invalid-input'],
    ['tags.rename', { name: 'a', to: 'a/b/c/d' }, 'invalid-input'],
    ['tags.merge', { into: 'a/b', from: ['a'] }, 'invalid-input'],
    ['tags.merge', { into: 'a', from: ['a'] }, 'invalid-input'],
    ['tags.rename', { name: 'a', to: 'z' }, 'conflict'],
    ['tags.rename', { name: 'z', to: 'a' }, 'conflict'],
    ['tags.create', { name: 'a' }, 'conflict'],
    ['tags.rename', { name: 'a', to: ' ' }, 'invalid-input'],
    ['tags.rename', { name: 'a', to: 'l'.repeat(199) }, 'invalid-input'],
    ['tags.rename', { name: 'none', to: 'b' }, 'not-found'],
    ['tags.move', { name: 'none', into: null }, 'not-found'],
    ['tags.merge', { into: 'none', from: ['a'] }, 'not-found'],
    ['tags.merge', { into: 'z', from: ['none'] }, 'not-found'],
    ['tags.delete', { name: 'none' }, 'not-found'],
    ['tags.update', { name: 'none', colour: null }, 'not-found'],
  ] satisfies [Method, object, string][])('%s %j: %s', async (method, input, code) => {
    await mark('a/b', 'z');
    const before = await names();
    expect(await errorOf(library.call(method, input as Input<typeof method>))).toMatchObject({
      code,
    });
    expect(await names()).toEqual(before);
  });
});

describe('colours', () => {
  it('mean what the person says, until undone', async () => {
    await mark('a');
    await library.call('colours.update', { colour: 'amber', meaning: 'Key judgement' });
    const amber = async () => (await library.call('colours.list', {})).items[0];
    expect(await amber()).toEqual({ colour: 'amber', meaning: 'Key judgement', annotations: 1 });
    await library.call('colours.update', { colour: 'amber', meaning: '' });
    expect(await amber()).toMatchObject({ meaning: null });
    await library.call('history.undo', {});
    expect(await amber()).toMatchObject({ meaning: 'Key judgement' });
  });
});

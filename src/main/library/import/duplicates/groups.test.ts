import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLibrary } from '../../test-library.ts';
import { parseInProcess } from '../parse-in-process.ts';
import { wireCopies, wireStory } from './wire-copies.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

const story = wireStory(1);
const [headline = '', cut = '', longer = ''] = wireCopies(story, 1);

async function add(name: string, text: string): Promise<string> {
  const { imported } = await library.call('import.run', { sources: [{ name, text }] });
  return imported[0]?.articleId ?? '';
}

async function group(): Promise<[string, string, string]> {
  return [await add('a.txt', story), await add('b.txt', headline), await add('c.txt', longer)];
}

const groups = async () => {
  const { items } = await library.call('duplicates.list', {});
  return items.map(({ lead, shadows }) => [lead].concat(shadows).map(({ id }) => id));
};

describe('a group of near duplicates', () => {
  it('is listed with its lead and how like each shadow is', async () => {
    const [a, b, c] = await group();
    const { items, total } = await library.call('duplicates.list', { articleId: c });
    expect(total).toBe(1);
    expect(items[0]?.lead.id).toBe(a);
    expect(items[0]?.shadows.map(({ id, by }) => [id, by])).toEqual([
      [b, 'rule'],
      [c, 'rule'],
    ]);
    for (const { similarity } of items[0]?.shadows ?? []) expect(similarity).toBeGreaterThan(0.7);
    const other = await add('d.txt', wireStory(9));
    expect(await library.call('duplicates.list', { articleId: other })).toEqual({
      items: [],
      total: 0,
    });
  });

  it('gets another lead, and undo gives the old one back', async () => {
    const [a, b, c] = await group();
    const { lead, shadows } = await library.call('duplicates.lead', { id: c });
    expect([lead.id, ...shadows.map(({ id }) => id)]).toEqual([c, a, b]);
    expect(await library.call('articles.get', { id: a })).toMatchObject({
      shadowOf: c,
      shadows: 0,
    });
    expect(await library.call('articles.get', { id: c })).toMatchObject({
      shadowOf: null,
      shadows: 2,
    });
    await library.call('history.undo', {});
    expect(await groups()).toEqual([[a, b, c]]);
  });

  it('loses a member for good: a later copy and a new grouping do not bring it back', async () => {
    const [a, b, c] = await group();
    await library.call('duplicates.separate', { id: a });
    expect(await groups()).toEqual([[b, c]]);
    await library.call('duplicates.regroup', {});
    expect(await groups()).toEqual([[b, c]]);
    await library.call('duplicates.join', { id: a, lead: c });
    expect(await groups()).toEqual([[b, a, c]]);
    await library.call('duplicates.regroup', {});
    expect(await groups()).toEqual([[b, a, c]]);
  });

  it('answers what cannot be done', async () => {
    const alone = await add('d.txt', wireStory(9));
    const [a, b] = await group();
    for (const [method, input] of [
      ['duplicates.lead', { id: alone }],
      ['duplicates.separate', { id: alone }],
      ['duplicates.join', { id: b, lead: a }],
    ] as const) {
      await expect(library.call(method, input as never)).rejects.toMatchObject({
        code: 'conflict',
      });
    }
    await expect(library.call('duplicates.lead', { id: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('joins nothing that is in the trash, on either side', async () => {
    const alone = await add('d.txt', wireStory(9));
    const [a] = await group();
    await library.call('articles.delete', { id: alone });
    const before = await library.call('history.list', {});
    for (const input of [
      { id: a, lead: alone },
      { id: alone, lead: a },
    ]) {
      await expect(library.call('duplicates.join', input)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('is in the trash') as string,
      });
    }
    expect(await library.call('history.list', {})).toEqual(before);
  });
});

describe('the threshold', () => {
  const paragraphs = (seed: number) => wireStory(seed).split('\n\n').slice(1);
  /** Five paragraphs of nine are another story's. */
  const mixed = (seed: number) =>
    [...paragraphs(seed).slice(0, 5), ...paragraphs(seed + 50).slice(0, 4)].join('\n\n');

  it('is the person’s: imports follow it, and the library is grouped anew on request', async () => {
    const a = await add('a.txt', wireStory(3));
    const b = await add('b.txt', mixed(3));
    expect(await groups()).toEqual([]);
    const plan = async (threshold: number) => {
      const { items } = await library.call('duplicates.plan', { threshold });
      return items.map(({ article, before, after }) => [article.id, before?.id, after?.id]);
    };
    expect(await plan(0.4)).toEqual([[b, undefined, a]]);
    expect(await groups()).toEqual([]);
    const lower = await library.call('duplicates.regroup', { threshold: 0.4 });
    expect(lower).toEqual({ changed: 1, groups: 1, threshold: 0.4 });
    expect(await groups()).toEqual([[a, b]]);
    expect(await plan(0.9)).toEqual([[b, a, undefined]]);
    const higher = await library.call('duplicates.regroup', { threshold: 0.9 });
    expect(higher).toMatchObject({ changed: 1, groups: 0 });
    await library.call('history.undo', {});
    expect(await groups()).toEqual([[a, b]]);
    await library.call('settings.set', { nearThreshold: 1 });
    expect(await add('c.txt', wireCopies(wireStory(3), 3)[0] ?? '')).not.toBe('');
    expect(await groups()).toEqual([[a, b]]);
  });

  it('changes what a preview shows, and what its import does', async () => {
    const sources = [
      { name: 'a.txt', text: story },
      { name: 'b.txt', text: cut },
    ];
    const { previewId, items } = await library.call('import.preview', { sources });
    const second = items[1]?.key;
    expect(items[1]?.duplicate).toMatchObject({ kind: 'near', of: items[0]?.key });
    const compared = await library.call('import.compare', { previewId, threshold: 1 });
    expect(compared.items.map(({ key, duplicate }) => [key, duplicate])).toEqual([
      [items[0]?.key, null],
      [second, null],
    ]);
    const { imported, duplicates } = await library.call('import.run', { previewId });
    expect([imported.length, duplicates.length]).toEqual([2, 0]);
  });

  it('refuses what is no threshold', async () => {
    for (const threshold of [0, 2, Number.NaN]) {
      await expect(library.call('duplicates.regroup', { threshold })).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }
  });
});

describe('a row of a preview', () => {
  async function decide(near: 'lead' | 'none') {
    const lead = await add('a.txt', story);
    const { previewId, items } = await library.call('import.preview', {
      sources: [{ name: 'b.txt', text: headline }],
    });
    const decisions = [{ key: items[0]?.key ?? '', include: true, near }];
    const { imported } = await library.call('import.run', { previewId, decisions });
    return [lead, imported[0]?.articleId ?? ''];
  }

  it('becomes the lead where the person says so', async () => {
    const [lead, id] = await decide('lead');
    expect(await groups()).toEqual([[id, lead]]);
  });

  it('stays apart where the person says so', async () => {
    await decide('none');
    expect(await groups()).toEqual([]);
    await library.call('duplicates.regroup', {});
    expect(await groups()).toEqual([]);
  });
});

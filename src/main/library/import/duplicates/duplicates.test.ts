import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLibrary } from '../../test-library.ts';
import { parseInProcess } from '../parse-in-process.ts';
import { fingerprint, nearness, sameWords } from './fingerprint.ts';
import { wireCopies, wireStory } from './wire-copies.ts';

describe('near duplicates', () => {
  it('finds wire copies among other stories: recall and precision at least 0.95', () => {
    const stories = Array.from({ length: 60 }, (_, index) => wireStory(index));
    const copies = stories.flatMap((story, index) =>
      wireCopies(story, index).map((text) => ({ index, print: fingerprint(text, []) })),
    );
    const leads = stories.map((story) => fingerprint(story, []));
    let right = 0;
    let wrong = 0;
    for (const { index, print } of copies) {
      leads.forEach((lead, other) => {
        const shared = lead.bands.some((band) => print.bands.includes(band));
        if (!shared || nearness(lead, print, 0.6) === null) return;
        if (other === index) right += 1;
        else wrong += 1;
      });
    }
    expect(right / copies.length).toBeGreaterThanOrEqual(0.95);
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95);
  });

  it('tells texts of signs alone from each other', () => {
    const [dashes, faces, again] = ['-- ** ==', '😀 😀', '-- ** =='].map((text) =>
      fingerprint(text, []),
    );
    if (dashes === undefined || faces === undefined || again === undefined) throw new Error();
    expect(sameWords(dashes, faces)).toBe(false);
    expect(sameWords(dashes, again)).toBe(true);
  });

  it('finds what was shortened hard, and takes a round-up for no copy of what it quotes', () => {
    const [title = '', ...body] = wireStory(7, 17).split('\n\n');
    const print = (...parts: readonly string[]) => fingerprint(parts.join('\n\n'), []);
    const whole = print(title, ...body);
    expect(nearness(whole, print('Another headline', ...body.slice(0, 5)), 0.6)).toBeGreaterThan(
      0.9,
    );
    expect(nearness(whole, print(title, ...body.slice(12)), 0.6)).toBeNull();
    expect(nearness(whole, print(title, ...body.slice(0, 1)), 0.6)).toBeNull();
  });

  it('takes case, accents and punctuation for the same text, another word for another', () => {
    const print = (text: string) => fingerprint(text, []);
    expect(print('The “Café” opens — today.')).toEqual(print('the cafe opens: TODAY'));
    expect(sameWords(print('The café opens.'), print('The café closes.'))).toBe(false);
    expect(sameWords(print('a b'), print('b a'))).toBe(false);
  });
});

describe('in a library', () => {
  let library: ReturnType<typeof testLibrary>;
  beforeEach(() => {
    library = testLibrary(parseInProcess);
  });
  afterEach(() => library.dispose());

  const add = (name: string, text: string) =>
    library.call('import.run', { sources: [{ name, text }] });

  it('makes a copy the shadow of its lead, also through undo and redo', async () => {
    const story = wireStory(1);
    const [first] = (await add('lead.txt', story)).imported;
    const lead = first?.articleId;
    const [copy = ''] = wireCopies(story, 1);
    const { items } = await library.call('import.preview', {
      sources: [
        { name: 'copy.txt', text: copy },
        { name: 'lead.txt', text: story },
      ],
    });
    expect(items.map(({ duplicate }) => duplicate)).toMatchObject([
      { kind: 'near', articleId: lead, title: first?.title },
      { kind: 'identical', articleId: lead, title: first?.title },
    ]);
    const result = await add('copy.txt', copy);
    const { articleId, title } = result.imported[0] ?? {};
    expect(result.duplicates).toMatchObject([
      {
        source: 'copy.txt',
        articleId: lead,
        title: first?.title,
        kind: 'near',
        imported: { articleId, title },
      },
    ]);
    expect(result.duplicates[0]?.similarity).toBeGreaterThan(0.8);
    const shadow = await library.call('articles.get', {
      id: result.imported[0]?.articleId ?? '',
    });
    expect(shadow.shadowOf).toBe(lead);
    await library.call('history.undo', {});
    await library.call('history.undo', {});
    expect((await add('again.txt', copy)).duplicates).toEqual([]);
    await library.call('history.undo', {});
    await add('lead.txt', story);
    expect((await add('copy.txt', copy)).duplicates).toMatchObject([{ kind: 'near' }]);
  });

  it('finds a lead again whose import was undone and redone', async () => {
    const story = wireStory(2);
    await add('lead.txt', story);
    await library.call('history.undo', {});
    await library.call('history.redo', {});
    const [copy = ''] = wireCopies(story, 2);
    expect((await add('copy.txt', copy)).duplicates).toMatchObject([{ kind: 'near' }]);
  });

  it('says how like the lead of a group a copy is, not how like another copy', async () => {
    const words = (from: number) =>
      Array.from({ length: 100 }, (_, at) => `w${from + at}`).join(' ');
    await add('lead.txt', words(0));
    await add('shadow.txt', words(25));
    const { duplicates } = await add('copy.txt', words(45));
    const [similarity = 0] = duplicates.map((one) => one.similarity);
    expect(similarity).toBeGreaterThan(0.5);
    expect(similarity).toBeLessThan(0.6);
  });

  it('imports the same words from two outlets twice, as one group', async () => {
    const story = wireStory(3);
    const page = (outlet: string) => `---\noutlet: ${outlet}\n---\n${story}`;
    const first = await add('a.md', page('Courier'));
    const second = await add('b.md', page('Post'));
    expect(second.imported).toHaveLength(1);
    expect(second.duplicates).toMatchObject([
      { articleId: first.imported[0]?.articleId, kind: 'near', similarity: 1 },
    ]);
    expect((await add('c.md', page('Post'))).duplicates).toMatchObject([
      { kind: 'identical', title: second.imported[0]?.title, imported: null },
    ]);
  });

  it('does not count what is in the trash', async () => {
    const story = wireStory(4);
    const { imported } = await add('a.txt', story);
    await library.call('articles.delete', { id: imported[0]?.articleId ?? '' });
    expect((await add('a.txt', story)).imported).toHaveLength(1);
  });

  it('shows twins within a preview', async () => {
    const story = wireStory(5);
    const [copy = ''] = wireCopies(story, 5);
    const { items } = await library.call('import.preview', {
      sources: [
        { name: 'a.txt', text: story },
        { name: 'b.txt', text: copy },
        { name: 'c.txt', text: story.toUpperCase() },
      ],
    });
    expect(items.map(({ duplicate }) => duplicate && [duplicate.kind, duplicate.of])).toEqual([
      null,
      ['near', items[0]?.key],
      ['identical', items[0]?.key],
    ]);
  });

  it('hangs a near duplicate of identical files under the first of them, in every comparison', async () => {
    const story = wireStory(6);
    const [copy = ''] = wireCopies(story, 6);
    const name = (letter: string) => `${letter}.txt`;
    const { previewId, items } = await library.call('import.preview', {
      sources: [
        { name: name('a'), text: story },
        { name: name('b'), text: story.toUpperCase() },
        { name: name('c'), base64: Buffer.from(copy).toString('base64') },
        { name: name('d'), text: story.toLowerCase() },
      ],
    });
    const [a = '', b = '', c = '', d = ''] = items.map(({ key }) => key);
    const likeness = (all: typeof items) =>
      all.map(({ key, duplicate }) => [key, duplicate?.kind, duplicate?.of]);
    const expected = [
      [a, undefined, undefined],
      [b, 'identical', a],
      [c, 'near', a],
      [d, 'identical', a],
    ];
    expect(likeness(items)).toEqual(expected);
    const compared = await library.call('import.compare', { previewId, threshold: 0.6 });
    expect(likeness(compared.items as typeof items)).toEqual(expected);
    const reread = await library.call('import.reread', { previewId, key: c, encoding: 'utf-8' });
    expect(likeness(reread.items)).toEqual([expected[2]]);
    const run = await library.call('import.run', {
      previewId,
      decisions: items.map(({ key, duplicate }) => ({
        key,
        include: duplicate?.kind !== 'identical',
        near: key === c ? ('lead' as const) : undefined,
      })),
    });
    const [first, near] = run.imported;
    expect((await library.call('articles.get', { id: first?.articleId ?? '' })).shadowOf).toBe(
      near?.articleId,
    );
  });

  it('takes the earliest of rows that are as like', async () => {
    const story = wireStory(7);
    const [copy = ''] = wireCopies(story, 7);
    const page = (outlet: string) => `---\noutlet: ${outlet}\n---\n${story}`;
    const { items } = await library.call('import.preview', {
      sources: [
        { name: 'a.md', text: page('Courier') },
        { name: 'b.md', text: page('Post') },
        { name: 'c.txt', text: copy },
        { name: 'd.md', text: page('Herald') },
        { name: 'e.md', text: page('Post') },
      ],
    });
    const [a, b] = items.map(({ key }) => key);
    expect(items.map(({ duplicate }) => duplicate && [duplicate.kind, duplicate.of])).toEqual([
      null,
      ['near', a],
      ['near', a],
      ['near', a],
      ['identical', b],
    ]);
  });
});

import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLibrary } from '../../test-library.ts';
import { parseInProcess } from '../../import/parse-in-process.ts';
import { plainBlocks } from '../../articles/text/plain-blocks.ts';
import { keyedLines, packed, unpacked } from './line-keys.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

const titles = ['Ferry', 'Bridge', 'Quay', 'Granite', 'Light', 'School', 'Bell'];
const stories = [
  'Ferries between Brisk and the outer islands were cancelled for a second day after divers found a crack along the hull of the oldest ship.',
  'Drivers will have to take the long way round until spring, because engineers want to replace every bolt of the iron crossing at Holm.',
  'A cargo of timber slid into the basin while cranes were being changed over, and it took nine hours before boats could moor there again.',
  'Stone from the upper pit now sells for less than it costs to break, merchants complained when they met their bankers on Thursday evening.',
  'Keepers of the old lamp have asked for volunteers who can climb two hundred steps at dusk and do not mind sharing a room with gulls.',
  'Pupils returned to wooden desks and one stove after the heating failed, which their teachers described as a lesson in local history.',
  'It rang eleven times at noon instead of twelve, and nobody noticed until a visitor who was waiting for his bus began to count aloud.',
];
const prose = (index: number) => stories[index % stories.length] ?? '';

/** An article of an outlet: title, standing heading, prose, and what stands around them. */
const page = (index: number, outlet: string, below: readonly string[]) => ({
  name: `${outlet} ${index}.md`,
  text: [
    `---\noutlet: ${outlet}\n---`,
    `# ${titles[index]} of Brisk today`,
    prose(index),
    'What it means',
    `The matter of the ${titles[index]} is ${'to be looked into by officials of number '.repeat(2)}${index}, it was said in a statement which ${titles[index]} people read with ${index} doubts.`,
    ...below,
  ].join('\n\n'),
});

const club = 'Brisk Harbour Readers Club';
const pages = (from: number, to: number, outlet = 'The Courier', below = [club]) =>
  Array.from({ length: to - from }, (_, index) => page(from + index, outlet, below));

async function add(sources: { name: string; text: string }[]): Promise<string[]> {
  const { imported } = await library.call('import.run', { sources });
  return imported.map(({ articleId }) => articleId);
}

/** What is hidden or offered of an article because it comes back in its outlet. */
async function repeatedIn(id = ''): Promise<[string, string | undefined, number | undefined][]> {
  const { text, hidden, offered } = await library.call('articles.get', { id });
  return [...hidden, ...offered]
    .toSorted((a, b) => a.start - b.start)
    .filter(({ reason }) => reason === 'outlet-repetition')
    .map(({ start, end, by, articles }) => [text.slice(start, end), by, articles]);
}

describe('lines that come back in several articles of an outlet', () => {
  it('are offered from the third article on, in the earlier ones, too, and undone with the import', async () => {
    const [first, second] = await add(pages(0, 2));
    expect(await repeatedIn(first)).toEqual([]);
    const [third] = await add(pages(2, 3));
    for (const id of [first, second, third]) {
      expect(await repeatedIn(id)).toEqual([
        ['What it means', 'offered', 3],
        [club, 'offered', 3],
      ]);
    }
    await library.call('history.undo', {});
    expect(await repeatedIn(first)).toEqual([]);
    await library.call('history.redo', {});
    expect(await repeatedIn(third)).toHaveLength(2);
  });

  it('are hidden where they stand outside the paragraphs of five, and never between them', async () => {
    const ids = await add(pages(0, 5));
    expect(await repeatedIn(ids[4])).toEqual([
      ['What it means', 'offered', 5],
      [club, 'rule', 5],
    ]);
    const [later] = await add(pages(5, 6));
    expect(await repeatedIn(later)).toEqual([
      ['What it means', 'offered', 6],
      [club, 'rule', 6],
    ]);
  });

  it('are those of one outlet, of different reports, and not their titles', async () => {
    await add([...pages(0, 2), ...pages(2, 4, 'Post')]);
    const copies = ['Now', 'Today', 'Again'].map((word, index) => {
      const { text } = page(0, 'Echo', [club]);
      return { name: `copy ${index}.md`, text: text.replace('# ', `# ${word}: `) };
    });
    await add(copies);
    const same = [0, 1, 2].map((index) => {
      const { text } = page(index, 'Gazette', []);
      return { name: `same ${index}.md`, text: text.replace(/# .*/, '# Letters to us') };
    });
    await add(same);
    const { items } = await library.call('articles.list', {});
    const all = await Promise.all(items.map(({ id }) => repeatedIn(id)));
    expect(new Set(all.flat().map(([words]) => words))).toEqual(new Set(['What it means']));
  });

  it('stay shown in later articles once one was restored, until that is undone', async () => {
    const [first = ''] = await add(pages(0, 3));
    const { text, offered } = await library.call('articles.get', { id: first });
    const range = offered.find(({ start, end }) => text.slice(start, end) === 'What it means');
    await library.call('articles.unhide', { id: first, start: range?.start, end: range?.end });
    const { items } = await library.call('cleaning.rules', { outlet: 'The Courier' });
    expect(items).toMatchObject([{ action: 'show', words: 'What it means' }]);
    const [later] = await add(pages(3, 4));
    expect(await repeatedIn(first)).toEqual([[club, 'offered', 3]]);
    expect(await repeatedIn(later)).toEqual([[club, 'offered', 4]]);
    await library.call('history.undo', {});
    await library.call('history.undo', {});
    expect((await library.call('cleaning.rules', {})).items).toEqual([]);
    expect(await repeatedIn(first)).toHaveLength(2);
  });

  it('follow a new version of an article', async () => {
    const [id] = await add([...pages(0, 1, 'The Courier', []), ...pages(1, 3)]);
    const changed = page(0, 'The Courier', [club]);
    const { revised } = await library.call('import.run', { sources: [changed] });
    expect(revised.map(({ articleId }) => articleId)).toEqual([]);
    const { text } = await library.call('articles.get', { id: id ?? '' });
    await library.call('articles.revise', { id: id ?? '', text: `${text}\n\n${club}` });
    await add(pages(3, 4));
    expect(await repeatedIn(id)).toContainEqual([club, 'offered', 4]);
  });
});

describe('the preview', () => {
  type Item = {
    key: string;
    text: string;
    hidden: { start: number; end: number; by?: string | undefined }[];
  };
  const linesOf = ({ text, hidden }: Item) =>
    hidden.map(({ start, end, by }) => [text.slice(start, end), by]);

  it('shows them already, those of the library and of its own files together', async () => {
    await add(pages(0, 2));
    const few = await library.call('import.preview', { sources: pages(2, 3) });
    expect(few.items.map(linesOf)).toEqual([
      [
        ['What it means', 'offered'],
        [club, 'offered'],
      ],
    ]);
    const many = await library.call('import.preview', { sources: pages(2, 5) });
    for (const item of many.items) expect(linesOf(item)).toContainEqual([club, 'rule']);
    expect((await library.call('articles.list', {})).total).toBe(2);
  });

  it('counts rows under the outlets a person gives them, the others of the outlet, too', async () => {
    const bare = pages(0, 3).map(({ name, text }) => ({
      name,
      text: text.replace(/^---[^]*?---/, ''),
    }));
    const { previewId, items } = await library.call('import.preview', { sources: bare });
    expect(items.flatMap(linesOf)).toEqual([]);
    const give = (keys: readonly string[]) =>
      library.call('import.clean', {
        previewId,
        rows: keys.map((key) => ({ key, outlet: 'The Courier' })),
      });
    const [first = '', ...rest] = items.map(({ key }) => key);
    expect((await give([first])).items).toEqual([{ key: first, hidden: [] }]);
    const given = await give(rest);
    expect(given.items.map(({ key }) => key).toSorted()).toEqual([first, ...rest].toSorted());
    for (const { hidden } of given.items) expect(hidden).toHaveLength(2);
    await expect(give(['9.9'])).rejects.toMatchObject({ code: 'not-found' });
  });

  it('decides: a line shown there is not hidden when the import compares it again', async () => {
    const { previewId, items } = await library.call('import.preview', { sources: pages(0, 5) });
    const [looked] = items;
    const hidden = looked?.hidden.map((range) => ({ ...range, by: 'offered' as const }));
    const { imported } = await library.call('import.run', {
      previewId,
      decisions: [{ key: looked?.key ?? '', include: true, hidden }],
    });
    expect(await repeatedIn(imported[0]?.articleId)).toEqual([
      ['What it means', 'offered', 5],
      [club, 'offered', 5],
    ]);
    expect(await repeatedIn(imported[1]?.articleId)).toContainEqual([club, 'rule', 5]);
  });
});

it('lines are stored as they are, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 12 }), (parts) => {
      const text = parts.map((part) => part.replaceAll('\n', ' ')).join('\n\n');
      const lines = keyedLines(
        text,
        plainBlocks(text, () => false),
        'A title',
      );
      expect(unpacked(packed(lines))).toEqual(lines);
      for (const { start, end } of lines) expect(text.slice(start, end)).not.toBe('');
    }),
  );
});

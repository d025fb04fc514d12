import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';
import {
  added,
  addFerry,
  changed,
  closing,
  middle,
  opening,
  placeOf,
  prompt,
  title,
} from './test-ferry.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

describe('hidden lines of a revised article', () => {
  const hiddenWords = async (id: string) => {
    const { hidden, text: now } = await library.call('articles.get', { id });
    return hidden.map(({ start, end, by }) => [now.slice(start, end), by]);
  };

  it('follow their words, and the rules find those of new lines', async () => {
    const id = await addFerry(library);
    expect(await hiddenWords(id)).toEqual([[prompt, 'rule']]);
    await library.call('articles.hide', { id, ...placeOf(middle) });
    const share = 'Share this article';
    await library.call('articles.revise', {
      id,
      text: [title, added, opening, middle, prompt, closing, share].join('\n\n'),
    });
    expect(await hiddenWords(id)).toEqual([
      [middle, 'person'],
      [prompt, 'rule'],
      [share, 'rule'],
    ]);
  });

  it('are gone with their words', async () => {
    const id = await addFerry(library);
    await library.call('articles.hide', { id, ...placeOf(middle) });
    await library.call('articles.revise', { id, text: changed.replace(`${prompt}\n\n`, '') });
    expect(await hiddenWords(id)).toEqual([]);
  });

  it('stay shown where a person has shown them', async () => {
    const id = await addFerry(library);
    await library.call('articles.unhide', { id, ...placeOf(prompt) });
    await library.call('articles.revise', { id, text: changed });
    expect(await hiddenWords(id)).toEqual([]);
  });
});

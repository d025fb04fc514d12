import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchoredTexts, mutations } from '../../../../shared/anchoring/test-mutations.ts';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { LibraryEvent } from '../../../../shared/contract/events.ts';
import { parseInProcess } from '../../import/parse-in-process.ts';
import { canonicalText } from '../../import/text/canonical.ts';
import { plantArticle } from '../../test-articles.ts';
import { testLibrary } from '../../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

const title = 'Ferry vote in Estholm';
const opening = 'The board of Estholm voted on Tuesday to keep the ferry, Orla Quinn said.';
const middle = 'A second boat was never part of the plan, the harbour office wrote in May.';
const prompt = 'Sign up for our newsletter';
const closing = 'It will meet again before the summer, and Orla Quinn will lead the talks.';
const text = [title, opening, middle, prompt, closing].join('\n\n');
/** The middle paragraph replaced by others, so that the closing one stands elsewhere. */
const added = 'Nothing else was decided in the long night, and most members had left early.';
const changed = [title, opening, added, added.replace('long', 'short'), prompt, closing].join(
  '\n\n',
);

async function add(source = text): Promise<string> {
  const { imported } = await library.call('import.run', {
    sources: [{ name: 'ferry.txt', text: source }],
  });
  return imported[0]?.articleId ?? '';
}

it('versions of a text are listed, read and compared', async () => {
  const id = await add();
  await library.call('articles.revise', { id, text: changed });
  const { items } = await library.call('articles.versions', { id });
  expect(items.map(({ version, original }) => [version, original !== null])).toEqual([
    [2, false],
    [1, true],
  ]);
  const {
    blocks,
    added: came,
    removed,
  } = await library.call('articles.compare', {
    id,
    from: 1,
    to: 2,
  });
  const textWithout = (change: string) =>
    blocks
      .map(({ parts }) => parts.filter((part) => part.change !== change).map((part) => part.text))
      .map((parts) => parts.join(''))
      .filter((part) => part !== '');
  expect(textWithout('added')).toEqual(text.split('\n\n'));
  expect(textWithout('removed')).toEqual(changed.split('\n\n'));
  expect(came).toBeGreaterThan(removed);
  await expect(library.call('articles.compare', { id, from: 1, to: 9 })).rejects.toMatchObject({
    code: 'not-found',
  });
});

function placeOf(words: string, source = text) {
  const start = source.indexOf(words);
  if (start < 0) throw new Error(`No "${words}"`);
  return { start, end: start + words.length };
}

const mark = async (articleId: string, words: string) => {
  const place = { articleId, ...placeOf(words), motivation: 'highlighting' as const };
  return (await library.call('annotations.create', place)).id;
};

const state = async (articleId: string) => ({
  article: await library.call('articles.get', { id: articleId }),
  annotations: await library.call('annotations.list', { articleId }),
  statements: await library.call('statements.list', { articleId }),
  mentions: await library.call('mentions.list', { articleId }),
  found: (await library.call('articles.list', { query: 'night' })).total,
});

const errorOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => (error instanceof AttacheError ? error.toData() : String(error)),
  );

describe('articles.revise', () => {
  it('keeps each passage where it stands, moves it to wait, or keeps its words', async () => {
    const id = await add();
    const stays = await mark(id, 'The board of Estholm');
    const lost = await mark(id, 'A second boat was never part');
    const moves = await mark(id, 'Orla Quinn will lead the talks');
    const revised = await library.call('articles.revise', { id, text: changed });
    expect(revised).toMatchObject({ moved: [moves], orphaned: [lost], exact: 1 });
    expect(revised.article).toMatchObject({ id, version: 2, text: changed });
    expect(revised.article.blocks.map(({ start, end }) => changed.slice(start, end))).toEqual(
      changed.split('\n\n'),
    );
    const get = (annotation: string) => library.call('annotations.get', { id: annotation });
    expect(await get(stays)).toMatchObject({ status: 'exact', quote: 'The board of Estholm' });
    expect(await get(lost)).toMatchObject({
      status: 'orphaned',
      quote: 'A second boat was never part',
    });
    const moved = await get(moves);
    expect(moved.status).toBe('moved');
    expect(changed.slice(moved.start, moved.end)).toBe('Orla Quinn will lead the talks');
    expect(await library.call('library.check', {})).toEqual({ ok: true, problems: [] });
  });

  it('is found by its new words and no longer by the old ones', async () => {
    const id = await add();
    await library.call('articles.revise', { id, text: changed });
    const total = async (query: string) => (await library.call('articles.list', { query })).total;
    expect(await total('night')).toBe(1);
    expect(await total('boat')).toBe(0);
    const { words } = await library.call('articles.get', { id });
    expect(words).toBe(changed.split(/\s+/u).length);
  });

  it('keeps the earlier version readable', async () => {
    const id = await add();
    const before = await library.call('articles.get', { id });
    await library.call('articles.revise', { id, text: changed });
    const old = await library.call('articles.get', { id, version: 1 });
    expect(old).toMatchObject({
      version: 1,
      text,
      hash: before.hash,
      blocks: before.blocks,
      hidden: [],
    });
    const original = await library.call('articles.original', { id });
    expect(Buffer.from(original.base64, 'base64').toString()).toBe(text);
    expect(await errorOf(library.call('articles.get', { id, version: 3 }))).toMatchObject({
      code: 'not-found',
      field: 'version',
    });
  });

  it('is undone and done again in one step, with all that stands on the text', async () => {
    const id = await add();
    await mark(id, 'The board of Estholm');
    await mark(id, 'A second boat was never part');
    await mark(id, 'Orla Quinn will lead the talks');
    const speaker = (await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' }))
      .id;
    for (const words of [opening, middle]) {
      const place = { articleId: id, ...placeOf(words), kind: 'claim' as const };
      await library.call('statements.create', { ...place, speaker });
    }
    const before = await state(id);
    await library.call('articles.revise', { id, text: changed });
    const after = await state(id);
    expect(after.statements.items.map(({ status }) => status)).toEqual(['moved', 'orphaned']);
    expect(after.mentions.items.map(({ start }) => start)).toEqual(
      [...changed.matchAll(/Orla Quinn/gu)].map(({ index }) => index),
    );
    expect((await library.call('history.list', {})).items[0]?.label).toBe(`Revise “${title}”`);
    await library.call('history.undo', {});
    expect(await state(id)).toEqual(before);
    expect(await errorOf(library.call('articles.get', { id, version: 2 }))).toMatchObject({
      code: 'not-found',
    });
    await library.call('history.redo', {});
    expect(await state(id)).toEqual(after);
  });

  it('is taken back by an earlier version, which passages follow and undo takes away again', async () => {
    const id = await add();
    const start = text.indexOf(title);
    const made = await library.call('annotations.create', {
      articleId: id,
      start,
      end: start + title.length,
      motivation: 'highlighting',
    });
    const first = await library.call('articles.get', { id });
    await library.call('articles.revise', { id, text: changed });
    const { article, exact } = await library.call('articles.revert', { id, version: 1 });
    expect(article).toMatchObject({ version: 3, text: first.text, blocks: first.blocks });
    expect(article.source).toEqual(first.source);
    expect(exact).toBe(1);
    const { items } = await library.call('articles.versions', { id });
    expect(items.map(({ original }) => original !== null)).toEqual([true, false, true]);
    await expect(library.call('articles.revert', { id, version: 1 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(library.call('articles.revert', { id, version: 9 })).rejects.toMatchObject({
      code: 'not-found',
    });
    await library.call('history.undo', {});
    expect(await library.call('articles.get', { id })).toMatchObject({ version: 2, text: changed });
    const { items: passages } = await library.call('annotations.list', { articleId: id });
    expect(passages.map((one) => [one.id, changed.slice(one.start, one.end)])).toEqual([
      [made.id, title],
    ]);
  });

  it('tells every screen', async () => {
    const id = await add();
    const events: LibraryEvent[] = [];
    library.on((event) => events.push(event));
    await library.call('articles.revise', { id, text: changed });
    const [event] = events;
    if (event?.type !== 'changed') throw new Error('no event');
    expect(event.topics).toEqual(
      expect.arrayContaining(['articles', 'annotations', 'mentions', 'statements', 'briefings']),
    );
    expect(event.articleIds).toEqual([id]);
  });

  it('never takes a passage that waits for one that a person put there', async () => {
    const id = await add();
    const moves = await mark(id, 'Orla Quinn will lead the talks');
    await library.call('articles.revise', { id, text: changed });
    const again = await library.call('articles.revise', { id, text: `${changed}\n\nOne more.` });
    expect(again).toMatchObject({ moved: [moves], orphaned: [], exact: 0 });
    const { start, end } = await library.call('annotations.get', { id: moves });
    await library.call('annotations.update', { id: moves, start, end });
    const third = await library.call('articles.revise', {
      id,
      text: `${changed}\n\nOne more.\n\nTwo.`,
    });
    expect(third).toMatchObject({ moved: [], exact: 1 });
    expect(third.article.version).toBe(4);
  });

  it('keeps what was decided about a mention with its words', async () => {
    const id = await add();
    const actorId = (await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' }))
      .id;
    const last = text.lastIndexOf('Orla Quinn');
    const place = { actorId, articleId: id, start: last, end: last + 'Orla Quinn'.length };
    await library.call('mentions.update', { ...place, status: 'rejected' });
    const statuses = async () =>
      (await library.call('mentions.list', { articleId: id })).items.map(({ status }) => status);
    expect(await statuses()).toEqual(['proposed', 'rejected']);
    await library.call('articles.revise', { id, text: changed });
    expect(await statuses()).toEqual(['proposed', 'rejected']);
    await library.call('articles.revise', { id, text: 'Orla Quinn came alone to the pier.' });
    expect(await statuses()).toEqual(['proposed']);
  });

  it('refuses a text that is empty, and the one the article has', async () => {
    const id = await add();
    for (const same of [' \n\t\n', text, `${text.replaceAll('\n', '\r\n')}\n`]) {
      expect(await errorOf(library.call('articles.revise', { id, text: same }))).toMatchObject({
        code: 'invalid-input',
        field: 'text',
      });
    }
    expect((await library.call('articles.get', { id })).version).toBe(1);
    expect(await errorOf(library.call('articles.revise', { id: 'none', text }))).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('hidden lines of a revised article', () => {
  const hiddenWords = async (id: string) => {
    const { hidden, text: now } = await library.call('articles.get', { id });
    return hidden.map(({ start, end, by }) => [now.slice(start, end), by]);
  };

  it('follow their words, and the rules find those of new lines', async () => {
    const id = await add();
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
    const id = await add();
    await library.call('articles.hide', { id, ...placeOf(middle) });
    await library.call('articles.revise', { id, text: changed.replace(`${prompt}\n\n`, '') });
    expect(await hiddenWords(id)).toEqual([]);
  });

  it('stay shown where a person has shown them', async () => {
    const id = await add();
    await library.call('articles.unhide', { id, ...placeOf(prompt) });
    await library.call('articles.revise', { id, text: changed });
    expect(await hiddenWords(id)).toEqual([]);
  });
});

describe('whatever changes in a text', () => {
  it('no annotation is exact on other words', async () => {
    const names = Object.keys(mutations) as (keyof typeof mutations)[];
    const spot = fc.record({ from: fc.nat(400), length: fc.integer({ min: 1, max: 80 }) });
    await fc.assert(
      fc.asyncProperty(
        anchoredTexts,
        fc.constantFrom(...names),
        fc.array(spot, { maxLength: 4 }),
        async (parts, name, spots) => {
          const before = canonicalText(parts.before + parts.passage + parts.after);
          const change = mutations[name](parts, parts.filler);
          const next = `${change.before}${change.passage ?? ''}${change.after}`;
          fc.pre(canonicalText(next) !== before);
          const articleId = plantArticle(library.dir, before);
          const marked = new Map<string, { quote: string; prefix: string; suffix: string }>();
          const ranges = spots
            .map(({ from, length }) => ({ start: from, end: from + length }))
            .filter(({ end }) => end <= before.length);
          for (const range of [placeOf(parts.passage, before), ...ranges]) {
            const place = { articleId, ...range, motivation: 'highlighting' as const };
            const { id, quote, prefix, suffix } = await library.call('annotations.create', place);
            marked.set(id, { quote, prefix, suffix });
          }
          const { article, exact, moved, orphaned } = await library.call('articles.revise', {
            id: articleId,
            text: next,
          });
          expect([exact + moved.length + orphaned.length, article.version]).toEqual([
            marked.size,
            2,
          ]);
          const { items } = await library.call('annotations.list', { articleId });
          for (const { id, status, start, end, quote, prefix, suffix } of items) {
            expect({ quote, prefix, suffix }).toEqual(marked.get(id));
            if (status === 'moved') expect(end).toBeLessThanOrEqual(article.text.length);
            if (status !== 'exact') continue;
            expect(article.text.slice(start, end)).toBe(quote);
            expect(article.text.slice(0, start).endsWith(prefix)).toBe(true);
            expect(article.text.startsWith(suffix, end)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(await library.call('library.check', {})).toMatchObject({
      problems: expect.not.arrayContaining([
        expect.objectContaining({ code: 'anchor-off' }),
      ]) as unknown,
    });
  });
});

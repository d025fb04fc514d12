import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { annotationSchema } from '../../../shared/model/annotation.ts';
import { openDatabase } from '../storage/database.ts';
import { plantArticle } from '../test-articles.ts';
import { testLibrary } from '../test-library.ts';

const text = 'Ministers met on Tuesday. 😀 They agreed on little.\nA communiqué followed.';
let library: ReturnType<typeof testLibrary>;
let articleId: string;

beforeEach(() => {
  library = testLibrary();
  articleId = plantArticle(library.dir, text, { title: 'Talks end' });
});
afterEach(() => library.dispose());

const highlight = (start: number, end: number) =>
  library.call('annotations.create', { articleId, start, end, motivation: 'highlighting' });

const errorOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => (error instanceof AttacheError ? error.toData() : null),
  );

describe('annotations', () => {
  it('keeps the words with both selectors', async () => {
    const made = await library.call('annotations.create', {
      articleId,
      start: 0,
      end: 13,
      motivation: 'commenting',
      comment: 'Which ministers?',
      tags: ['who', 'talks', 'who'],
      colour: 'fern',
    });
    expect(annotationSchema.parse(made)).toEqual(made);
    expect(made).toMatchObject({
      quote: 'Ministers met',
      prefix: '',
      suffix: ' on Tuesday. 😀 They agreed on l',
      comment: 'Which ministers?',
      tags: ['who', 'talks'],
      colour: 'fern',
      status: 'exact',
      citedIn: [],
    });
    await library.reopen();
    expect(await library.call('annotations.get', { id: made.id })).toEqual(made);
  });

  it('lists overlapping and nested passages in the order of the text', async () => {
    const ranges = [
      [17, 40],
      [0, 13],
      [10, 24],
      [0, 30],
    ] as const;
    for (const [start, end] of ranges) await highlight(start, end);
    const { items, total } = await library.call('annotations.list', { articleId });
    expect(items.map(({ start, end }) => [start, end])).toEqual([
      [0, 13],
      [0, 30],
      [10, 24],
      [17, 40],
    ]);
    expect(total).toBe(4);
  });

  it('marks any range in the text with exactly those words, never half a character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.nat(text.length - 1), async (a, b) => {
        const made = await highlight(Math.min(a, b), Math.max(a, b) + 1);
        expect(made.quote).toBe(text.slice(made.start, made.end));
        expect(made.quote.isWellFormed()).toBe(true);
        expect(made.start).toBeLessThanOrEqual(Math.min(a, b));
        expect(made.end).toBeGreaterThanOrEqual(Math.max(a, b) + 1);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [5, 5, 'start'],
    [9, 4, 'start'],
    [0, text.length + 1, 'end'],
    [text.length, text.length + 4, 'end'],
  ])('refuses [%i, %i)', async (start, end, field) => {
    expect(await errorOf(highlight(start, end))).toMatchObject({ code: 'invalid-input', field });
    expect((await library.call('annotations.list', {})).total).toBe(0);
  });

  it('says so when the article or the annotation is not there', async () => {
    const nowhere = { articleId: 'none', start: 0, end: 1, motivation: 'tagging' } as const;
    expect(await errorOf(library.call('annotations.create', nowhere))).toMatchObject({
      code: 'not-found',
    });
    for (const method of ['annotations.get', 'annotations.delete', 'annotations.update'] as const) {
      expect(await errorOf(library.call(method, { id: 'none' }))).toMatchObject({
        code: 'not-found',
      });
    }
  });

  it('changes what an update names and nothing else', async () => {
    const made = await library.call('annotations.create', {
      articleId,
      start: 0,
      end: 9,
      motivation: 'highlighting',
      tags: ['one'],
    });
    const commented = await library.call('annotations.update', { id: made.id, comment: 'Note' });
    expect(commented).toEqual({ ...made, comment: 'Note', modified: commented.modified });
    const moved = await library.call('annotations.update', { id: made.id, end: 13, tags: [] });
    expect(moved).toMatchObject({ quote: 'Ministers met', tags: [], comment: 'Note' });
  });

  it('deletes one and keeps the others', async () => {
    const [first, second] = [await highlight(0, 5), await highlight(3, 9)];
    await library.call('annotations.delete', { id: first.id });
    const { items } = await library.call('annotations.list', { articleId });
    expect(items.map(({ id }) => id)).toEqual([second.id]);
  });

  it('filters by tag, and counts beyond the page', async () => {
    await library.call('annotations.create', {
      articleId,
      start: 0,
      end: 5,
      motivation: 'tagging',
      tags: ['b', 'a'],
    });
    await library.call('annotations.create', {
      articleId,
      start: 6,
      end: 9,
      motivation: 'tagging',
      tags: ['a'],
    });
    expect((await library.call('annotations.list', { tag: 'b' })).total).toBe(1);
    expect((await library.call('annotations.list', { tag: 'a', limit: 1 })).total).toBe(2);
  });

  it('shows a malformed row among the lost passages and the others unharmed', async () => {
    const [broken, sound] = [await highlight(0, 5), await highlight(6, 9)];
    const db = openDatabase(join(library.dir, 'library.sqlite'));
    db.prepare(
      `UPDATE annotations SET colour = 'mud', motivation = '', start = -7, "end" = 900 WHERE id = ?`,
    ).run(broken.id);
    db.close();
    const { items } = await library.call('annotations.list', { articleId });
    for (const item of items) expect(annotationSchema.safeParse(item).success).toBe(true);
    expect(items.find(({ id }) => id === sound.id)).toEqual(sound);
    expect(items.find(({ id }) => id === broken.id)).toMatchObject({
      quote: broken.quote,
      status: 'orphaned',
    });
  });

  it('names the article whose passages changed', async () => {
    const events: unknown[] = [];
    library.on((event) => events.push(event));
    const { id } = await highlight(0, 5);
    expect(events).toEqual([
      {
        type: 'changed',
        topics: ['annotations', 'history'],
        articleIds: [articleId],
        annotationIds: [id],
      },
    ]);
  });

  it('names the documents that cite a passage', async () => {
    const made = await highlight(0, 5);
    const db = openDatabase(join(library.dir, 'library.sqlite'));
    const insert = db.prepare(
      `INSERT INTO documents (id, kind, title, content, text, created, modified, trashed)
       VALUES (?, 'briefing', '', '{}', '', '', '', ?)`,
    );
    const cite = db.prepare(
      `INSERT INTO citations (document, ordinal, annotation_id, quote, article_id)
       VALUES (?, ?, ?, ?, ?)`,
    );
    for (const [id, trashed] of [
      ['kept', null],
      ['thrown-away', 'now'],
    ] as const) {
      const { lastInsertRowid } = insert.run(id, trashed);
      for (const ordinal of [0, 1]) cite.run(lastInsertRowid, ordinal, made.id, '', articleId);
    }
    db.close();
    expect(await library.call('annotations.get', { id: made.id })).toMatchObject({
      citedIn: ['kept'],
    });
  });
});

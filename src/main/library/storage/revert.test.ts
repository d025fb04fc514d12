import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dump, insertAnnotation, insertArticle, testStorage } from './test-storage.ts';

let t: ReturnType<typeof testStorage>;
beforeEach(() => void (t = testStorage()));
afterEach(() => t.dispose());

const effect = { topics: ['articles'] as const };
const run = (label: string, work: () => unknown) => {
  t.storage.commands.run(label, effect, work);
  return t.storage.journal.list(1)[0]?.id ?? 0;
};
const sql = (text: string, ...values: string[]) => void t.storage.db.prepare(text).run(...values);
const titles = () =>
  t.storage.db
    .prepare<{ title: string }>('SELECT title FROM articles ORDER BY id')
    .all()
    .map(({ title }) => title);
const refused = (by: RegExp) =>
  expect.objectContaining({ code: 'conflict', message: expect.stringMatching(by) });

describe('taking back one command of long ago', () => {
  test('leaves what came later, survives a restart, and can be undone and redone itself', () => {
    run('Import a', () => insertArticle(t.storage.db, 'a'));
    run('Import b', () => insertArticle(t.storage.db, 'b'));
    const renamed = run('Rename a', () => sql("UPDATE articles SET title = 'New' WHERE id = 'a'"));
    run('Rename b', () => sql("UPDATE articles SET title = 'Other' WHERE id = 'b'"));
    t.reopen();
    expect(t.storage.commands.revert(renamed).label).toBe('Take back: Rename a');
    expect(titles()).toEqual(['Title a', 'Other']);
    t.reopen();
    t.storage.commands.undo();
    expect(titles()).toEqual(['New', 'Other']);
    t.storage.commands.redo();
    expect(titles()).toEqual(['Title a', 'Other']);
    expect(() => t.storage.commands.revert(renamed)).toThrowError(
      refused(/“Take back: Rename a” came after it/),
    );
  });

  test('goes column by column where a later command changed others of the same row', () => {
    run('Import', () => insertArticle(t.storage.db, 'a'));
    const renamed = run('Rename', () => sql("UPDATE articles SET title = 'New', modified = 'x'"));
    run('Outlet', () => sql("UPDATE articles SET container_title = 'Paper', modified = 'y'"));
    t.storage.commands.revert(renamed);
    expect(t.storage.db.prepare('SELECT title, container_title FROM articles').get()).toEqual({
      title: 'Title a',
      container_title: 'Paper',
    });
  });

  test('asks the journal no oftener for many rows than for few', () => {
    const { db } = t.storage;
    let asked = 0;
    const prepare = db.prepare.bind(db);
    const spied = (text: string) => {
      const statement = prepare(text);
      const isOfMany = text.includes('journal_command c');
      return {
        ...statement,
        all: (...values: string[]) => ((asked += isOfMany ? 1 : 0), statement.all(...values)),
      };
    };
    const askedFor = (ids: readonly string[]) => {
      run('Import', () => ids.forEach((id) => insertArticle(db, id)));
      const renamed = run('Rename', () => sql("UPDATE articles SET title = 'New'"));
      run('Outlet', () => sql("UPDATE articles SET container_title = 'Paper'"));
      asked = 0;
      Object.assign(db, { prepare: spied });
      t.storage.commands.revert(renamed);
      Object.assign(db, { prepare });
      return asked;
    };
    const few = askedFor(['a']);
    expect(few).toBeGreaterThan(0);
    expect(askedFor(Array.from({ length: 40 }, (_, i) => `b${i}`))).toBe(few);
    expect(titles()).not.toContain('New');
  });

  test('is refused, and changes nothing, where later commands changed the same or build on it', () => {
    const imported = run('Import', () => insertArticle(t.storage.db, 'a'));
    const renamed = run('Rename', () => sql("UPDATE articles SET title = 'New'"));
    run('Rename again', () => sql("UPDATE articles SET title = 'Newer'"));
    run('Highlight', () => insertAnnotation(t.storage.db, 'n', 1));
    const before = dump(t.storage.db);
    expect(() => t.storage.commands.revert(renamed)).toThrowError(refused(/“Rename again”/));
    expect(() => t.storage.commands.revert(imported)).toThrowError(refused(/Take that back first/));
    expect(() => t.storage.commands.revert(999)).toThrowError(
      expect.objectContaining({ code: 'not-found' }),
    );
    expect(dump(t.storage.db)).toEqual(before);
  });

  test('is refused where what was made later hangs on what it made', () => {
    run('Import', () => insertArticle(t.storage.db, 'a'));
    const marked = run('Highlight', () => insertAnnotation(t.storage.db, 'n', 1));
    run('Tag', () => sql("INSERT INTO annotation_tags (annotation, tag) VALUES (1, 'x')"));
    expect(() => t.storage.commands.revert(marked)).toThrowError(refused(/“Tag” came after it/));
    expect(t.storage.db.prepare('SELECT count(*) AS n FROM annotation_tags').get()?.['n']).toBe(1);
  });

  test('is refused where its row would be the same as one made later', () => {
    run('Import', () => insertArticle(t.storage.db, 'a'));
    const removed = run('Remove', () => sql("DELETE FROM articles WHERE id = 'a'"));
    insertArticle(t.storage.db, 'b');
    run('Import again', () => insertArticle(t.storage.db, 'a'));
    const before = dump(t.storage.db);
    expect(() => t.storage.commands.revert(removed)).toThrowError(refused(/builds on it/));
    expect(dump(t.storage.db)).toEqual(before);
  });

  test('of any command answers as undoing all that follows it would, or is refused', () => {
    const step = fc.record({
      op: fc.constantFrom('insert', 'mark', 'rename', 'remove'),
      id: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), fc.nat(7), (steps, at) => {
        const one = testStorage();
        try {
          const { db, commands, journal } = one.storage;
          for (const [i, { op, id }] of steps.entries()) {
            try {
              commands.run(`${i}`, effect, () => {
                if (op === 'insert') insertArticle(db, `a${id}`);
                else if (op === 'rename')
                  db.prepare('UPDATE articles SET title = ? WHERE id = ?').run(`t${i}`, `a${id}`);
                else if (op === 'remove')
                  db.prepare('DELETE FROM articles WHERE id = ?').run(`a${id}`);
                else {
                  const row = db
                    .prepare<{ seq: number }>('SELECT seq FROM articles WHERE id = ?')
                    .get(`a${id}`);
                  if (row) insertAnnotation(db, `m${i}`, row.seq);
                }
              });
            } catch {
              // A twin id: refused, and nothing changed.
            }
          }
          const done = journal.list(20);
          const chosen = done[at % Math.max(1, done.length)];
          if (chosen === undefined) return;
          const before = dump(db);
          try {
            commands.revert(chosen.id);
          } catch (error) {
            expect(error).toMatchObject({ code: 'conflict' });
            expect(dump(db)).toEqual(before);
            return;
          }
          if (chosen === done[0]) {
            const reverted = dump(db);
            commands.undo();
            commands.undo();
            expect(dump(db)).toEqual(reverted);
            return;
          }
          commands.undo();
          expect(dump(db)).toEqual(before);
        } finally {
          one.dispose();
        }
      }),
      { numRuns: 40 },
    );
  });
});

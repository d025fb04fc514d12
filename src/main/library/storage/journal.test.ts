import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dump, insertAnnotation, insertArticle, testStorage } from './test-storage.ts';

let t: ReturnType<typeof testStorage>;
beforeEach(() => void (t = testStorage()));
afterEach(() => t.dispose());

const effect = { topics: ['articles'] as const };

describe('the undo journal', () => {
  test('takes back an insert, an update and a cascade, and does them again', () => {
    const { db, commands } = t.storage;
    const states = [dump(db)];
    const article = commands.run('Import', effect, () => insertArticle(db, 'a'));
    states.push(dump(db));
    commands.run('Highlight', effect, () => insertAnnotation(db, 'n', article));
    states.push(dump(db));
    commands.run('Rename', effect, () => db.prepare("UPDATE articles SET title = 'New'").run());
    states.push(dump(db));
    commands.run('Remove', effect, () => db.prepare('DELETE FROM articles').run());
    states.push(dump(db));
    expect(states[4]?.['annotations']).toEqual([]);

    for (const state of states.slice(0, -1).reverse()) {
      commands.undo();
      expect(dump(db)).toEqual(state);
    }
    expect(() => commands.undo()).toThrowError(
      expect.objectContaining({ code: 'nothing-to-undo' }),
    );
    for (const state of states.slice(1)) {
      commands.redo();
      expect(dump(db)).toEqual(state);
    }
    expect(() => commands.redo()).toThrowError(
      expect.objectContaining({ code: 'nothing-to-redo' }),
    );
  });

  test('undoes and redoes after a restart', () => {
    t.storage.commands.run('Import', effect, () => insertArticle(t.storage.db, 'a'));
    const after = dump(t.storage.db);
    t.reopen();
    expect(t.storage.commands.undo().label).toBe('Import');
    expect(dump(t.storage.db)['articles']).toEqual([]);
    t.reopen();
    t.storage.commands.redo();
    expect(dump(t.storage.db)).toEqual(after);
  });

  test('keeps NULs, reals, blobs and nulls as they were', () => {
    const { db, commands } = t.storage;
    db.exec('PRAGMA ignore_check_constraints=ON');
    const text = 'before\0after 😀 \u0007';
    commands.run('Import', effect, () => insertArticle(db, 'a', text));
    const before = dump(db);
    commands.run('Change', effect, () => db.prepare("UPDATE texts SET text = 'x'; ").run());
    commands.undo();
    expect(dump(db)).toEqual(before);
    expect(db.prepare('SELECT text FROM texts').get()?.['text']).toBe(text);
  });

  test('a failed command leaves neither a change nor a trace in the history', () => {
    const { db, commands, journal } = t.storage;
    const before = dump(db);
    expect(() =>
      commands.run('Fails', effect, () => {
        insertArticle(db, 'a');
        throw new Error('half way');
      }),
    ).toThrow('half way');
    expect(dump(db)).toEqual(before);
    expect(journal.list(10)).toEqual([]);
    expect(t.events).toEqual([]);
  });

  test('a new command forgets what was undone', () => {
    const { db, commands, journal } = t.storage;
    commands.run('One', effect, () => insertArticle(db, 'a'));
    commands.undo();
    commands.run('Two', effect, () => insertArticle(db, 'b'));
    expect(() => commands.redo()).toThrowError(
      expect.objectContaining({ code: 'nothing-to-redo' }),
    );
    expect(journal.list(10).map((entry) => entry.label)).toEqual(['Two']);
  });

  test('a command that leaves all as it was is no step, and what was undone can be done again', () => {
    const { db, commands, journal } = t.storage;
    commands.run('One', effect, () => insertArticle(db, 'a'));
    commands.run('Two', effect, () => db.prepare("UPDATE articles SET title = 'New'").run());
    commands.undo();
    const before = dump(db);
    commands.run('Nothing', effect, () => {
      db.prepare("UPDATE articles SET title = 'Other'").run();
      db.prepare("UPDATE articles SET title = 'Title a', modified = '2026-03-12'").run();
      db.prepare('DELETE FROM texts').run();
      db.prepare(
        `INSERT INTO texts (article, version, text, hash, blocks, marks, created)
         VALUES (1, 1, 'Text of a.', 'hash', '[]', '[]', '2026-03-11T10:00:00Z')`,
      ).run();
      insertArticle(db, 'b');
      db.prepare("DELETE FROM articles WHERE id = 'b'").run();
      db.prepare("DELETE FROM originals WHERE sha256 = 'sha-b'").run();
    });
    expect(dump(db)).toEqual(before);
    expect(journal.list(10).map(({ label }) => label)).toEqual(['Two', 'One']);
    expect(commands.redo().label).toBe('Two');
    expect(db.prepare('SELECT title FROM articles').get()?.['title']).toBe('New');
  });

  test.each([
    ['one value of many', "UPDATE articles SET title = 'Other', modified = '2026-03-12'"],
    ['a row that is gone', 'DELETE FROM texts'],
    ['a row under another key', 'UPDATE texts SET version = 2'],
    ['a null that became a value', "UPDATE articles SET language = 'de'"],
  ])('%s is a step', (_name, sql) => {
    const { db, commands, journal } = t.storage;
    commands.run('Import', effect, () => insertArticle(db, 'a'));
    commands.run('Change', effect, () => db.prepare(sql).run());
    expect(journal.list(1)[0]?.label).toBe('Change');
  });

  test('the steps of a group undo as one, and only the steps that were committed', () => {
    const { db, commands } = t.storage;
    const before = dump(db);
    const group = commands.group('Import 3 files');
    group.step(() => insertArticle(db, 'a'));
    group.step(() => insertArticle(db, 'b'));
    expect(() =>
      group.step(() => {
        insertArticle(db, 'c');
        throw new Error('bad file');
      }),
    ).toThrow('bad file');
    group.end(effect);
    expect(dump(db)['articles']).toHaveLength(2);
    expect(commands.undo().label).toBe('Import 3 files');
    expect(dump(db)).toEqual(before);
  });

  test('a group whose first step failed goes on with the next one', () => {
    const { db, commands, journal } = t.storage;
    const group = commands.group('Import 2 files');
    expect(() =>
      group.step(() => {
        throw new Error('bad file');
      }),
    ).toThrow('bad file');
    group.step(() => insertArticle(db, 'a'));
    group.end(effect);
    expect(journal.list(10).map((entry) => entry.label)).toEqual(['Import 2 files']);
    commands.undo();
    expect(dump(db)['articles']).toEqual([]);
  });

  test('nothing is undone under a group that has not ended', () => {
    const { db, commands } = t.storage;
    const group = commands.group('Import 2 files');
    group.step(() => insertArticle(db, 'a'));
    expect(() => commands.undo()).toThrowError(expect.objectContaining({ code: 'conflict' }));
    group.step(() => insertArticle(db, 'b'));
    group.end(effect);
    commands.undo();
    expect(dump(db)['articles']).toEqual([]);
  });

  test('what is gathered undoes as one, whatever runs and groups it was made of', async () => {
    const { db, commands, journal } = t.storage;
    const before = dump(db);
    await commands.gather('Load the sample', effect, async () => {
      const group = commands.group('Import');
      const article = group.step(() => insertArticle(db, 'a'));
      group.end(effect);
      await Promise.resolve();
      commands.run('Highlight', effect, () => insertAnnotation(db, 'n', article));
    });
    const after = dump(db);
    expect(journal.list(10).map((entry) => entry.label)).toEqual(['Load the sample']);
    commands.undo();
    expect(dump(db)).toEqual(before);
    commands.redo();
    expect(dump(db)).toEqual(after);
  });

  test('autosaves under one key are one entry, whose undo goes back to the first old value', () => {
    const { db, commands, journal } = t.storage;
    commands.run('Import', effect, () => insertArticle(db, 'a'));
    const before = dump(db);
    for (const title of ['One', 'Two', 'Three']) {
      commands.run('Edit', effect, () => db.prepare('UPDATE articles SET title = ?').run(title), {
        coalesce: 'edit:a',
      });
    }
    expect(journal.list(10).map(({ label, changes }) => [label, changes])).toEqual([
      ['Edit', 1],
      ['Import', 3],
    ]);
    const after = dump(db);
    commands.undo();
    expect(dump(db)).toEqual(before);
    commands.redo();
    expect(dump(db)).toEqual(after);
  });

  test('saves more than ten minutes apart are two entries', () => {
    const { db, commands, journal } = t.storage;
    commands.run('Import', effect, () => insertArticle(db, 'a'));
    const save = (title: string) =>
      commands.run('Edit', effect, () => db.prepare('UPDATE articles SET title = ?').run(title), {
        coalesce: 'edit:a',
      });
    save('One');
    t.clock.now = new Date(t.clock.now.getTime() + 11 * 60_000);
    save('Two');
    expect(journal.list(10)).toHaveLength(3);
  });

  test('a save after an undo goes on with no entry that was undone', () => {
    const { db, commands, journal } = t.storage;
    commands.run('Import', effect, () => insertArticle(db, 'a'));
    const before = dump(db);
    const save = (title: string) =>
      commands.run('Edit', effect, () => db.prepare('UPDATE articles SET title = ?').run(title), {
        coalesce: 'edit:a',
      });
    save('One');
    commands.undo();
    save('Two');
    expect(journal.list(10).map(({ label, undone }) => [label, undone])).toEqual([
      ['Edit', false],
      ['Import', false],
    ]);
    commands.undo();
    expect(dump(db)).toEqual(before);
    commands.redo();
    const saved = dump(db);
    commands.run('Mark', effect, () => insertArticle(db, 'b'));
    commands.undo();
    expect(dump(db)).toEqual(saved);
    save('Three');
    commands.undo();
    expect(dump(db)).toEqual(before);
  });

  test('any run of commands can be undone to the start and redone to the end', () => {
    const step = fc.oneof(
      fc.record({ op: fc.constant('insert' as const), id: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ op: fc.constant('mark' as const), id: fc.integer({ min: 0, max: 5 }) }),
      fc.record({
        op: fc.constant('rename' as const),
        id: fc.integer({ min: 0, max: 5 }),
        title: fc.string({ unit: 'binary' }).map((title) => title.toWellFormed()),
      }),
      fc.record({ op: fc.constant('remove' as const), id: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ op: fc.constant('undo' as const) }),
      fc.record({ op: fc.constant('redo' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const run = testStorage();
        try {
          const { db, commands } = run.storage;
          const start = dump(db);
          let marks = 0;
          for (const step of steps) {
            try {
              if (step.op === 'undo') commands.undo();
              else if (step.op === 'redo') commands.redo();
              else {
                commands.run(step.op, effect, () => {
                  if (step.op === 'insert') insertArticle(db, `a${step.id}`);
                  else if (step.op === 'rename') {
                    db.prepare('UPDATE articles SET title = ? WHERE id = ?').run(
                      step.title,
                      `a${step.id}`,
                    );
                  } else if (step.op === 'remove') {
                    db.prepare('DELETE FROM articles WHERE id = ?').run(`a${step.id}`);
                  } else {
                    const row = db
                      .prepare<{ seq: number }>('SELECT seq FROM articles WHERE id = ?')
                      .get(`a${step.id}`);
                    if (row) insertAnnotation(db, `m${marks++}`, row.seq);
                  }
                });
              }
            } catch {
              // A twin id or an empty history: refused, and the state must not have changed.
            }
          }
          const end = dump(db);
          let undone = 0;
          for (;;) {
            try {
              commands.undo();
              undone += 1;
            } catch {
              break;
            }
          }
          expect(dump(db)).toEqual(start);
          for (let i = 0; i < undone; i += 1) commands.redo();
          expect(dump(db)).toEqual(end);
        } finally {
          run.dispose();
        }
      }),
      { numRuns: 40 },
    );
  });
});

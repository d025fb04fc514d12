import { appendFileSync, existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp, listBackups, restoreBackup } from './backup.ts';
import { openDatabase, type Database } from './database.ts';
import { openStorage } from './open.ts';
import { backupsToKeep } from './rotation.ts';
import { dump, insertArticle, testStorage } from './test-storage.ts';

let t: ReturnType<typeof testStorage>;
beforeEach(() => void (t = testStorage()));
afterEach(() => t.dispose());

const add = (id: string) =>
  t.storage.commands.run('Import', { topics: [] }, () => insertArticle(t.storage.db, id));

describe('backups', () => {
  test('each one opens with the content it was made of', () => {
    add('a');
    const content = dump(t.storage.db);
    const path = backUp(t.storage.db, t.dir, t.clock.now);
    add('b');
    t.storage.close();
    restoreBackup(t.dir, path, t.clock.now);
    const restored = openStorage(t.dir, { now: () => t.clock.now, emit: () => undefined });
    expect(dump(restored.db)).toEqual(content);
    restored.commands.undo();
    expect(dump(restored.db)['articles']).toEqual([]);
    restored.close();
    t.closed();
  });

  test('a restore keeps also what another program, by reading, holds in the log', () => {
    add('a');
    const backup = backUp(t.storage.db, t.dir, t.clock.now);
    t.storage.close();
    t.closed();
    const path = join(t.dir, 'library.sqlite');
    const writer = openDatabase(path);
    const reader = openDatabase(path, { readOnly: true });
    try {
      writer.exec('PRAGMA journal_mode=WAL');
      reader.exec('BEGIN');
      reader.prepare('SELECT count(*) FROM articles').get();
      writer.exec("UPDATE articles SET title = 'Acknowledged'");
      const { kept } = restoreBackup(t.dir, backup, t.clock.now);
      const [aside, restored] = [kept ?? '', path].map((file) =>
        openDatabase(file, { readOnly: true }),
      );
      const titleIn = (db: Database | undefined) =>
        db?.prepare('SELECT title FROM articles').get()?.['title'];
      expect([titleIn(aside), titleIn(restored)]).toEqual(['Acknowledged', 'Title a']);
      aside?.close();
      restored?.close();
    } finally {
      reader.close();
      writer.close();
    }
  });

  test('a restore keeps the library it replaced', () => {
    add('a');
    const path = backUp(t.storage.db, t.dir, t.clock.now);
    add('b');
    t.storage.close();
    const { kept } = restoreBackup(t.dir, path, t.clock.now);
    expect(kept).not.toBeNull();
    restoreBackup(t.dir, kept ?? '', t.clock.now);
    const back = openStorage(t.dir, { now: () => t.clock.now, emit: () => undefined });
    expect(dump(back.db)['articles']).toHaveLength(2);
    back.close();
    t.closed();
  });

  test('an open library is not restored over', () => {
    const path = backUp(t.storage.db, t.dir, t.clock.now);
    expect(() => restoreBackup(t.dir, path, t.clock.now)).toThrowError(
      expect.objectContaining({ code: 'library-locked' }),
    );
  });

  test('a damaged backup is refused and the library untouched', () => {
    for (let i = 0; i < 50; i += 1) add(`a${i}`);
    const path = backUp(t.storage.db, t.dir, t.clock.now);
    const before = dump(t.storage.db);
    truncateSync(path, 8192);
    t.storage.close();
    expect(() => restoreBackup(t.dir, path, t.clock.now)).toThrowError(
      expect.objectContaining({
        code: 'library-damaged',
        message: expect.stringMatching(/Nothing was changed: choose another file/),
      }),
    );
    const storage = openStorage(t.dir, { now: () => t.clock.now, emit: () => undefined });
    expect(dump(storage.db)).toEqual(before);
    storage.close();
    t.closed();
  });

  test('a file that only begins like a database is refused as damaged', () => {
    const path = join(t.dir, 'begins.sqlite');
    const bytes = Buffer.alloc(8192, 7);
    bytes.write('SQLite format 3\0');
    writeFileSync(path, bytes);
    t.storage.close();
    expect(() => restoreBackup(t.dir, path, t.clock.now)).toThrowError(
      expect.objectContaining({
        code: 'library-damaged',
        message: expect.stringMatching(/choose another file/),
      }),
    );
    t.closed();
  });

  test('a failed backup leaves no half file', () => {
    writeFileSync(join(t.dir, 'library.sqlite.note'), 'x');
    const before = readdirSync(join(t.dir, 'backups'));
    t.storage.close();
    expect(() => backUp(t.storage.db, t.dir, t.clock.now)).toThrow();
    expect(readdirSync(join(t.dir, 'backups'))).toEqual(before);
    t.closed();
  });
});

describe('rotation', () => {
  const name = (day: number, hour = 12) =>
    `library-${new Date(Date.UTC(2026, 0, 1 + day, hour)).toISOString().replaceAll(':', '-').replace('.', '-')}.sqlite`;

  test('a year of daily backups leaves 12 days, 10 weeks, 9 months', () => {
    let names: string[] = [];
    for (let day = 0; day < 365; day += 1) {
      names.push(name(day, 9), name(day, 17));
      const keep = backupsToKeep(names);
      names = names.filter((candidate) => keep.has(candidate));
    }
    const days = new Set(names.map((n) => n.slice(8, 18)));
    const months = new Set(names.map((n) => n.slice(8, 15)));
    expect(names.slice(0, -5).every((n) => n.includes('T17'))).toBe(true);
    expect(
      Array.from({ length: 12 }, (_, i) => name(364 - i).slice(8, 18)).every((d) => days.has(d)),
    ).toBe(true);
    expect(months.size).toBe(9);
    expect(names.length).toBeGreaterThanOrEqual(12 + 8 + 6);
    expect(names.length).toBeLessThanOrEqual(12 + 10 + 9 + 5);
  });

  test('several of one day stay: an older one may be the last good one', () => {
    const names = [8, 9, 10, 11, 12, 13].map((hour) => name(0, hour));
    expect(names.filter((each) => backupsToKeep(names).has(each))).toEqual(names.slice(1));
  });

  test('a clock set back ten years loses none of the newest twelve days', () => {
    const names = Array.from({ length: 12 }, (_, day) => name(day));
    const early = 'library-2016-01-01T00-00-00-000Z.sqlite';
    const keep = backupsToKeep([...names, early]);
    expect(names.every((candidate) => keep.has(candidate))).toBe(true);
  });

  test('files of others in the folder are neither listed nor removed', () => {
    const stranger = join(t.dir, 'backups', 'holiday.sqlite');
    appendFileSync(stranger, 'mine');
    backUp(t.storage.db, t.dir, t.clock.now);
    expect(existsSync(stranger)).toBe(true);
    expect(listBackups(t.dir)).toHaveLength(1);
  });
});

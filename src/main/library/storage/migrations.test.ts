import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { migrations } from './migrations/index.ts';
import { migrate } from './open.ts';

const schemaOf = (db: Database) =>
  db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();

test('a schema brought up step by step is the one made fresh', () => {
  const dir = mkdtempSync(join(tmpdir(), 'attache-migrate-'));
  try {
    const fresh = openDatabase(join(dir, 'fresh.sqlite'));
    migrate(fresh, migrations);
    const stepped = openDatabase(join(dir, 'stepped.sqlite'));
    for (const { version } of migrations) {
      migrate(
        stepped,
        migrations.filter((migration) => migration.version <= version),
      );
    }
    expect(schemaOf(stepped)).toEqual(schemaOf(fresh));
    fresh.close();
    stepped.close();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('a migration that fails leaves the old schema and the old version', () => {
  const dir = mkdtempSync(join(tmpdir(), 'attache-migrate-'));
  try {
    const db = openDatabase(join(dir, 'library.sqlite'));
    migrate(db, migrations);
    const before = schemaOf(db);
    const bad = [
      ...migrations,
      { version: 99, sql: 'CREATE TABLE extra (x); CREATE TABLE extra (x);' },
    ];
    expect(() => migrate(db, bad)).toThrow();
    expect(schemaOf(db)).toEqual(before);
    expect(db.prepare('PRAGMA user_version').get()).toEqual({
      user_version: migrations.at(-1)?.version,
    });
    db.close();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('versions count up', () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
});

test('a library of the first schema keeps its articles, and each text learns its original', () => {
  const dir = mkdtempSync(join(tmpdir(), 'attache-migrate-'));
  try {
    const db = openDatabase(join(dir, 'library.sqlite'));
    migrate(db, migrations.slice(0, 1));
    db.exec(`
      INSERT INTO originals VALUES ('file', 3);
      INSERT INTO articles (seq, id, title, words, source_name, source_format, original, created, modified)
        VALUES (1, 'a', 'Ferry', 2, 'a.txt', 'text', 'file', '2026', '2026');
      INSERT INTO texts (article, version, text, hash, blocks, marks, created)
        VALUES (1, 1, 'Old words', 'h1', '[]', '[]', '2026'), (1, 2, 'New words', 'h2', '[]', '[]', '2026');
    `);
    migrate(db, migrations);
    expect(db.prepare('SELECT version, text, original FROM texts ORDER BY version').all()).toEqual([
      { version: 1, text: 'Old words', original: 'file' },
      { version: 2, text: 'New words', original: null },
    ]);
    db.close();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

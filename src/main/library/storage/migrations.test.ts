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

test('versions count up from 1 without a gap', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
});

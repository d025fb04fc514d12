import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryEvent } from '../../../shared/contract/events.ts';
import { createCommands, type Commands } from './commands.ts';
import { openDatabase, type Database } from './database.ts';
import { migrations } from './migrations/index.ts';

/** The opened storage of one library folder. */
export interface Storage {
  readonly db: Database;
  readonly commands: Commands;
  readonly readOnly: boolean;
  close(): void;
}

export function openStorage(dir: string, emit: (event: LibraryEvent) => void): Storage {
  mkdirSync(join(dir, 'originals'), { recursive: true });
  const db = openDatabase(join(dir, 'library.sqlite'));
  db.exec('PRAGMA journal_mode=WAL');
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  for (const migration of migrations.filter((migration) => migration.version > version)) {
    db.exec(`BEGIN IMMEDIATE; ${migration.sql}; PRAGMA user_version=${migration.version}; COMMIT`);
  }
  return { db, commands: createCommands(db, emit), readOnly: false, close: () => db.close() };
}

import type { Database } from './database.ts';

/** Whether data derived by rules was derived by rules of another version than these. */
export function isOutdated(db: Database, key: string, version: number): boolean {
  const stored = db.prepare<{ value: unknown }>('SELECT value FROM meta WHERE key = ?').get(key);
  return Number(stored?.value ?? 0) !== version;
}

export const setVersion = (db: Database, key: string, version: number): void =>
  void db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, version);

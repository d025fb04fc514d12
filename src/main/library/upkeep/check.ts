import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 as sha256Of } from '../storage/originals/original-name.ts';
import { originalsInLog } from '../storage/originals/originals-log.ts';
import { indexedUntil } from '../search/rebuild-index.ts';
import type { Database } from '../storage/database.ts';

export interface Problem {
  readonly code: string;
  readonly message: string;
}

/** Looks at everything a library consists of and names what is wrong. Changes nothing. */
export function checkLibrary(db: Database, dir: string): Problem[] {
  return [...database(db), ...originals(db, dir), ...layers(db), ...index(db)];
}

function database(db: Database): Problem[] {
  const integrity = db
    .prepare<{ integrity_check: string }>('PRAGMA integrity_check(100)')
    .all()
    .map((row) => row.integrity_check)
    .filter((message) => message !== 'ok')
    .map((fault) => ({
      code: 'library-damaged',
      message: `The library file is damaged: ${fault}. Restore a backup with "attache restore".`,
    }));
  const foreign = db
    .prepare<{ table: string; parent: string }>('PRAGMA foreign_key_check')
    .all()
    .map(({ table, parent }) => ({
      code: 'dangling-reference',
      message: `A row of ${table} refers to a row of ${parent} that is gone. Restore a backup with "attache restore".`,
    }));
  return [...integrity, ...foreign];
}

function originals(db: Database, dir: string): Problem[] {
  const problems: Problem[] = [];
  const titled = db.prepare<{ sha256: string; title: string | null }>(
    `SELECT sha256, (SELECT title FROM articles WHERE original = sha256 LIMIT 1) AS title
     FROM originals`,
  );
  let logged: ReadonlyMap<string, Uint8Array> | null = null;
  for (const { sha256, title } of titled.iterate()) {
    const path = join(dir, 'originals', sha256);
    const isThere = existsSync(path);
    if (isThere && sha256Of(readFileSync(path)) === sha256) continue;
    logged ??= originalsInLog(dir);
    if (logged.has(sha256)) continue;
    const of = title === null ? 'of an article that is gone' : `of “${title}”`;
    problems.push(
      isThere
        ? {
            code: 'original-changed',
            message: `The original ${of} was changed: the file ${sha256} in "originals" is not what was imported. Put it back from a copy of that folder; the text is unharmed.`,
          }
        : {
            code: 'original-missing',
            message: `The original ${of} is missing: there is no file ${sha256} in "originals". Put it back from a copy of that folder; the text is unharmed.`,
          },
    );
  }
  return problems;
}

function layers(db: Database): Problem[] {
  const problems: Problem[] = [];
  const texts = db
    .prepare<{ seq: number; title: string; text: string; hash: string }>(
      `SELECT a.seq, a.title, t.text, t.hash FROM articles AS a
       JOIN texts AS t ON t.article = a.seq AND t.version = a.version`,
    )
    .iterate();
  const annotations = db.prepare<{ id: string; start: number; end: number; exact: string }>(
    `SELECT id, start, "end", exact FROM annotations WHERE article = ? AND status = 'exact'`,
  );
  for (const { seq, title, text, hash } of texts) {
    if (sha256Of(text) !== hash) {
      problems.push({
        code: 'text-changed',
        message: `The text of “${title}” is not the one imported.`,
      });
    }
    for (const { id, start, end, exact } of annotations.all(seq)) {
      if (text.slice(start, end) !== exact) {
        problems.push({
          code: 'anchor-off',
          message: `Annotation ${id} in “${title}” does not stand on its words any more.`,
        });
      }
    }
  }
  return problems;
}

/** What an index that is being made again has not come to yet is not missing. */
function index(db: Database): Problem[] {
  const until = indexedUntil(db);
  const missing =
    db
      .prepare<{ n: number }>(
        `SELECT count(*) AS n FROM articles WHERE trashed IS NULL AND seq <= ?
           AND seq NOT IN (SELECT rowid FROM article_fts)`,
      )
      .get(until ?? Number.MAX_SAFE_INTEGER)?.n ?? 0;
  return missing === 0
    ? []
    : [
        {
          code: 'index-incomplete',
          message: `${missing} articles are missing from the search index.`,
        },
      ];
}

import type { Topic } from '../../../shared/contract/events.ts';
import { AttacheError, notFound } from '../../../shared/contract/errors.ts';
import type { Database } from './database.ts';
import {
  createTriggers,
  ensureJournalTables,
  journaledTables,
  reversal,
  squash,
} from './journal-schema.ts';
import { leftAsFound } from './net-change.ts';
import { checkReversal, partialReversal, planReversal } from './revert.ts';
import { passagesTurned } from './turned-passages.ts';

/** How long runs under one `coalesce` key count as one command, in ms. */
const coalesceWithin = 10 * 60 * 1000;
/** Commands older than this many days, or beyond this many, are forgotten when a library opens. */
const keepDays = 365;
const keepCommands = 20_000;

export interface JournalEntry {
  readonly id: number;
  readonly label: string;
  readonly at: string;
  readonly undone: boolean;
  readonly changes: number;
}

export interface TurnedCommand {
  readonly id: number;
  readonly label: string;
  readonly topics: Topic[];
  /** The passages, where nothing else changed. */
  readonly annotationIds: string[] | undefined;
}

export interface Journal {
  /** Starts a command, or continues the newest one under the same key. */
  begin(label: string, at: string, topics: readonly Topic[], coalesce: string | undefined): number;
  /** Changes from here on belong to `command`; null records nothing. */
  recordUnder(command: number | null): void;
  /**
   * Drops what a coalesced command wrote twice. A command that left everything as it found it is
   * forgotten itself, and the answer is false; any other one is the newest now, and what was undone
   * before it is forgotten.
   */
  finish(command: number): boolean;
  /** What was undone cannot be done again: something new has begun. */
  forgetUndone(): void;
  setTopics(command: number, topics: readonly Topic[]): void;
  /** Takes the newest done command back, or does the oldest undone one again. */
  turn(direction: 'undo' | 'redo'): TurnedCommand;
  /** The command that undo would take back now; undefined where there is none. */
  newest(): number | undefined;
  /**
   * Takes back one command that others came after, as a part of the command `as`. Throws
   * `not-found`, or `conflict` where later commands changed the same.
   */
  revert(command: number, as: number): void;
  /** A command that is done and can be taken back. Throws `not-found`. */
  done(command: number): { label: string; topics: Topic[] };
  list(limit: number): JournalEntry[];
  /** Forgets what is too old to undo. */
  prune(now: Date): void;
}

interface CommandRow {
  id: number;
  label: string;
  at: string;
  topics: string;
  coalesce: string | null;
  undone: number;
}

/**
 * The undo journal. Triggers write the old values of every change into typed shadow tables;
 * undo plays them backwards with the triggers on, which writes the redo rows.
 * Call `turn`, `begin`, `finish` and `prune` inside a transaction.
 */
export function openJournal(db: Database, access: 'read' | 'write'): Journal {
  const tables = access === 'read' ? [] : journaledTables(db);
  if (access === 'write') {
    ensureJournalTables(db, tables);
    createTriggers(db, tables);
  }
  const byName = new Map(tables.map((table) => [table.name, { table, undo: reversal(table) }]));
  const setCurrent =
    access === 'read' ? undefined : db.prepare('UPDATE temp.journal_current SET command = ?');

  const forgetRows = (command: number, upTo: number) => {
    for (const { name } of tables) {
      db.prepare(
        `DELETE FROM "journal_${name}" WHERE seq IN (SELECT seq FROM journal_row WHERE command = ? AND tbl = '${name}' AND seq <= ?)`,
      ).run(command, upTo);
    }
    db.prepare('DELETE FROM journal_row WHERE command = ? AND seq <= ?').run(command, upTo);
  };
  /** What a command changed, the last first. */
  const rowsOf = (command: number) =>
    db
      .prepare<{ seq: number; tbl: string; op: 'insert' | 'update' | 'delete' }>(
        'SELECT seq, tbl, op FROM journal_row WHERE command = ? ORDER BY seq DESC',
      )
      .all(command);
  const forget = (command: number) => {
    forgetRows(command, Number.MAX_SAFE_INTEGER);
    db.prepare('DELETE FROM journal_command WHERE id = ?').run(command);
  };
  const forgetUndone = () => {
    const undone = db
      .prepare<{ id: number }>('SELECT id FROM journal_command WHERE undone = 1')
      .all();
    for (const { id } of undone) forget(id);
  };

  return {
    begin(label, at, topics, coalesce) {
      const last = db
        .prepare<CommandRow>(
          'SELECT * FROM journal_command WHERE undone = 0 ORDER BY id DESC LIMIT 1',
        )
        .get();
      if (
        coalesce !== undefined &&
        last?.coalesce === coalesce &&
        Math.abs(Date.parse(at) - Date.parse(last.at)) < coalesceWithin
      ) {
        return last.id;
      }
      return db
        .prepare('INSERT INTO journal_command (label, at, topics, coalesce) VALUES (?, ?, ?, ?)')
        .run(label, at, JSON.stringify(topics), coalesce ?? null).lastInsertRowid;
    },
    recordUnder: (command) => void setCurrent?.run(command),
    finish(command) {
      const row = db.prepare<CommandRow>('SELECT * FROM journal_command WHERE id = ?').get(command);
      if (row?.coalesce != null) {
        for (const table of tables) {
          for (const { seq } of db.prepare<{ seq: number }>(squash(table)).all(command)) {
            db.prepare(`DELETE FROM "journal_${table.name}" WHERE seq = ?`).run(seq);
            db.prepare('DELETE FROM journal_row WHERE seq = ?').run(seq);
          }
        }
      }
      if (!leftAsFound(db, tables, command)) {
        forgetUndone();
        return true;
      }
      setCurrent?.run(null);
      for (const { seq, tbl } of rowsOf(command).filter(({ op }) => op === 'update')) {
        const undo = byName.get(tbl)?.undo.update;
        if (undo !== undefined) db.prepare(undo).run(seq);
      }
      forget(command);
      return false;
    },
    forgetUndone,
    setTopics(command, topics) {
      db.prepare('UPDATE journal_command SET topics = ? WHERE id = ?').run(
        JSON.stringify(topics),
        command,
      );
    },
    turn(direction) {
      const undoing = direction === 'undo';
      const command = db
        .prepare<CommandRow>(
          `SELECT * FROM journal_command WHERE undone = ? ORDER BY id ${undoing ? 'DESC' : 'ASC'} LIMIT 1`,
        )
        .get(undoing ? 0 : 1);
      if (command === undefined) {
        throw undoing
          ? new AttacheError('nothing-to-undo', 'There is nothing to undo in this library.')
          : new AttacheError('nothing-to-redo', 'There is nothing to redo in this library.');
      }
      const topics = JSON.parse(command.topics) as Topic[];
      const isOfPassages = topics.every((topic) => topic === 'annotations');
      const annotationIds = isOfPassages ? passagesTurned(db, command.id) : undefined;
      db.exec('PRAGMA defer_foreign_keys=ON');
      const rows = rowsOf(command.id);
      setCurrent?.run(command.id);
      for (const { seq, tbl, op } of rows) {
        const entry = byName.get(tbl);
        if (entry === undefined) throw new Error(`The journal names a table ${tbl} that is gone.`);
        db.prepare(entry.undo[op]).run(seq);
      }
      setCurrent?.run(null);
      const newest = rows[0];
      if (newest !== undefined) forgetRows(command.id, newest.seq);
      db.prepare('UPDATE journal_command SET undone = ? WHERE id = ?').run(
        undoing ? 1 : 0,
        command.id,
      );
      return {
        id: command.id,
        label: command.label,
        topics,
        annotationIds,
      };
    },
    newest: () =>
      db
        .prepare<{ id: number }>(
          'SELECT id FROM journal_command WHERE undone = 0 ORDER BY id DESC LIMIT 1',
        )
        .get()?.id,
    done(id) {
      const row = db
        .prepare<CommandRow>('SELECT * FROM journal_command WHERE id = ? AND undone = 0')
        .get(id);
      if (row === undefined) throw notFound('command', String(id));
      return { label: row.label, topics: JSON.parse(row.topics) as Topic[] };
    },
    revert(command, as) {
      const { partial } = planReversal(db, tables, command);
      db.exec('PRAGMA defer_foreign_keys=ON');
      for (const { seq, tbl, op } of rowsOf(command)) {
        const entry = byName.get(tbl);
        if (entry === undefined) throw new Error(`The journal names a table ${tbl} that is gone.`);
        const columns = partial.get(seq);
        const sql = columns === undefined ? entry.undo[op] : partialReversal(entry.table, columns);
        if (sql !== null) db.prepare(sql).run(seq);
      }
      checkReversal(db, tables, command, as);
    },
    list(limit) {
      return db
        .prepare<CommandRow & { changes: number }>(
          `SELECT c.*, (SELECT count(*) FROM journal_row AS r WHERE r.command = c.id) AS changes
           FROM journal_command AS c ORDER BY id DESC LIMIT ?`,
        )
        .all(limit)
        .map(({ id, label, at, undone, changes }) => ({
          id,
          label,
          at,
          undone: undone === 1,
          changes,
        }));
    },
    prune(now) {
      const before = new Date(now.getTime() - keepDays * 86_400_000).toISOString();
      const old = db
        .prepare<{ id: number }>(
          `SELECT id FROM journal_command WHERE at < ?1
           UNION SELECT id FROM (SELECT id FROM journal_command ORDER BY id DESC LIMIT -1 OFFSET ?2)`,
        )
        .all(before, keepCommands);
      for (const { id } of old) forget(id);
    },
  };
}

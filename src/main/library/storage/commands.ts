import type { LibraryEvent, Topic } from '../../../shared/contract/events.ts';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { keptPages, type Database } from './database.ts';
import { flushFile } from './durable.ts';
import type { Journal } from './journal.ts';
import { mustBeInPlace } from './still-there.ts';

/** What one command does to the screen: topics to ask again, and the articles it touched. */
export interface Effect {
  readonly topics: readonly Topic[];
  readonly articleIds?: readonly string[];
  /** The passages, where nothing else changed. */
  readonly annotationIds?: readonly string[];
}

/** Several transactions that undo as one: a cancellable import. */
export interface CommandGroup {
  /** One transaction of the group. Throws what `work` throws, after rolling this step back. */
  step<T>(work: () => T): T;
  /**
   * The same, but the disk is not waited for: whoever tells somebody that it is kept awaits `flush`
   * first. Others see it at once.
   */
  stepUnflushed<T>(work: () => T): T;
  /** Makes the steps so far durable. Rejects with what the file system throws. */
  flush(): Promise<void>;
  /** Ends the group and tells the listeners. */
  end(effect: Effect): void;
}

export interface RunOptions {
  /**
   * Runs under the same key that follow each other undo as one, for ten minutes:
   * the autosaves of one document.
   */
  readonly coalesce?: string;
}

export interface Commands {
  /**
   * Runs `work` in one transaction under a label a person can read ("Highlight in “…”"),
   * refreshes the derived tables, commits, then tells the listeners.
   */
  run<T>(label: string, effect: Effect, work: () => T, options?: RunOptions): T;
  group(label: string): CommandGroup;
  /**
   * Runs `work`, whose own runs and groups all become parts of this one entry of the history.
   * Commands of others that happen to run meanwhile are taken in as well.
   */
  gather<T>(label: string, effect: Effect, work: () => Promise<T>): Promise<T>;
  /** Work outside the undo history: reading positions, rebuilt indexes. */
  quietly<T>(effect: Effect | null, work: () => T): T;
  /** Undoes the newest command that is done. Throws `nothing-to-undo`. */
  undo(): { id: number; label: string };
  /** Does the oldest undone command again. Throws `nothing-to-redo`. */
  redo(): { id: number; label: string };
  /** Undoes that command where it is the newest, else takes it back as `revert` does. */
  takeBack(id: number): { id: number; label: string };
  /**
   * Takes back one command of long ago, as a new command that can be undone itself. Throws
   * `not-found`, or `conflict` where a later command changed the same or builds on it.
   */
  revert(id: number): { id: number; label: string };
  /** Called inside every transaction, before its commit, in order of registration. */
  beforeCommit(refresh: () => void): void;
  /** Called after every transaction that was taken back: what was read inside it is not true. */
  afterRollback(listener: () => void): void;
}

export interface CommandPorts {
  readonly emit: (event: LibraryEvent) => void;
  readonly now: () => Date;
  readonly readOnly: boolean;
  /** Told the id of every entry of the history, in the call that made it. */
  readonly made?: (entry: number) => void;
}

/** SQLite's code for a constraint that does not hold, in the low byte of its extended codes. */
const constraint = 19;

/** Runs `work`; rows that no longer fit together are a `conflict`: others hang on what would go. */
function withoutConstraint(label: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const code = (error as { errcode?: unknown }).errcode;
    if (typeof code !== 'number' || (code & 0xff) !== constraint) throw error;
    throw new AttacheError(
      'conflict',
      `“${label}” cannot be taken back by itself: what came later builds on it. Undo that first.`,
    );
  }
}

export const refusedReadOnly = (): AttacheError =>
  new AttacheError(
    'library-read-only',
    'This library is open for reading only, so nothing was changed.',
  );

/** Every change to a library goes through here: one writer, one transaction, one journal entry. */
export function createCommands(db: Database, journal: Journal, ports: CommandPorts): Commands {
  const refreshers: (() => void)[] = [];
  const forgetters: (() => void)[] = [];

  const transaction = <T>(command: number | null, work: () => T): T => {
    if (ports.readOnly) throw refusedReadOnly();
    mustBeInPlace(db.path);
    db.exec('BEGIN IMMEDIATE');
    try {
      journal.recordUnder(command);
      const result = work();
      for (const refresh of refreshers) refresh();
      journal.recordUnder(null);
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      for (const forget of forgetters) forget();
      throw error;
    }
  };

  /**
   * Its commit is whole in the write-ahead log, as every commit is, and not flushed. Many such
   * follow each other and hardly read: half of the pages that are kept for searching are enough.
   */
  const unflushed = <T>(work: () => T): T => {
    db.exec(`PRAGMA synchronous=NORMAL; PRAGMA cache_size=${-keptPages / 2}`);
    try {
      return work();
    } finally {
      db.exec(`PRAGMA synchronous=FULL; PRAGMA cache_size=${-keptPages}`);
    }
  };

  const tell = (effect: Effect, ...also: Topic[]) => {
    ports.emit({
      type: 'changed',
      topics: [...effect.topics, ...also],
      ...(effect.articleIds === undefined ? {} : { articleIds: [...effect.articleIds] }),
      ...(effect.annotationIds === undefined ? {} : { annotationIds: [...effect.annotationIds] }),
    });
  };

  const made = (entry: number | undefined) => {
    if (entry !== undefined) ports.made?.(entry);
  };

  let gathering: number | undefined;
  /** Groups that have taken a step and have not ended. */
  const running = new Set<number>();
  const at = () => ports.now().toISOString();

  const refuseWhileRunning = () => {
    if (running.size > 0 || gathering !== undefined) {
      throw new AttacheError(
        'conflict',
        'An import is still running. Stop it or wait for its end, then undo.',
      );
    }
  };

  const turn = (direction: 'undo' | 'redo') => {
    refuseWhileRunning();
    const turned = transaction(null, () => journal.turn(direction));
    const { id, label, topics, annotationIds } = turned;
    tell(annotationIds === undefined ? { topics } : { topics, annotationIds }, 'history');
    return { id, label };
  };

  const revert = (id: number) => {
    refuseWhileRunning();
    const { label, topics } = journal.done(id);
    const taken = `Take back: ${label}`;
    let command = 0;
    let entry: number | undefined;
    withoutConstraint(label, () =>
      transaction(null, () => {
        command = journal.begin(taken, at(), topics, undefined);
        journal.recordUnder(command);
        journal.revert(id, command);
        if (journal.finish(command)) entry = command;
      }),
    );
    made(entry);
    tell({ topics }, 'history');
    return { id: command, label: taken };
  };

  return {
    run(label, effect, work, options) {
      let entry: number | undefined;
      const result = transaction(null, () => {
        const command = gathering ?? journal.begin(label, at(), effect.topics, options?.coalesce);
        journal.recordUnder(command);
        const done = work();
        if (gathering === undefined && journal.finish(command)) entry = command;
        return done;
      });
      made(entry);
      tell(effect, 'history');
      return result;
    },
    group(label) {
      // What gathers is ended by itself, with topics of its own.
      const gathered = gathering;
      let command = gathered;
      const step = <T>(work: () => T): T => {
        const before = command;
        try {
          return transaction(null, () => {
            if (command === undefined) {
              journal.forgetUndone();
              command = journal.begin(label, at(), [], undefined);
            }
            journal.recordUnder(command);
            running.add(command);
            return work();
          });
        } catch (error) {
          if (before === undefined && command !== undefined) running.delete(command);
          command = before;
          throw error;
        }
      };
      return {
        step,
        stepUnflushed: (work) => unflushed(() => step(work)),
        flush: () => flushFile(`${db.path}-wal`),
        end(effect) {
          const id = command;
          if (id === undefined) return;
          running.delete(id);
          if (id !== gathered) {
            const isEntry = transaction(null, () => {
              journal.setTopics(id, effect.topics);
              return journal.finish(id);
            });
            made(isEntry ? id : undefined);
          }
          tell(effect, 'history');
        },
      };
    },
    async gather(label, effect, work) {
      const command = transaction(null, () => {
        journal.forgetUndone();
        return journal.begin(label, at(), effect.topics, undefined);
      });
      gathering = command;
      try {
        return await work();
      } finally {
        gathering = undefined;
        const isEntry = transaction(null, () => journal.finish(command));
        made(isEntry ? command : undefined);
        tell(effect, 'history');
      }
    },
    quietly(effect, work) {
      const result = transaction(null, work);
      if (effect !== null) tell(effect);
      return result;
    },
    undo: () => turn('undo'),
    redo: () => turn('redo'),
    takeBack: (id) => (id === journal.newest() ? turn('undo') : revert(id)),
    revert,
    beforeCommit: (refresh) => void refreshers.push(refresh),
    afterRollback: (listener) => void forgetters.push(listener),
  };
}

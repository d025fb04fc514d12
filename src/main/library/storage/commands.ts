import type { LibraryEvent, Topic } from '../../../shared/contract/events.ts';
import type { Database } from './database.ts';

/** What one command does to the screen: topics to ask again, and the articles it touched. */
export interface Effect {
  readonly topics: readonly Topic[];
  readonly articleIds?: readonly string[];
}

/** Several transactions that undo as one: a cancellable import. */
export interface CommandGroup {
  /** One transaction of the group. Throws what `work` throws, after rolling this step back. */
  step<T>(work: () => T): T;
  /** Ends the group and tells the listeners. */
  end(effect: Effect): void;
}

export interface Commands {
  /**
   * Runs `work` in one transaction under a label a person can read ("Highlight in “…”"),
   * refreshes the derived tables, commits, then tells the listeners.
   */
  run<T>(label: string, effect: Effect, work: () => T): T;
  group(label: string): CommandGroup;
  /** Work outside the undo history (reading position, saved documents' drafts). */
  quietly<T>(effect: Effect | null, work: () => T): T;
  /** Called inside every transaction, before its commit, in order of registration. */
  beforeCommit(refresh: () => void): void;
}

export function createCommands(db: Database, emit: (event: LibraryEvent) => void): Commands {
  const refreshers: (() => void)[] = [];
  const transaction = <T>(work: () => T): T => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      for (const refresh of refreshers) refresh();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
  const tell = ({ topics, articleIds }: Effect) =>
    emit({
      type: 'changed',
      topics: [...topics],
      ...(articleIds === undefined ? {} : { articleIds: [...articleIds] }),
    });
  return {
    run(_label, effect, work) {
      const result = transaction(work);
      tell(effect);
      return result;
    },
    group: () => ({ step: transaction, end: tell }),
    quietly(effect, work) {
      const result = transaction(work);
      if (effect !== null) tell(effect);
      return result;
    },
    beforeCommit: (refresh) => void refreshers.push(refresh),
  };
}

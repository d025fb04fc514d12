import type { Client } from '../../../shared/contract/client.ts';
import type { ProgramFiles } from '../program-files.ts';
import type { OptionName, Options } from './command-line.ts';

/** The streams of the process, so that tests can stand in for them. */
export interface Streams {
  /** The answer. */
  readonly out: (text: string) => void;
  /** Progress and messages. */
  readonly say: (text: string) => void;
  /** Whether a person watches `say`. */
  readonly watched: boolean;
  readonly readInput: () => Promise<string>;
}

export interface Invocation {
  readonly arguments: readonly string[];
  readonly options: Options;
  /** The library folder, absolute. */
  readonly dir: string;
  readonly files: ProgramFiles;
  readonly streams: Streams;
  /**
   * Opens the library in this process for `work` and closes it. To `read`, a library that is open
   * for writing elsewhere will do. Throws `not-found` where there is none and none is to be made.
   */
  readonly withLibrary: <T>(
    access: 'read' | 'write',
    work: (client: Client) => Promise<T>,
  ) => Promise<T>;
}

/** What a command found or did. */
export interface Outcome {
  /** Printed with `--json`. */
  readonly value: unknown;
  /** Printed without. */
  readonly text: string;
  /** True where the command ran but part of its work could not be done: exit status 1. */
  readonly failed?: boolean;
}

export interface Command {
  /** As in the help: `import PATH…`. */
  readonly usage: string;
  readonly summary: string;
  /** More for its own help. */
  readonly details?: () => string;
  /** Where there is no library one is made; other commands say that there is none. */
  readonly makesLibrary?: true;
  /** The options it takes besides those every command takes. */
  readonly options: readonly OptionName[];
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  run(invocation: Invocation): Promise<Outcome>;
}

import { parseFile } from './parse.ts';
import type { ParsePort } from './parse-port.ts';

/** Reads files in the calling thread: for tests and the command line. */
export const parseInProcess: ParsePort = { parse: parseFile };

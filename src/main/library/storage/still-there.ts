import { existsSync } from 'node:fs';
import { AttacheError } from '../../../shared/contract/errors.ts';

/**
 * Refuses to go on where the file of an open library is gone from its place: a file that was deleted
 * takes every change and keeps none. Throws `write-failed`.
 */
export function mustBeInPlace(path: string): void {
  if (existsSync(path)) return;
  throw new AttacheError(
    'write-failed',
    `${path} was moved or deleted while it was open, so nothing was changed. Put it back, or close Attache and open the library where it is now.`,
  );
}

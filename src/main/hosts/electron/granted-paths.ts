import { AttacheError } from '../../../shared/contract/errors.ts';
import { pathsIn } from '../input-paths.ts';
import { messages } from './messages.ts';

/**
 * The paths a person has pointed at. A page may name exactly these in its calls: what was
 * chosen for reading cannot be written to, and what was chosen for saving is used once. What was
 * saved may be shown in its folder.
 */
export class GrantedPaths {
  readonly #readable = new Set<string>();
  readonly #writable = new Set<string>();
  readonly #saved = new Set<string>();

  allowReading(paths: readonly string[]): void {
    for (const path of paths) this.#readable.add(path);
  }

  allowWriting(path: string): void {
    this.#writable.add(path);
  }

  /** Throws `forbidden` when a call names a path the person did not choose for it. */
  check(method: string, input: unknown): void {
    const writes = method.startsWith('export.') || method === 'import.report';
    for (const path of pathsIn(input)) {
      const granted = writes ? this.#writable.delete(path) : this.#readable.has(path);
      if (writes && granted) this.#saved.add(path);
      if (!granted) {
        throw new AttacheError('forbidden', messages.pathNotChosen(path), { field: 'path' });
      }
    }
  }

  /** Throws `forbidden` for a path that nothing was saved to. */
  checkShowing(path: string): void {
    if (this.#saved.has(path)) return;
    throw new AttacheError('forbidden', messages.pathNotChosen(path), { field: 'path' });
  }
}

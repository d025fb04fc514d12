import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What a second start hands to the first one. */
export const secondStartSchema = z.object({ paths: z.array(z.string()) });
export type SecondStart = z.infer<typeof secondStartSchema>;

/** The absolute path of an argument; of a `file:` address, too, which desktops of Linux hand over. */
function pathOf(argument: string, folder: string): string | null {
  if (!/^file:/iu.test(argument)) return resolve(folder, argument);
  try {
    return fileURLToPath(argument);
  } catch {
    return null;
  }
}

/** Whether a path is that of a library's folder. */
export const isLibrary = (path: string): boolean => existsSync(join(path, 'library.sqlite'));

/**
 * The files and folders that arguments name, as absolute paths, those that are there. `folder` is
 * what relative ones start from. `app` is left out: the folder an unpackaged app is started with.
 */
export function pathsNamed(
  words: readonly string[],
  { folder, app }: { folder: string; app: string },
): string[] {
  const paths = words.map((word) => pathOf(word, folder));
  return paths.filter((path): path is string => path !== null && path !== app && existsSync(path));
}

/** Files the system asks Attache to open. They wait until a page listens. */
export class OpenedFiles {
  readonly #waiting: string[] = [];
  #show: ((paths: readonly string[]) => void) | null = null;

  open(paths: readonly string[]): void {
    if (paths.length === 0) return;
    if (this.#show === null) this.#waiting.push(...paths);
    else this.#show(paths);
  }

  /** From now on `show` gets them, at once those that waited. */
  showWith(show: (paths: readonly string[]) => void): void {
    this.#show = show;
    this.open(this.#waiting.splice(0));
  }

  /** The folder of a library among those that wait, which then waits no more; null without one. */
  takeLibrary(): string | null {
    const at = this.#waiting.findIndex(isLibrary);
    return this.#waiting.splice(at, at === -1 ? 0 : 1)[0] ?? null;
  }

  /** Nobody shows them for now: the page is gone. */
  wait(): void {
    this.#show = null;
  }
}

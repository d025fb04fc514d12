import { AttacheError } from './errors.ts';

/** Deeper than any document people write, and far from what recursion over it can stand. */
const deepest = 500;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Refuses input nested in itself so deep that cloning or walking it could overflow the stack.
 * Throws `invalid-input`.
 */
export function refuseDeepNesting(method: string, input: unknown): void {
  const seen = new Set<object>();
  let level: unknown[] = [input];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) {
      throw new AttacheError(
        'invalid-input',
        `${method}: the input is nested more than ${deepest} levels deep.`,
      );
    }
    const fresh = level.filter((value) => isObject(value) && !seen.has(value)) as object[];
    for (const value of fresh) seen.add(value);
    level = fresh.flatMap((value) => Object.values(value).filter(isObject));
  }
}

import type { z } from 'zod';
import { AttacheError } from './errors.ts';
import { isMethod, methods, type Method, type Parsed } from './methods.ts';
import { refuseDeepNesting } from './nesting.ts';
import { wrongInput } from './wrong-input.ts';

/** The method of that name, or an `unknown-method` error. */
export function methodNamed(name: string): Method {
  if (isMethod(name)) return name;
  throw new AttacheError('unknown-method', `Attache has no method "${name}".`);
}

/** Whether null can only mean that a value is left out; in an update it may take one away. */
const takesNullAsAbsent = (method: Method): boolean =>
  methods[method].kind === 'query' || method.endsWith('.create');

/** `input` without the fields whose null was refused; null where there is none. */
function withoutRefusedNulls(input: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (typeof input !== 'object' || input === null) return null;
  const isRefused = (key: string, value: unknown) =>
    value === null && issues.some(({ path }) => path.length === 1 && path[0] === key);
  const kept = Object.entries(input).filter(([key, value]) => !isRefused(key, value));
  return kept.length === Object.keys(input).length ? null : Object.fromEntries(kept);
}

/**
 * The input checked against the contract, defaults filled in. Null in an optional field
 * is as good as no field, as many programs write it, except where it could mean to take away.
 * Throws `invalid-input` naming the first wrong field.
 */
export function parseInput<M extends Method>(method: M, input: unknown): Parsed<M> {
  refuseDeepNesting(method, input);
  const result = methods[method].input.safeParse(input ?? {});
  if (result.success) return result.data as Parsed<M>;
  const lessNulls = takesNullAsAbsent(method)
    ? withoutRefusedNulls(input, result.error.issues)
    : null;
  if (lessNulls !== null) {
    const again = methods[method].input.safeParse(lessNulls);
    if (again.success) return again.data as Parsed<M>;
  }
  throw wrongInput(method, input, result.error);
}

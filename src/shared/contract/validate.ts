import { AttacheError } from './errors.ts';
import { isMethod, methods, type Method, type Parsed } from './methods.ts';

/** The method of that name, or an `unknown-method` error. */
export function methodNamed(name: string): Method {
  if (isMethod(name)) return name;
  throw new AttacheError('unknown-method', `Attache has no method "${name}".`);
}

/**
 * The input checked against the contract, defaults filled in.
 * Throws `invalid-input` naming the first wrong field.
 */
export function parseInput<M extends Method>(method: M, input: unknown): Parsed<M> {
  const result = methods[method].input.safeParse(input ?? {});
  if (result.success) return result.data as Parsed<M>;
  const issue = result.error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  throw new AttacheError(
    'invalid-input',
    `${method}: ${field === '' ? 'the input' : `"${field}"`} is not right: ${issue?.message ?? 'unknown reason'}.`,
    field === '' ? undefined : { field },
  );
}

import type { z } from 'zod';

/** One row of the method table: what goes in, what comes out, and whether it changes the library. */
export interface MethodDefinition<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends 'query' | 'command' = 'query' | 'command',
> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
}

/** A method that only reads. Handlers may answer it from the reading connection. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): MethodDefinition<I, O, 'query'> => ({ kind: 'query', input, output });

/** A method that changes the library: it runs in one transaction and can be undone. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): MethodDefinition<I, O, 'command'> => ({ kind: 'command', input, output });

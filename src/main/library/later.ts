import { AttacheError } from '../../shared/contract/errors.ts';
import type { Method, Output } from '../../shared/contract/methods.ts';

/** The answer of a method whose feature has not been built: an honest no, never an empty result. */
export const notYet =
  <M extends Method>(what: string) =>
  (): Output<M> => {
    throw new AttacheError(
      'not-available-yet',
      `${what} is not available in this version of Attache.`,
    );
  };

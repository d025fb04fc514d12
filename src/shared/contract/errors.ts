import type { ErrorCode } from '../model/error-code.ts';
import { beginningOf } from '../text/shorten.ts';

/** An error as it crosses a port, a socket or a pipe. `field` is the input's path, joined by dots. */
export interface ErrorData {
  readonly code: ErrorCode;
  readonly message: string;
  readonly field?: string | undefined;
}

/**
 * The only error a handler throws on purpose. The message says what happened, to what,
 * and what to do now.
 */
export class AttacheError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;

  constructor(code: ErrorCode, message: string, options?: { field?: string; cause?: unknown }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AttacheError';
    this.code = code;
    this.field = options?.field;
  }

  toData(): ErrorData {
    return this.field === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, field: this.field };
  }

  static fromData(data: ErrorData): AttacheError {
    return new AttacheError(
      data.code,
      data.message,
      data.field === undefined ? undefined : { field: data.field },
    );
  }
}

/** Any thrown value as error data. Unknown errors become `internal` and keep their message. */
export function toErrorData(thrown: unknown): ErrorData {
  if (thrown instanceof AttacheError) return thrown.toData();
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', message: `Attache could not do this: ${message}` };
}

const longestId = 100;

/** The not-found error every room raises in the same words; a very long id is cut in them. */
export function notFound(what: string, id: string): AttacheError {
  const shown = id.length > longestId ? `${beginningOf(id, longestId)}…` : id;
  return new AttacheError('not-found', `There is no ${what} "${shown}" in this library.`, {
    field: 'id',
  });
}

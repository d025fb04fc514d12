import type { IncomingMessage, ServerResponse } from 'node:http';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { methods } from '../../../shared/contract/methods.ts';
import { methodNamed } from '../../../shared/contract/validate.ts';
import type { Library } from '../../library/library.ts';
import { answerOf } from '../../worker/calls.ts';
import { pathsIn } from '../input-paths.ts';
import { readJson } from './body.ts';
import { isOwnPage, type Credential } from './guard.ts';
import { sendAnswer } from './respond.ts';

export interface ApiOptions {
  readonly library: Library;
  /** Bytes. */
  readonly maximumBody: number;
}

const isJson = (request: IncomingMessage) =>
  /^application\/json(?:\s*;|$)/i.test(request.headers['content-type'] ?? '');

/** A page may only do what another page cannot make it do. */
function checkPageRequest(request: IncomingMessage): void {
  if (!isOwnPage(request) || !isJson(request)) {
    throw new AttacheError(
      'forbidden',
      'Only the page Attache serves may call this way, with Content-Type application/json.',
    );
  }
}

/** A browser tab uploads and downloads; only who holds the token names files of this computer. */
function checkPaths(input: unknown): void {
  const [path] = pathsIn(input);
  if (path === undefined) return;
  throw new AttacheError(
    'forbidden',
    `A browser tab may not name files of this computer ("${path}"). Send the file itself, or call with the token.`,
  );
}

/** Aborts when the page has let go of the request. */
function whenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

/** Answers `POST /api/METHOD`. `credential` has been checked and is not null. */
export async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  credential: Exclude<Credential, null>,
  { library, maximumBody }: ApiOptions,
): Promise<void> {
  const answer = await answerOf(async (made) => {
    if (credential === 'cookie') checkPageRequest(request);
    const name = methodNamed(method);
    const input = await readJson(request, maximumBody);
    if (credential === 'cookie') checkPaths(input);
    // What was begun is written also when nobody waits for the answer; a question need not be asked.
    const signal = methods[name].kind === 'query' ? whenGone(response) : undefined;
    return library.call(name, input, signal, made);
  });
  if (!answer.ok && !request.complete) response.setHeader('Connection', 'close');
  sendAnswer(response, answer);
}

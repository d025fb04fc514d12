import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, expect, type ConsoleMessage, type Page } from '@playwright/test';
import type { Answer } from '../src/shared/contract/answer.ts';
import { AttacheError } from '../src/shared/contract/errors.ts';
import type { Input, Method, Output } from '../src/shared/contract/methods.ts';

export interface WebApp {
  /** The address with the token, as the server printed it. */
  readonly url: string;
  readonly origin: string;
  /** The library folder. */
  readonly dir: string;
  /** Calls as a script does, with the token: file paths are allowed. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Stops the server as the system does (SIGTERM), and waits for it. */
  stop(): Promise<void>;
}

async function readyUrl(server: ChildProcess): Promise<string> {
  const { stdout, stderr } = server;
  if (stdout === null || stderr === null) throw new Error('The server has no output to read.');
  let complaints = '';
  stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  for await (const line of createInterface({ input: stdout })) {
    const found = /^Attache is ready: (http:\S+)$/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`The server ended before it was ready. ${complaints}`);
}

/** Starts the built loopback host on the library in `home/library`. */
export async function launchWeb(home: string): Promise<WebApp> {
  const dir = join(home, 'library');
  const program = resolve(import.meta.dirname, '../out/main/web.js');
  const server = spawn(process.execPath, [program, '--library', dir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ATTACHE_SETTINGS_DIR: join(home, 'settings') },
  });
  const url = await readyUrl(server);
  const { origin, searchParams } = new URL(url);
  const token = searchParams.get('token') ?? '';
  return {
    url,
    origin,
    dir,
    async call<M extends Method>(method: M, input: Input<M>) {
      const response = await fetch(`${origin}/api/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(input),
      });
      const answer = (await response.json()) as Answer;
      if (!answer.ok) throw AttacheError.fromData(answer.error);
      return answer.value as Output<M>;
    },
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** The browser notes the status of a refused call, though it is an answer as others are. */
const isRefusedCall = (message: ConsoleMessage): boolean =>
  message.text().startsWith('Failed to load resource') && message.location().url.includes('/api/');

/** Errors the page reported and requests that would have left this computer. */
function watch(page: Page, origin: string, expectsRefusals: boolean): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error in the page: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (expectsRefusals && isRefusedCall(message)) return;
    troubles.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(url)) {
      troubles.push(`request to another place: ${url}`);
    }
  });
  return troubles;
}

/**
 * `app`: a running loopback host on an empty library. `page`: its page, signed in.
 * A test fails when the page reported an error, a call was refused, or anything was asked for
 * outside the host. `expectsRefusals`: this test leads to calls that are refused.
 */
export const test = base.extend<{ home: string; app: WebApp; expectsRefusals: boolean }>({
  expectsRefusals: [false, { option: true }],
  home: async ({ browserName }, use) => {
    const home = mkdtempSync(join(tmpdir(), `attache-${browserName}-`));
    await use(home);
    rmSync(home, { recursive: true, force: true });
  },
  app: async ({ home }, use) => {
    const app = await launchWeb(home);
    await use(app);
    await app.stop();
  },
  page: async ({ page, app, expectsRefusals }, use) => {
    const troubles = watch(page, app.origin, expectsRefusals);
    await page.goto(app.url);
    await use(page);
    expect(troubles).toEqual([]);
  },
});

export { expect };

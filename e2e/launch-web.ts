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

/** A folder for a test or a file of tests, and the server on the library in it. */
class Started {
  readonly home: string;
  readonly app: WebApp;

  private constructor(home: string, app: WebApp) {
    this.home = home;
    this.app = app;
  }

  static async anew(browser: string): Promise<Started> {
    const home = mkdtempSync(join(tmpdir(), `attache-${browser}-`));
    return new Started(home, await launchWeb(home));
  }

  async end(): Promise<void> {
    await this.app.stop();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** The server that the tests of one file use one after the other; another file gets another. */
class SharedServer {
  readonly #browser: string;
  #current: { readonly file: string; readonly started: Started } | null = null;

  constructor(browser: string) {
    this.#browser = browser;
  }

  async of(file: string): Promise<Started> {
    if (this.#current?.file === file) return this.#current.started;
    await this.end();
    const started = await Started.anew(this.#browser);
    this.#current = { file, started };
    return started;
  }

  async end(): Promise<void> {
    await this.#current?.started.end();
    this.#current = null;
  }
}

interface TestFixtures {
  /**
   * `own`: each test starts with an empty library. `shared`: the tests of a file use one library
   * one after the other, in less time; each still gets a page of its own.
   */
  library: 'own' | 'shared';
  started: Started;
  /** The folder that holds the library. */
  home: string;
  /** A running loopback host. */
  app: WebApp;
  /** This test leads to calls that are refused. */
  expectsRefusals: boolean;
}

/**
 * `page` is signed in. A test fails when the page reported an error, a call was refused, or
 * anything was asked for outside the host.
 */
export const test = base.extend<TestFixtures, { sharedServer: SharedServer }>({
  library: ['own', { option: true }],
  expectsRefusals: [false, { option: true }],
  sharedServer: [
    async ({ browserName }, use) => {
      const server = new SharedServer(browserName);
      await use(server);
      await server.end();
    },
    { scope: 'worker' },
  ],
  started: async ({ browserName, library, sharedServer }, use, { file }) => {
    if (library === 'shared') {
      await use(await sharedServer.of(file));
      return;
    }
    const started = await Started.anew(browserName);
    await use(started);
    await started.end();
  },
  home: ({ started }, use) => use(started.home),
  app: ({ started }, use) => use(started.app),
  page: async ({ page, app, library, expectsRefusals }, use) => {
    const troubles = watch(page, app.origin, expectsRefusals);
    // Where the test before left off is no place to begin.
    if (library === 'shared') await app.call('settings.set', { place: '#/articles' });
    await page.goto(app.url);
    await use(page);
    expect(troubles).toEqual([]);
  },
});

export { expect };

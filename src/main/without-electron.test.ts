import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

let home: string;
let withoutElectron: string;

/** Every process and worker of these tests loads this first: nothing of Electron can be imported. */
const hook = `
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve(specifier, context, next) {
      if (/^electron(-store)?($|\\/)/.test(specifier)) throw new Error('no electron here: ' + specifier);
      return next(specifier, context);
    },
  });
`;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'attache-no-electron-'));
  const path = join(home, 'hook.mjs');
  writeFileSync(path, hook);
  withoutElectron = pathToFileURL(path).href;
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function start(...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', withoutElectron, ...args],
    { env: { ...process.env, ATTACHE_SETTINGS_DIR: join(home, 'settings') } },
  );
  let out = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ended = new Promise<{ status: number | null; out: string; complaints: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, out, complaints })),
  );
  return { child, ended };
}

const entry = (name: string) => join(import.meta.dirname, name);

test('the hook works: the desktop entry cannot start', async () => {
  const { status, complaints } = await start(entry('index.ts')).ended;
  expect(status).not.toBe(0);
  expect(complaints).toContain('no electron here');
});

test('cli.ts starts and answers', async () => {
  const args = ['--library', join(home, 'library'), '--json', 'call', 'library.info'];
  const { status, out, complaints } = await start(entry('cli.ts'), ...args).ended;
  expect(complaints).toBe('');
  expect(JSON.parse(out)).toMatchObject({ path: join(home, 'library') });
  expect(status).toBe(0);
});

test('web.ts starts, answers, and ends in order when it is told to', async () => {
  const { child, ended } = start(entry('web.ts'), '--library', join(home, 'library'));
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
  );
  expect(line).toMatch(/^Attache is ready: http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+\n$/);
  const { origin, searchParams } = new URL(line.slice('Attache is ready: '.length).trim());
  const response = await fetch(`${origin}/api/library.info`, {
    method: 'POST',
    headers: { authorization: `Bearer ${searchParams.get('token')}` },
  });
  expect(await response.json()).toMatchObject({ ok: true });
  child.kill('SIGTERM');
  expect(await ended).toEqual({ status: 0, out: line, complaints: '' });
});

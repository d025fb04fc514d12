import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let home: string;
let seen: string;
let watch: string;

/** Loaded first by every process and worker thread: writes down each way out of the computer. */
const hook = (log: string) => `
  const { appendFileSync } = require('node:fs');
  const dgram = require('node:dgram');
  const dns = require('node:dns');
  const net = require('node:net');
  const note = (what) => appendFileSync(${JSON.stringify(log)}, what + '\\n');
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...args) {
    note('connect');
    return connect.apply(this, args);
  };
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) dns[name] = () => note('dns');
  dgram.createSocket = () => note('udp');
  note('watching');
`;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'attache-offline-'));
  seen = join(home, 'seen.txt');
  watch = join(home, 'hook.cjs');
  writeFileSync(watch, hook(seen));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs Node with the watch on and answers with what it saw, besides itself. */
function watched(...args: string[]): string[] {
  writeFileSync(seen, '');
  const result = spawnSync(process.execPath, ['--require', watch, ...args], { encoding: 'utf8' });
  const lines = readFileSync(seen, 'utf8').trim().split('\n');
  expect(lines[0], result.stderr).toBe('watching');
  return lines.filter((line) => line !== 'watching');
}

test.each([
  ['fetch', "fetch('http://127.0.0.1:49151/').catch(() => {})", 'connect'],
  ['a socket', "require('node:net').connect(49151).on('error', () => {})", 'connect'],
  ['a name', "require('node:dns').lookup('example.invalid', () => {})", 'dns'],
  ['a datagram', "require('node:dgram').createSocket('udp4')", 'udp'],
  ['a thread', 'new Worker("fetch(\'http://127.0.0.1:49151/\')", { eval: true })', 'connect'],
])('the watch sees %s', (_what, script, expected) => {
  const prelude = "const { Worker } = require('node:worker_threads');";
  expect(watched('-e', prelude + script)).toContain(expected);
});

const page = `<!doctype html><title>Quay</title><base href="http://example.invalid/">
<link rel="stylesheet" href="http://example.invalid/a.css"><script src="//example.invalid/a.js"></script>
<article><h1>The quay</h1><p>The quay <img src="http://example.invalid/a.png" srcset="//example.invalid/b.png 2x">
opened on Tuesday, the harbour master said.</p><iframe src="http://example.invalid/"></iframe></article>`;

test('importing a page full of links, searching and exporting open no connection', () => {
  writeFileSync(join(home, 'quay.html'), page);
  const attache = (...args: string[]) =>
    watched(join(import.meta.dirname, 'cli.ts'), '--library', join(home, 'library'), ...args);
  expect(attache('import', join(home, 'quay.html'))).toEqual([]);
  expect(attache('search', 'quay')).toEqual([]);
  expect(attache('sample')).toEqual([]);
  expect(attache('export', 'annotations', '--out', join(home, 'out.jsonld'))).toEqual([]);
  expect(readFileSync(join(home, 'out.jsonld'), 'utf8')).toContain('TextQuoteSelector');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../shared/contract/answer.ts';
import { methods } from '../../shared/contract/methods.ts';
import { run } from './cli/run.ts';
import { programFiles } from './program-files.ts';
import { testHost, type TestHost } from './web/test-host.ts';

/** The names scripts and other programs rely on. They are never taken away. */
const promised = `
  library.info library.check library.backup
  import.preview import.run
  articles.list articles.get articles.revise
  annotations.create annotations.list annotations.update annotations.delete
  actors.propose actors.create actors.update actors.merge actors.split actors.list actors.get
  mentions.list statements.create statements.list statements.propose
  search.query
  notes.create notes.get notes.update notes.delete notes.list
  briefings.create briefings.get briefings.update briefings.list briefings.check
  export.briefing export.annotations export.sources export.network export.bundle
  history.list history.undo history.redo
`
  .trim()
  .split(/\s+/);

const all = Object.keys(methods);

let site: TestHost;
beforeAll(async () => {
  site = await testHost();
});
afterAll(() => site.dispose());

/** The error code of a call over HTTP, or null where it succeeded. */
async function overHttp(method: string, body: string): Promise<string | null> {
  const answer = (await (await site.script(`/api/${method}`, body)).json()) as Answer;
  return answer.ok ? null : answer.error.code;
}

/** The same by command line. */
async function byCommandLine(method: string, json: string): Promise<string | null> {
  let out = '';
  const status = await run(
    ['--library', `${site.home}/other-library`, '--json', 'call', method, json],
    programFiles(new URL('../cli.ts', import.meta.url).href),
    '0',
    {
      out: (text) => (out += text),
      say: () => {},
      watched: false,
      readInput: () => Promise.resolve(''),
    },
  );
  const value = JSON.parse(out) as { error?: { code: string } };
  expect(status).toBe(value.error === undefined ? 0 : 1);
  return value.error?.code ?? null;
}

test('every promised method is in the table', () => {
  expect(promised.filter((method) => !all.includes(method))).toEqual([]);
});

test.each(all)('%s is answered over HTTP and by command line alike', async (method) => {
  const http = await overHttp(method, '{}');
  expect(http).not.toBe('unknown-method');
  expect(http).not.toBe('internal');
  // A second undo, sample or import.run would find another library: compare the refusals.
  const inputIsRefused = !methods[method as keyof typeof methods].input.safeParse({}).success;
  if (inputIsRefused) expect(http).toBe('invalid-input');
  const commandLine = await byCommandLine(method, '{}');
  expect(commandLine).toBe(http);
});

describe.each(all)('%s refuses', (method) => {
  test.each([
    ['an unknown field', '{"unknownField":1}'],
    ['a poisoned prototype', '{"__proto__":{"polluted":true}}'],
    ['a text', '"text"'],
    ['a number', '7'],
    ['true', 'true'],
    ['a list', '[]'],
    ['a number too large to be one', '1e999'],
    ['lists nested a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['what is not JSON', '{"id":'],
    ['what is not UTF-8 JSON', '\uFEFF{}x'],
  ])('%s', async (_name, body) => {
    expect(await overHttp(method, body)).toBe('invalid-input');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('names that are no methods', () => {
  test.each([
    'library.nothing',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'library.info/x',
    'library.info%00',
    'LIBRARY.INFO',
    '%2e%2e%2flibrary.info',
  ])('%s', async (name) => {
    expect(await overHttp(name, '{}')).toBe('unknown-method');
  });
});

describe('values of the wrong kind in a right field', () => {
  test.each([
    ['articles.list', '{"limit":0}'],
    ['articles.list', '{"limit":1e9}'],
    ['articles.list', '{"limit":1.5}'],
    ['articles.list', '{"sort":"__proto__"}'],
    ['articles.get', '{"id":{"$ne":null}}'],
    ['annotations.create', '{"articleId":"x","start":-1,"end":2,"motivation":"highlighting"}'],
    ['annotations.create', '{"articleId":"x","start":0.5,"end":2,"motivation":"highlighting"}'],
    ['annotations.create', '{"articleId":"x","start":0,"end":1e999,"motivation":"highlighting"}'],
    ['import.run', '{"sources":[]}'],
    ['import.run', '{"sources":[{"path":""}]}'],
    ['import.run', '{"sources":[{"name":"x","base64":7}]}'],
    ['actors.merge', '{"into":"x","from":[]}'],
    ['search.query', '{"q":7}'],
    ['export.briefing', '{"id":"x","format":"exe"}'],
    ['settings.set', '{"textSize":9000}'],
  ])('%s %s', async (method, body) => {
    expect(await overHttp(method, body)).toBe('invalid-input');
  });
});

test('a document nested a hundred thousand deep is refused, and the library goes on', async () => {
  const depth = 100_000;
  const nested = `${'{"type":"x","version":1,"children":['.repeat(depth)}${']}'.repeat(depth)}`;
  const body = `{"content":{"root":{"type":"root","version":1,"children":[${nested}]}}}`;
  expect(await overHttp('notes.create', body)).toBe('invalid-input');
  expect(await overHttp('library.info', '{}')).toBeNull();
});

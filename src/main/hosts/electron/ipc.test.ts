import type { BaseWindow, IpcMain, IpcMainInvokeEvent } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Library } from '../../library/library.ts';
import { GrantedPaths } from './granted-paths.ts';
import { servePage } from './ipc.ts';

const own = { url: 'app://bundle/index.html', parent: null };
const library = { call: vi.fn<Library['call']>(async () => 'answered') };
const saved = vi.fn();
const listens = vi.fn();
const shown = vi.fn();

type Ask = (senderFrame: unknown, message: unknown) => Promise<unknown>;

function ask(): Ask {
  let handler: Parameters<IpcMain['handle']>[1] | undefined;
  servePage(
    { handle: (_channel, served) => void (handler = served) },
    {
      library,
      dialog: {
        showOpenDialog: async () => ({ canceled: false, filePaths: ['/chosen.txt'] }),
        showSaveDialog: async () => ({ canceled: false, filePath: '/saved.md' }),
      },
      shell: { showItemInFolder: shown },
      window: {} as BaseWindow,
      granted: new GrantedPaths(),
      listens,
      saved,
    },
  );
  return async (senderFrame, message) =>
    handler?.({ senderFrame } as unknown as IpcMainInvokeEvent, message);
}

beforeEach(() => {
  vi.clearAllMocks();
  library.call.mockImplementation(async () => 'answered');
});

const call = { kind: 'call', method: 'articles.list', input: {} };

test('a call of the own page is answered, with the entry of the history it made', async () => {
  expect(await ask()(own, call)).toEqual({ ok: true, value: 'answered' });
  expect(library.call.mock.lastCall?.slice(0, 2)).toEqual(['articles.list', {}]);
  library.call.mockImplementation(async (_method, _input, _signal, made) => {
    made?.(17);
    return 'done';
  });
  expect(await ask()(own, call)).toEqual({ ok: true, value: 'done', entry: 17 });
});

test('a call is cancelled by its number, and only while it waits', async () => {
  library.call.mockImplementation(
    (_method, _input, signal) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new AttacheError('cancelled', 'Not done.')));
      }),
  );
  const page = ask();
  const waiting = page(own, { ...call, id: 7 });
  await page(own, { kind: 'cancel', id: 8 });
  await page(own, { kind: 'cancel', id: 7 });
  expect(await waiting).toEqual({ ok: false, error: { code: 'cancelled', message: 'Not done.' } });
  expect(await page(own, { kind: 'cancel', id: 7 })).toBeUndefined();
});

test('an error crosses as data', async () => {
  library.call.mockRejectedValue(new AttacheError('not-found', 'There is none.', { field: 'id' }));
  expect(await ask()(own, call)).toEqual({
    ok: false,
    error: { code: 'not-found', message: 'There is none.', field: 'id' },
  });
});

test.each([
  ['a frame that has gone', null],
  ['a frame inside the page', { url: 'app://bundle/index.html', parent: own }],
  ['another site', { url: 'https://bundle/index.html', parent: null }],
  ['another host of the scheme', { url: 'app://bundle.example/', parent: null }],
  ['a name that starts alike', { url: 'app://bundle:1/', parent: null }],
  ['a file', { url: 'file:///bundle/index.html', parent: null }],
  ['a blank page', { url: 'about:blank', parent: null }],
  ['no address', { url: '', parent: null }],
])('%s is refused', async (_name, frame) => {
  await expect(ask()(frame, call)).rejects.toMatchObject({ code: 'forbidden' });
  expect(library.call).not.toHaveBeenCalled();
});

test.each([
  null,
  undefined,
  'call',
  [],
  {},
  { kind: 'open' },
  { kind: 'call' },
  { kind: 'call', method: 7, input: {} },
  { kind: 'call', method: 'articles.list', input: {}, extra: 1 },
  { kind: 'pick', what: 'anything' },
  { kind: 'save', suggestedName: '' },
  { kind: 'save', suggestedName: 'n'.repeat(256) },
  { kind: 'dropped', path: '' },
  { kind: 'dropped', path: ['/etc/passwd'] },
])('a message that is not in the table is refused: %j', async (message) => {
  await expect(ask()(own, message)).rejects.toThrow();
  expect(library.call).not.toHaveBeenCalled();
});

test('a path may be named after it was chosen or dropped, not before', async () => {
  const send = ask();
  const run = (path: string) =>
    send(own, { kind: 'call', method: 'import.run', input: { sources: [{ path }] } });
  expect(await run('/chosen.txt')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(await send(own, { kind: 'pick', what: 'files' })).toEqual(['/chosen.txt']);
  expect(await run('/chosen.txt')).toMatchObject({ ok: true });
  await send(own, { kind: 'dropped', path: '/dropped.txt' });
  expect(await run('/dropped.txt')).toMatchObject({ ok: true });
  expect(await send(own, { kind: 'save', suggestedName: '../../briefing.md' })).toBe('/saved.md');
});

test('a file that was saved is shown in its folder, and no other', async () => {
  const page = ask();
  const path = await page(own, { kind: 'save', suggestedName: 'a.md' });
  await expect(page(own, { kind: 'show', path })).rejects.toMatchObject({ code: 'forbidden' });
  await page(own, { ...call, method: 'export.sources', input: { format: 'ris', path } });
  await page(own, { kind: 'show', path });
  expect(shown.mock.calls).toEqual([['/saved.md']]);
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { withOwnPrinting } from './printing-library.ts';

function standIns() {
  const page = { name: 'Week.html', base64: Buffer.from('<p>Words').toString('base64') };
  const library = {
    call: vi.fn(async (): Promise<unknown> => page),
    on: vi.fn(() => () => undefined),
    close: vi.fn(async () => undefined),
  };
  const print = vi.fn(async (html: Uint8Array) => Buffer.concat([Buffer.from('PDF of '), html]));
  return { library, print, own: withOwnPrinting(library, { print }) };
}

test('a briefing as PDF is written as HTML and printed here', async () => {
  const { library, own } = standIns();
  const made = await own.call('export.briefing', { id: 'b', format: 'pdf', style: 'apa' });
  expect(library.call).toHaveBeenCalledExactlyOnceWith(
    'export.briefing',
    { id: 'b', format: 'html', style: 'apa' },
    undefined,
  );
  expect(made).toEqual({
    name: 'Week.pdf',
    base64: Buffer.from('PDF of <p>Words').toString('base64'),
  });
});

test('it goes to the path that was named, whole', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'attache-print-'));
  try {
    const path = join(dir, 'week.pdf');
    const { own } = standIns();
    expect(await own.call('export.briefing', { id: 'b', format: 'pdf', path })).toEqual({ path });
    expect(readFileSync(path, 'utf8')).toBe('PDF of <p>Words');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('other calls, and wrong ones, go to the library as they are', async () => {
  const { library, print, own } = standIns();
  const calls: [string, unknown][] = [
    ['export.briefing', { id: 'b', format: 'docx' }],
    ['export.briefing', { format: 'pdf' }],
    ['export.sources', { format: 'pdf' }],
  ];
  for (const [method, input] of calls) {
    const made = () => undefined;
    const { signal } = new AbortController();
    await own.call(method, input, signal, made);
    expect(library.call).toHaveBeenLastCalledWith(method, input, signal, made);
  }
  expect(print).not.toHaveBeenCalled();
});

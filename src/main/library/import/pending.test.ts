import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLibrary } from '../test-library.ts';
import { parseInProcess } from './parse-in-process.ts';

const count = 900;
let library: ReturnType<typeof testLibrary>;
let folder: string;
beforeEach(() => {
  library = testLibrary(parseInProcess);
  folder = mkdtempSync(join(tmpdir(), 'attache-pending-'));
  for (let index = 0; index < count; index += 1) {
    const text = `Story number ${index}\n\nSomething happened in place ${index * 7919}.`;
    writeFileSync(join(folder, `${String(index).padStart(3, '0')}.txt`), text);
  }
  writeFileSync(join(folder, '000-empty.txt'), '');
});
afterEach(async () => {
  await library.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** Stops the import that `work` starts as soon as some of its files are stored. */
async function stopped<T>(work: () => Promise<T>): Promise<T> {
  const stop = library.on((event) => {
    if (event.type !== 'import.progress') return;
    if (event.finished?.some(({ outcome }) => outcome === 'imported') === true) {
      void library.call('import.cancel', {});
    }
  });
  const result = await work();
  stop();
  return result;
}

const total = async () => (await library.call('articles.list', {})).total;
const run = () => library.call('import.run', { sources: [{ path: folder }] });
const pending = async () => (await library.call('import.pending', {})).items;

describe('an import that was stopped', () => {
  it('is gone on with after a restart, each file once', async () => {
    const first = await stopped(run);
    expect(first.imported.length).toBeGreaterThan(0);
    expect(first.stopped?.left).toBeGreaterThan(0);
    await library.reopen();
    const [job] = await pending();
    expect(job).toMatchObject({ total: count + 1, left: first.stopped?.left, lost: [] });
    expect(job?.sources).toHaveLength(job?.left ?? -1);
    const rest = await library.call('import.resume', { id: job?.id ?? '' });
    expect(rest).toMatchObject({ duplicates: [], failed: [], stopped: null });
    expect(first.imported.length + rest.imported.length).toBe(count);
    expect(await total()).toBe(count);
    expect(await pending()).toEqual([]);
  });

  it('is forgotten on request, and what it brought in stays', async () => {
    const { imported } = await stopped(run);
    const [job] = await pending();
    await library.call('import.forget', { id: job?.id ?? '' });
    expect(await pending()).toEqual([]);
    expect(await total()).toBe(imported.length);
    for (const method of ['import.forget', 'import.resume'] as const) {
      await expect(library.call(method, { id: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('keeps its preview: running it again does the rest as decided', async () => {
    const { previewId, items } = await library.call('import.preview', {
      sources: [{ path: folder }],
    });
    const decisions = items.map(({ key }) => ({
      key,
      include: true,
      fields: { 'container-title': 'Courier' },
    }));
    const first = await stopped(() => library.call('import.run', { previewId, decisions }));
    const rest = await library.call('import.run', { previewId, decisions });
    expect(first.failed).toMatchObject([{ code: 'empty-file' }]);
    expect(rest).toMatchObject({ failed: [], duplicates: [], stopped: null });
    expect(first.imported.length + rest.imported.length).toBe(count);
    const { items: stored } = await library.call('articles.list', { limit: 1000 });
    expect(new Set(stored.map((article) => article['container-title']))).toEqual(
      new Set(['Courier']),
    );
  });

  it('reports files that are gone by then', async () => {
    await stopped(run);
    const [job] = await pending();
    const last = join(folder, `${count - 1}.txt`);
    unlinkSync(last);
    const { failed } = await library.call('import.resume', { id: job?.id ?? '' });
    expect(failed).toMatchObject([{ source: last, code: 'not-found' }]);
  });
});

describe('an import that came to its end', () => {
  it('leaves nothing to go on with, and bytes that were handed over never do', async () => {
    await run();
    expect(await pending()).toEqual([]);
    const sources = Array.from({ length: count }, (_, index) => ({
      name: `${index}.txt`,
      text: `Another story ${index}\n\nIn place ${index}.`,
    }));
    expect((await stopped(() => library.call('import.run', { sources }))).stopped).not.toBeNull();
    expect(await pending()).toEqual([]);
  });
});

describe('the report', () => {
  const bad = '=cmd() <img src=x onerror=alert(1)>.txt';
  const report = async (format: 'html' | 'md' | 'csv') => {
    const made = await library.call('import.report', { format });
    return 'base64' in made ? Buffer.from(made.base64, 'base64').toString() : '';
  };

  it('names every file with what became of it, and nothing in it runs', async () => {
    await expect(library.call('import.report', { format: 'csv' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const story = 'Ferry talks\n\nThe ferry may open again in June, officials said.';
    const sources = [
      { name: 'a.txt', text: story },
      { name: 'b.txt', text: story },
      { name: bad, text: ' ' },
    ];
    const { imported, failed } = await library.call('import.run', { sources });
    const csv = await report('csv');
    expect(csv.split('\r\n')[1]).toMatch(/^'=cmd\(\).*,Not read,,,no-text,/);
    expect(csv).toContain(`a.txt,Imported,Ferry talks,${imported[0]?.articleId},,`);
    expect(csv).toContain(`b.txt,Already in the library,Ferry talks,${imported[0]?.articleId}`);
    const html = await report('html');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('<img');
    const markdown = await report('md');
    expect(markdown).toContain(String.raw`\<img src=x`);
    expect(markdown).toContain('- Not read: 1');
    expect(failed).toHaveLength(1);
    const path = join(folder, 'report.html');
    expect(await library.call('import.report', { format: 'html', path })).toEqual({ path });
    expect(readFileSync(path, 'utf8')).toContain('Ferry talks');
  });

  it('tells the near duplicate of a file from the other articles in it', async () => {
    const words = (from: number) =>
      Array.from({ length: 90 }, (_, at) => `w${from + at}`).join(' ');
    await library.call('import.run', {
      sources: [{ name: 'lead.txt', text: `The lead\n\n${words(0)}.` }],
    });
    const mails = [words(5), words(900)]
      .map(
        (text, index) =>
          `From one@example.org Mon Mar  2 10:00:00 2026\nFrom: Ada <ada@example.org>\nSubject: Mail ${index}\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\n${text}.\n`,
      )
      .join('\n');
    await library.call('import.run', { sources: [{ name: 'two.mbox', text: mails }] });
    const lines = (await report('csv')).split('\r\n');
    expect(lines.find((line) => line.includes('Mail 0'))).toMatch(
      /two\.mbox.*,"?Imported, near duplicate"?,.*% the same as “The lead”/,
    );
    expect(lines.find((line) => line.includes('Mail 1'))).toContain(',Imported,');
  });
});

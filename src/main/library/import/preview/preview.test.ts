import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLibrary } from '../../test-library.ts';
import { parseInProcess } from '../parse-in-process.ts';
import { story } from '../test-story.ts';

let library: ReturnType<typeof testLibrary>;
let folder: string;

beforeEach(() => {
  library = testLibrary(parseInProcess);
  folder = mkdtempSync(join(tmpdir(), 'attache-import-'));
});

afterEach(async () => {
  await library.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe('import.preview', () => {
  it('stores nothing, then imports the included rows as the person decided', async () => {
    const { previewId, items, failed } = await library.call('import.preview', {
      sources: [
        { name: 'one.txt', text: story },
        { name: 'two.txt', text: 'Second story about the harbour.' },
        { name: 'three.txt', text: '' },
      ],
    });
    expect(failed).toMatchObject([{ source: 'three.txt', code: 'empty-file' }]);
    expect(items.map((item) => item.title)).toEqual([
      'Ferry talks resume in Estholm',
      'Second story about the harbour.',
    ]);
    expect((await library.call('articles.list', {})).total).toBe(0);
    const result = await library.call('import.run', {
      previewId,
      decisions: [
        { key: items[0]?.key ?? '', include: false },
        {
          key: items[1]?.key ?? '',
          include: true,
          fields: { title: 'Harbour', issued: '2026-03' },
          hidden: [{ start: 0, end: 6, reason: 'caption' }],
        },
      ],
    });
    expect(result.imported.map((item) => item.title)).toEqual(['Harbour']);
    expect(result.leftOut).toEqual([
      { source: items[0]?.source, title: 'Ferry talks resume in Estholm' },
    ]);
    const article = await library.call('articles.get', {
      id: result.imported[0]?.articleId ?? '',
    });
    expect(article).toMatchObject({
      title: 'Harbour',
      titleProposed: false,
      issued: '2026-03',
      hidden: [{ start: 0, end: 6, reason: 'caption', by: 'rule' }],
    });
  });

  it('says of a row that was left out that the library has it, or has it by now', async () => {
    await library.call('import.run', {
      sources: [{ name: 'old.txt', text: 'Old words stand here.' }],
    });
    const { previewId, items } = await library.call('import.preview', {
      sources: [
        { name: 'again.txt', text: 'Old words stand here.' },
        { name: 'one.txt', text: story },
        { name: 'copy.txt', text: story },
      ],
    });
    const { imported, duplicates, leftOut } = await library.call('import.run', {
      previewId,
      decisions: items.map(({ key, duplicate }) => ({ key, include: duplicate === null })),
    });
    expect(leftOut).toEqual([]);
    expect(duplicates).toMatchObject([
      { source: 'again.txt', kind: 'identical', title: 'Old words stand here.' },
      { source: 'copy.txt', kind: 'identical', articleId: imported[0]?.articleId },
    ]);
    const report = await library.call('import.report', { format: 'csv' });
    const csv = 'base64' in report ? Buffer.from(report.base64, 'base64').toString() : '';
    expect(csv).toContain('copy.txt,Already in the library');
  });

  it('refuses decisions about rows or ranges that are not there', async () => {
    const { previewId, items } = await library.call('import.preview', {
      sources: [{ name: 'one.txt', text: story }],
    });
    const key = items[0]?.key ?? '';
    const run = (decision: object) =>
      library.call('import.run', { previewId, decisions: [{ key, include: true, ...decision }] });
    await expect(run({ key: '9.9' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(
      run({ hidden: [{ start: 5, end: 99_999, reason: 'caption' }] }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await library.call('articles.list', {})).total).toBe(0);
  });

  it('fails a file that changed after the preview', async () => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, story);
    const { previewId } = await library.call('import.preview', { sources: [{ path }] });
    writeFileSync(path, 'Quite different words.');
    const { imported, failed } = await library.call('import.run', { previewId });
    expect(imported).toEqual([]);
    expect(failed).toMatchObject([{ source: path, code: 'file-unreadable' }]);
  });
});

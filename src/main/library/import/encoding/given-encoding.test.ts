import { zipSync } from 'fflate';
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

describe('encodings', () => {
  const bytes = Buffer.from([0xd1, 0xee, 0xe2, 0xe5, 0xf2]);
  const source = { name: 'council.txt', base64: bytes.toString('base64') };

  it('are as the source says, or invalid-input', async () => {
    const { imported } = await library.call('import.run', {
      sources: [{ ...source, encoding: 'Windows-1251' }],
    });
    expect(imported[0]?.title).toBe('Совет');
    for (const method of ['import.run', 'import.preview'] as const) {
      const sources = [source, { ...source, encoding: 'klingon' }];
      await expect(library.call(method, { sources })).rejects.toMatchObject({
        code: 'invalid-input',
        field: 'sources.1.encoding',
      });
    }
  });

  it('hold for every text of a folder and an archive', async () => {
    writeFileSync(join(folder, 'a.txt'), bytes);
    writeFileSync(join(folder, 'b.zip'), zipSync({ 'c.txt': Buffer.concat([bytes, bytes]) }));
    const { items } = await library.call('import.preview', {
      sources: [{ path: folder, encoding: 'windows-1251' }],
    });
    expect(items.map(({ title, encoding }) => [title, encoding])).toEqual([
      ['Совет', 'windows-1251'],
      ['СоветСовет', 'windows-1251'],
    ]);
  });

  it('are detected with how sure that is, and can be changed in a preview', async () => {
    const { previewId, items } = await library.call('import.preview', {
      sources: [source, { name: 'ferry.txt', text: story }],
    });
    expect(items[0]?.encodingConfidence).toBeLessThan(1);
    const reread = { previewId, key: items[0]?.key ?? '', encoding: 'windows-1251' };
    const { replaced, items: now } = await library.call('import.reread', reread);
    expect(replaced).toEqual([items[0]?.key]);
    expect(now).toMatchObject([
      { title: 'Совет', encoding: 'windows-1251', encodingConfidence: null },
    ]);
    for (const [wrong, code] of [
      [{ ...reread, encoding: 'klingon' }, 'invalid-input'],
      [{ ...reread, key: '9.9' }, 'not-found'],
      [{ ...reread, previewId: 'old' }, 'not-found'],
    ] as const) {
      await expect(library.call('import.reread', wrong)).rejects.toMatchObject({ code });
    }
    const { imported } = await library.call('import.run', { previewId });
    expect(imported.map(({ title }) => title)).toEqual(['Совет', 'Ferry talks resume in Estholm']);
  });
});

import { strToU8, zipSync } from 'fflate';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLibrary } from '../test-library.ts';
import { parseInProcess } from './parse-in-process.ts';
import { story } from './test-story.ts';

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

describe('ZIP archives', () => {
  it('are imported like folders, names in them being only names', async () => {
    const archive = zipSync({
      'a.txt': strToU8(story),
      '../../escape.txt': strToU8('A text that climbs.'),
      '/etc/absolute.txt': strToU8('A text from the root.'),
      '__proto__/x.txt': strToU8('A text with a name.'),
      '.hidden': strToU8('Not this.'),
      'empty.txt': new Uint8Array(),
    });
    const path = join(folder, 'all.zip');
    writeFileSync(path, archive);
    const { imported, failed } = await library.call('import.run', { sources: [{ path }] });
    expect(imported.map((item) => item.source.slice(path.length + 1)).toSorted()).toEqual([
      '../../escape.txt',
      '/etc/absolute.txt',
      '__proto__/x.txt',
      'a.txt',
    ]);
    expect(failed).toMatchObject([{ source: `${path}/empty.txt`, code: 'empty-file' }]);
    expect(readdirSync(folder)).toEqual(['all.zip']);
  });

  it('that are damaged, empty or lie about their size fail by name', async () => {
    const bomb = Buffer.from(zipSync({ 'a.txt': strToU8('x'.repeat(9000)) }));
    bomb.writeUInt32LE(300 * 1024 * 1024, bomb.indexOf('PK\u0001\u0002') + 24);
    const sources = [
      { name: 'cut.zip', base64: Buffer.from('PK\u0003\u0004 cut').toString('base64') },
      { name: 'none.zip', base64: Buffer.from(zipSync({})).toString('base64') },
      { name: 'bomb.zip', base64: bomb.toString('base64') },
      { name: 'all.attache', base64: bomb.toString('base64') },
    ];
    const { imported, failed } = await library.call('import.run', { sources });
    expect(imported).toEqual([]);
    expect(failed.map(({ source, code }) => [source, code])).toEqual([
      ['cut.zip', 'damaged-file'],
      ['none.zip', 'no-articles'],
      ['bomb.zip', 'file-too-large'],
      ['all.attache', 'unsupported-format'],
    ]);
  });
});

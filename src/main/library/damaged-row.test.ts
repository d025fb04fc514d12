import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseInProcess } from './import/parse-in-process.ts';
import { openLibrary } from './library.ts';
import { testLibrary, testPorts } from './test-library.ts';

const library = testLibrary(parseInProcess);
afterAll(() => library.dispose());

test('damage inside a row, which the checks of SQLite let pass, is called damage', async () => {
  const { imported } = await library.call('import.run', {
    sources: [{ name: 'quay.md', text: '---\nauthor: Ada Lund\n---\n\nThe pilots waited.' }],
  });
  const { path } = await library.call('library.backup', {});
  const bytes = readFileSync(path);
  const at = bytes.indexOf('[{"literal":"Ada Lund"}]');
  expect(at).toBeGreaterThan(0);
  bytes[at + 1] = 1;
  const dir = join(library.dir, 'damaged');
  mkdirSync(dir);
  writeFileSync(join(dir, 'library.sqlite'), bytes);

  const damaged = openLibrary(dir, testPorts(parseInProcess));
  const id = imported[0]?.articleId ?? '';
  const refusal = { code: 'library-damaged' };
  await expect(damaged.call('articles.get', { id })).rejects.toMatchObject(refusal);
  await expect(damaged.call('articles.list', {})).rejects.toMatchObject(refusal);
  await damaged.close();
});

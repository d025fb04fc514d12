import { existsSync, mkdtempSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLibrary } from '../../test-library.ts';
import { parseInProcess } from '../parse-in-process.ts';

let library: ReturnType<typeof testLibrary>;
let folder: string;
beforeEach(() => {
  library = testLibrary(parseInProcess);
  folder = mkdtempSync(join(tmpdir(), 'attache-kept-'));
  writeFileSync(
    join(folder, 'ferry.txt'),
    'Ferry vote put off\n\nThe board put it off on Tuesday.',
  );
  writeFileSync(join(folder, 'quay.txt'), 'The quay is new\n\nNobody was surprised by it.');
});
afterEach(async () => {
  await library.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const handedOver = { name: 'granite.txt', text: 'Granite falls again\n\nBuyers wait for spring.' };
const preview = () =>
  library.call('import.preview', { sources: [{ path: folder }, handedOver], keep: true });
const kept = async () => (await library.call('import.kept', {})).items;
const staged = () =>
  existsSync(join(library.dir, 'staging')) ? readdirSync(join(library.dir, 'staging')) : [];

/** Corrects the outlet of one row and leaves another one out. */
async function decide() {
  const { previewId, items } = await preview();
  const key = (name: string) => items.find(({ source }) => source.endsWith(name))?.key ?? '';
  const decisions = [
    { key: key('ferry.txt'), include: true, fields: { 'container-title': 'Courier' } },
    { key: key('quay.txt'), include: false },
  ];
  await library.call('import.decide', { previewId, decisions });
  return { previewId, decisions };
}

describe('a preview that was not imported', () => {
  it('is there after a restart with what was corrected, and imported as decided', async () => {
    const { previewId, decisions } = await decide();
    await library.reopen();
    expect(await kept()).toMatchObject([{ previewId, files: 2, decided: 2 }]);
    const again = await library.call('import.reopen', { previewId });
    expect(again).toMatchObject({ previewId, failed: [], decisions });
    expect(again.items.map(({ title }) => title)).toEqual([
      'Ferry vote put off',
      'The quay is new',
      'Granite falls again',
    ]);
    await library.call('import.run', { previewId, decisions: again.decisions });
    const { items } = await library.call('articles.list', { sort: 'title' });
    expect(items.map((item) => [item.title, item['container-title']])).toEqual([
      ['Ferry vote put off', 'Courier'],
      ['Granite falls again', null],
    ]);
    expect(await kept()).toEqual([]);
    expect(staged()).toEqual([]);
  });

  it('loses what was decided on a file that says something else now, and names one that is gone', async () => {
    const { previewId, decisions } = await decide();
    writeFileSync(join(folder, 'ferry.txt'), 'Ferry vote called off\n\nThere will be none.');
    await library.reopen();
    const again = await library.call('import.reopen', { previewId });
    expect(again.decisions).toEqual(decisions.slice(1));
    rmSync(folder, { recursive: true });
    const gone = await library.call('import.reopen', { previewId });
    expect(gone.items.map(({ source }) => source)).toEqual(['granite.txt']);
    expect(gone.failed).toMatchObject([{ source: folder, code: 'not-found' }]);
  });

  it('keeps the encoding a file was read under', async () => {
    const bytes = Buffer.from('Übung am Kai\n\nDie Fähre fährt.', 'latin1');
    const { previewId, items } = await library.call('import.preview', {
      sources: [{ name: 'kai.txt', base64: bytes.toString('base64') }],
      keep: true,
    });
    const key = items[0]?.key ?? '';
    await library.call('import.reread', { previewId, key, encoding: 'koi8-r' });
    await library.reopen();
    const again = await library.call('import.reopen', { previewId });
    expect(again.items[0]?.encoding).toBe('koi8-r');
  });

  it('is discarded on request, is not kept unasked, and does not pile up', async () => {
    const { previewId } = await preview();
    await library.call('import.discard', { previewId });
    await library.call('import.discard', { previewId });
    expect([await kept(), staged()]).toEqual([[], []]);
    await expect(library.call('import.reopen', { previewId })).rejects.toMatchObject({
      code: 'not-found',
    });
    await library.call('import.preview', { sources: [handedOver] });
    expect(await kept()).toEqual([]);
    for (let count = 0; count < 7; count += 1) await preview();
    expect(await kept()).toHaveLength(5);
    expect(staged().toSorted()).toEqual((await kept()).map((one) => one.previewId).toSorted());
  });

  it('with torn bytes names them again', async () => {
    const sources = [{ name: 'torn.pdf', base64: 'AAA%' }, handedOver];
    const { previewId, failed } = await library.call('import.preview', { sources, keep: true });
    expect(failed).toMatchObject([{ source: 'torn.pdf', code: 'damaged-file' }]);
    const again = await library.call('import.reopen', { previewId });
    expect(again.failed.map(({ source }) => source)).toEqual(['torn.pdf']);
    await expect(
      library.call('import.decide', { previewId, decisions: [{ key: '9.9', include: true }] }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is no part of what can be undone', async () => {
    await decide();
    expect((await library.call('history.list', {})).items).toEqual([]);
    unlinkSync(join(folder, 'quay.txt'));
    expect(await library.call('library.check', {})).toMatchObject({ ok: true });
  });
});

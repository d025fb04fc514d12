import { afterAll, describe, expect, it } from 'vitest';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';

const library = testLibrary(parseInProcess);
afterAll(() => library.dispose());

async function text(input: Parameters<typeof library.call<'export.view'>>[1]) {
  const made = await library.call('export.view', input);
  if (!('base64' in made)) throw new Error('expected bytes');
  return { name: made.name, text: Buffer.from(made.base64, 'base64').toString() };
}

describe('what a view shows', () => {
  it('is written as the table it is, safe in spreadsheets', async () => {
    const rows = [
      ['Actor', 'Articles'],
      ['=1+1', 3],
    ];
    expect(await text({ format: 'csv', name: 'Who / with whom', rows })).toEqual({
      name: 'Who with whom.csv',
      text: "\ufeffActor,Articles\r\n'=1+1,3\r\n",
    });
  });

  it('is written as the picture it is, and as nothing else', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    const base64 = Buffer.from(svg).toString('base64');
    expect(await text({ format: 'svg', name: 'Network', base64 })).toEqual({
      name: 'Network.svg',
      text: svg,
    });
    await expect(text({ format: 'png', name: 'Network', base64 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

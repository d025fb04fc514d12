import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { parseFile } from '../library/import/parse.ts';
import { pack, unpack } from './packed-result.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it('gives back all of a result that it packed', async () => {
  const text =
    'BRIDGE OPENS\n\nBy Ada Lund\n\nOSLO, Nov 4 (Reuters) - The café opened on May 3, 2024.';
  const odd = 'A “title”\n\n\uFFFD \u2028 首脳会談 \u{1F600}';
  for (const words of [text, odd]) {
    const result = await parseFile({ name: 'a.txt', bytes: bytes(words) });
    const packed = structuredClone(pack(result));
    expect(packed).toHaveProperty('json');
    expect(unpack(packed)).toEqual(result);
  }
});

it('leaves a result with files in it as it is', async () => {
  const archive = zipSync({ 'inner.txt': strToU8('Words in an archive.') });
  const result = await parseFile({ name: 'a.zip', bytes: archive });
  expect(unpack(pack(result))).toBe(result);
});

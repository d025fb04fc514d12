import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Input } from '../../../shared/contract/methods.ts';
import { parseInProcess } from '../import/parse-in-process.ts';
import { canMount, onDisk, remount } from '../storage/test-disk.ts';
import { testLibrary } from '../test-library.ts';
import { installedBrowser } from './briefing/pdf.ts';

let library: ReturnType<typeof testLibrary>;
let briefingId: string;

beforeAll(async () => {
  library = testLibrary(parseInProcess);
  const { imported } = await library.call('import.run', {
    sources: [{ name: 'a.txt', text: 'Ferry sails\n\nOrla Quinn said the ferry sails.' }],
  });
  const articleId = imported[0]?.articleId ?? '';
  const place = { articleId, start: 13, end: 23 };
  const passage = await library.call('annotations.create', { ...place, motivation: 'tagging' });
  const actor = await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' });
  await library.call('statements.create', { ...place, kind: 'claim', speaker: actor.id });
  const briefing = await library.call('briefings.create', { markdown: `So.[@${passage.id}]` });
  briefingId = briefing.id;
});
afterAll(() => library.dispose());

type Write = (path: string) => Promise<unknown>;

const browser = installedBrowser();
if (browser === undefined) console.warn('No Chromium is installed: PDF is NOT tried on targets.');

const briefings = (['docx', 'html', 'md', ...(browser === undefined ? [] : ['pdf'])] as const).map(
  (format): [string, Write] => [
    format,
    (path) =>
      library.call('export.briefing', {
        id: briefingId,
        format: format as Input<'export.briefing'>['format'],
        path,
      }),
  ],
);

/** Every format there is, as something that writes to a path. */
const formats: readonly [string, Write][] = [
  ...briefings,
  ...(['csl-json', 'bibtex', 'ris'] as const).map((format): [string, Write] => [
    format,
    (path) => library.call('export.sources', { format, path }),
  ]),
  ...(['jsonld', 'csv', 'md'] as const).map((format): [string, Write] => [
    `annotations ${format}`,
    (path) => library.call('export.annotations', { format, path }),
  ]),
  ...(['csv', 'grid'] as const).map((format): [string, Write] => [
    `statements ${format}`,
    (path) => library.call('export.statements', { format, path }),
  ]),
  ...(['graphml', 'csv'] as const).map((format): [string, Write] => [
    `network ${format}`,
    (path) => library.call('export.network', { format, path }),
  ]),
  [
    'view csv',
    (path) => library.call('export.view', { format: 'csv', name: 'Outlets', rows: [['a']], path }),
  ],
  ...(['attache', 'qdpx'] as const).map((format): [string, Write] => [
    format,
    (path) => library.call('export.bundle', { format, path }),
  ]),
];

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AttacheError ? error : String(error)),
  );
const codeOf = async (work: Promise<unknown>) => {
  const error = await errorOf(work);
  return error instanceof AttacheError ? error.code : error;
};

/** Each print starts a Chromium, and what writes the file is the same for all: one case is enough. */
const casesOf = (format: string): number => (format === 'pdf' ? 1 : Infinity);

describe.each(formats)('%s', (format, write) => {
  it('goes where it was sent, whole, under any name the disk takes', async () => {
    const dir = join(library.dir, 'out', format);
    mkdirSync(dir, { recursive: true });
    // 255 bytes, the most a name may have.
    const names = ['日'.repeat(84) + '.é', 'a b.x', 'CON', 'ends. '].slice(0, casesOf(format));
    for (const name of names) {
      const path = join(dir, name);
      writeFileSync(path, 'what was there');
      expect(await write(path)).toEqual({ path });
      expect(readFileSync(path, 'utf8')).not.toBe('what was there');
    }
    expect(readdirSync(dir)).toHaveLength(names.length);
  });

  it('says what stands in the way of it', async () => {
    const hindrances: readonly [path: string, code: string][] = [
      [library.dir, 'target-exists'],
      [join(library.dir, 'none', 'a'), 'not-found'],
      [join(library.dir, 'n'.repeat(256)), 'write-failed'],
      [join(library.dir, 'library.sqlite', 'a'), 'not-found'],
      [`${library.dir}/a\0b`, 'write-failed'],
    ];
    for (const [path, code] of hindrances.slice(0, casesOf(format))) {
      expect([path, await codeOf(write(path))]).toEqual([path, code]);
    }
  });
});

describe.runIf(canMount)('a disk that takes nothing (needs root on Linux)', () => {
  it('that is full leaves what was there, and nothing else', async () => {
    await onDisk('size=64k', async (disk) => {
      const path = join(disk, 'target');
      writeFileSync(path, 'what was there');
      fill(join(disk, 'rest'));
      for (const [format, write] of formats) {
        const error = await errorOf(write(path));
        expect([format, error]).toEqual([format, expect.objectContaining({ code: 'disk-full' })]);
        expect(String(error)).toContain(path);
        expect([format, readFileSync(path, 'utf8')]).toEqual([format, 'what was there']);
        expect([format, readdirSync(disk).sort()]).toEqual([format, ['rest', 'target']]);
      }
    });
  });

  it('that is read-only says so', async () => {
    const quick = formats.filter(([format]) => casesOf(format) > 1);
    await onDisk('size=64k', async (disk) => {
      remount(disk, 'ro');
      try {
        for (const [format, write] of quick) {
          const error = await errorOf(write(join(disk, 'target')));
          expect([format, error]).toEqual([
            format,
            expect.objectContaining({ code: 'write-failed' }),
          ]);
          expect(String(error)).toContain('read-only');
          expect(existsSync(join(disk, 'target'))).toBe(false);
        }
      } finally {
        remount(disk, 'rw');
      }
    });
  });
});

/** Writes a file until the disk is full. */
function fill(path: string): void {
  for (let size = 64 * 1024; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Smaller pieces may still fit.
    }
  }
}

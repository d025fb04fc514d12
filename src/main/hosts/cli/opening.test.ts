import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLibrary } from '../../library/library.ts';
import { canMount, onDisk } from '../../library/storage/test-disk.ts';
import { testPorts } from '../../library/test-library.ts';
import { testCommandLine } from './test-command-line.ts';

const { home, attache, json, dispose } = testCommandLine();
afterAll(dispose);
beforeAll(async () => void (await json('import', join(home, 'articles'))));

test('while another program writes: reading works and says so, writing is refused', async () => {
  const writer = openLibrary(join(home, 'library'), testPorts());
  try {
    const read = await attache(['--json', 'articles']);
    expect(read).toMatchObject({ status: 0 });
    expect(JSON.parse(read.out)).toMatchObject({ total: 2 });
    expect(read.said).toMatch(/open for writing.*Reading what is saved/);
    for (const args of [
      ['import', home],
      ['call', 'notes.create', '{"markdown":"No."}'],
    ]) {
      const { status, out } = await attache(['--json', ...args]);
      expect(status).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ error: { code: 'library-locked' } });
    }
  } finally {
    await writer.close();
  }
});

describe('where there is no library', () => {
  const commands = [
    ['articles'],
    ['search', 'harbour'],
    ['details', 'some-id'],
    ['check'],
    ['backup'],
    ['export', 'annotations'],
    ['export', 'briefing'],
  ];

  test.each(commands)('%s says so and makes none', async (...command) => {
    const nowhere = join(home, 'nowhere');
    const other = join(home, 'articles');
    const files = readdirSync(other);
    for (const dir of [nowhere, other]) {
      const { status, out, said } = await attache(['--library', dir, '--json', ...command]);
      expect(status).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ error: { code: 'not-found' } });
      expect(said).toContain(`There is no library in ${dir}.`);
    }
    expect(readdirSync(home)).not.toContain('nowhere');
    expect(readdirSync(other)).toEqual(files);
  });

  test('an empty folder is one that is still to be filled', async () => {
    const dir = mkdtempSync(join(home, 'empty-'));
    const { status, out } = await attache(['--library', dir, '--json', 'articles']);
    expect({ status, ...(JSON.parse(out) as object) }).toMatchObject({ status: 0, total: 0 });
  });

  test('a call makes one, as every host does', async () => {
    const { status } = await attache(['--library', join(home, 'made'), 'call', 'library.info']);
    expect(status).toBe(0);
  });

  test.each([
    ['export', 'nothing'],
    ['export', 'toString'],
    ['articles', '--limit', 'many'],
    ['search', 'x', '--in', 'elsewhere'],
  ])('wrong usage is said first: %s %s', async (...command) => {
    const { status } = await attache(['--library', join(home, 'nowhere'), ...command]);
    expect(status).toBe(2);
  });
});

test.runIf(canMount)('a library on a full disk is read, and not written to', () =>
  onDisk('size=4m', async (disk) => {
    const library = ['--library', join(disk, 'library'), '--json'];
    await attache([...library, 'call', 'notes.create', '{"markdown":"Before it was full."}']);
    const room = statfsSync(disk);
    writeFileSync(join(disk, 'filling'), new Uint8Array(room.bavail * room.bsize));
    const read = await attache([...library, 'call', 'notes.list']);
    expect(read.status).toBe(0);
    expect(JSON.parse(read.out)).toMatchObject({ total: 1 });
    expect(read.said).toContain('The disk is full');
    const written = await attache([...library, 'call', 'notes.create', '{"markdown":"After."}']);
    expect(written.status).toBe(1);
    expect(JSON.parse(written.out)).toMatchObject({ error: { code: 'disk-full' } });
  }),
);

describe.runIf(process.platform !== 'win32')('a library whose permissions are few', () => {
  const cli = join(import.meta.dirname, '../../cli.ts');
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  let folder: string;

  /** Runs a command line as somebody whom permissions hold back; answers with its status and error code. */
  function asNobody(...args: string[]) {
    const argv = [cli, '--library', join(folder, 'library'), '--json', ...args];
    const { status, stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8', ...nobody });
    return [status, (JSON.parse(stdout) as { error?: { code: string } }).error?.code];
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'attache-few-'));
    cpSync(join(home, 'library'), join(folder, 'library'), { recursive: true });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'library'), 0o777);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('is read where its files may not be written to, as after a copy from a disc', () => {
    for (const name of ['library.sqlite', 'library.lock']) {
      chmodSync(join(folder, 'library', name), 0o444);
    }
    expect(asNobody('articles')).toEqual([0, undefined]);
    const note = ['call', 'notes.create', '{"markdown":"No."}'];
    expect(asNobody(...note)).toEqual([1, 'library-read-only']);
  });

  test.each([
    ['library.sqlite', 0, 'articles', 'write-failed'],
    ['.', 0, 'articles', 'write-failed'],
    ['backups', 0o555, 'backup', 'write-failed'],
  ])('%s, %i: %s is %s', (name, mode, command, code) => {
    for (const own of ['library.sqlite', 'library.lock']) {
      chmodSync(join(folder, 'library', own), 0o666);
    }
    chmodSync(join(folder, 'library', name), mode);
    expect(asNobody(command)).toEqual([1, code]);
    chmodSync(join(folder, 'library', name), 0o755);
  });
});

test.runIf(process.platform === 'linux')('an answer that cannot be written is a failure', () => {
  const out = openSync('/dev/full', 'w');
  const cli = join(import.meta.dirname, '../../cli.ts');
  const { status, stderr } = spawnSync(process.execPath, [cli, '--help'], {
    encoding: 'utf8',
    stdio: ['ignore', out, 'pipe'],
  });
  closeSync(out);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^attache: The answer could not be written: ENOSPC/m);
});

test.runIf(process.platform !== 'win32')('Ctrl+C stops an import in order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attache-interrupted-'));
  const files = 600;
  for (let i = 0; i < files; i += 1) {
    writeFileSync(join(folder, `${i}.txt`), `Ferry ${i} sails\n\nThe ferry ${i} sails at dawn.`);
  }
  const cli = join(import.meta.dirname, '../../cli.ts');
  const library = join(folder, '.library');
  const child = spawn(process.execPath, [cli, '--library', library, '--json', 'import', folder]);
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.once('data', () => child.kill('SIGINT'));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBeNull();
  const { imported, stopped } = JSON.parse(out) as {
    imported: unknown[];
    stopped: { left: number } | null;
  };
  expect(imported.length + (stopped?.left ?? 0)).toBe(files);
  rmSync(folder, { recursive: true, force: true });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programFiles } from '../program-files.ts';
import { run } from './run.ts';

/**
 * The command line in this process, on a library of its own in a temporary folder, with two articles
 * in `articles/` and an `empty.txt` beside it.
 */
export function testCommandLine() {
  const home = mkdtempSync(join(tmpdir(), 'attache-cli-'));
  mkdirSync(join(home, 'articles'));
  writeFileSync(
    join(home, 'articles', 'harbour.txt'),
    'Harbour reopens after storm\n\nThe harbour of Brisk reopened on Tuesday, the mayor said.\n\nFerries sail again.\n',
  );
  writeFileSync(
    join(home, 'articles', 'bridge.txt'),
    'Bridge closed for repairs\n\nThe old bridge closes for two weeks, the council said.\n',
  );
  writeFileSync(join(home, 'empty.txt'), '');

  /** Runs one command line. A `--library` among `args` goes before that of the test. */
  async function attache(args: readonly string[], input = '') {
    let out = '';
    let said = '';
    const files = programFiles(new URL('../../cli.ts', import.meta.url).href);
    const status = await run(['--library', join(home, 'library'), ...args], files, '1.2.3', {
      out: (text) => (out += text),
      say: (text) => (said += text),
      watched: false,
      readInput: () => Promise.resolve(input),
    });
    return { status, out, said };
  }

  return {
    home,
    attache,
    /** The one line of JSON a command that succeeds prints. Throws where it does not. */
    json: async (...args: string[]): Promise<unknown> => {
      const { status, out, said } = await attache(['--json', ...args]);
      if (status !== 0 || out.trimEnd().includes('\n')) throw new Error(`${status}: ${out}${said}`);
      return JSON.parse(out);
    },
    dispose: () => rmSync(home, { recursive: true, force: true }),
  };
}

import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { programFiles } from '../program-files.ts';
import { run } from './run.ts';

/**
 * Runs the command line of this process and sets its exit status.
 * `entry` is the `import.meta.url` of the process's entry file.
 */
export async function main(argv: readonly string[], entry: string): Promise<void> {
  // `attache articles | head` closes the pipe early: that is no failure. A full disk is one.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      process.stderr.write(`attache: The answer could not be written: ${error.message}.\n`);
    }
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  const manifest = readFileSync(new URL('../../package.json', entry), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  process.exitCode = await run(argv, programFiles(entry), version, {
    out: (words) => void process.stdout.write(words),
    say: (words) => void process.stderr.write(words),
    watched: process.stderr.isTTY,
    readInput: () => text(process.stdin),
  });
}

import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { run } from './hosts/cli/run.ts';
import { programFiles } from './hosts/program-files.ts';

// `attache articles | head` closes the pipe early: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string };

process.exitCode = await run(process.argv.slice(2), programFiles(import.meta.url), version, {
  out: (words) => void process.stdout.write(words),
  say: (words) => void process.stderr.write(words),
  watched: process.stderr.isTTY,
  readInput: () => text(process.stdin),
});

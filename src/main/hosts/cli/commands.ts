import type { Command } from './command.ts';
import { articlesCommand } from './commands/articles.ts';
import { callCommand } from './commands/call.ts';
import { detailsCommand } from './commands/details.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { importAnnotationsCommand } from './commands/import-annotations.ts';
import { mergeCommand } from './commands/merge.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { backupCommand, checkCommand, restoreCommand, sampleCommand } from './commands/upkeep.ts';

export const commands: ReadonlyMap<string, Command> = new Map([
  ['import', importCommand],
  ['import-annotations', importAnnotationsCommand],
  ['search', searchCommand],
  ['articles', articlesCommand],
  ['details', detailsCommand],
  ['export', exportCommand],
  ['check', checkCommand],
  ['backup', backupCommand],
  ['restore', restoreCommand],
  ['merge', mergeCommand],
  ['serve', serveCommand],
  ['sample', sampleCommand],
  ['call', callCommand],
]);

/** The whole help, or that of one command. */
export function helpText(name: string | undefined): string {
  const command = name === undefined ? undefined : commands.get(name);
  if (command !== undefined) {
    const details = command.details === undefined ? '' : `\n${command.details()}\n`;
    return `Usage: attache [--library DIR] [--json] ${command.usage}\n\nTo ${command.summary}.\n${details}`;
  }
  const width = Math.max(...[...commands.keys()].map((key) => key.length));
  const lines = [...commands].map(([key, { summary }]) => `  ${key.padEnd(width)}  ${summary}`);
  return `Usage: attache [--library DIR] [--json] COMMAND …

Commands:
${lines.join('\n')}

Options:
  -l, --library DIR  the library folder; without it, the one in your data folder
      --json         print one JSON value on standard output
  -h, --help         show this, or how to use a command
      --version      show the version

Arguments that begin with a dash come after "--". Exit status: 0 done, 1 failed, 2 wrong usage.
`;
}

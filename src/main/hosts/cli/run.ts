import { resolve } from 'node:path';
import { toErrorData, type ErrorData } from '../../../shared/contract/errors.ts';
import { asAttacheError } from '../../library/storage/failure.ts';
import { defaultLibraryDir } from '../places.ts';
import type { ProgramFiles } from '../program-files.ts';
import type { Command, Streams } from './command.ts';
import { commonOptions, readCommandLine, UsageError, type CommandLine } from './command-line.ts';
import { commands, helpText } from './commands.ts';

export type ExitStatus = 0 | 1 | 2;

function commandOf({ command: name, arguments: words, options }: CommandLine): Command {
  const command = name === undefined ? undefined : commands.get(name);
  if (command === undefined) {
    throw new UsageError(name === undefined ? 'No command given.' : `No command "${name}".`);
  }
  const [fewest, most] = command.arity;
  if (words.length < fewest || words.length > most) throw new UsageError(`Usage: ${command.usage}`);
  const taken = new Set<string>([...commonOptions, ...command.options]);
  const foreign = Object.keys(options).find((option) => !taken.has(option));
  if (foreign !== undefined) throw new UsageError(`"${name}" takes no --${foreign}.`);
  return command;
}

async function runCommand(
  line: CommandLine,
  files: ProgramFiles,
  streams: Streams,
): Promise<ExitStatus> {
  const command = commandOf(line);
  const { options } = line;
  const dir = resolve(options.library ?? defaultLibraryDir);
  const outcome = await command.run({
    arguments: line.arguments,
    options,
    dir,
    files,
    streams,
    async withLibrary(access, work) {
      const { withLibrary } = await import('./in-process.ts');
      const make = command.makesLibrary === true;
      return withLibrary({ dir, files, access, make, say: streams.say }, work);
    },
  });
  const text = options.json === true ? JSON.stringify(outcome.value) : outcome.text;
  if (text !== '') streams.out(`${text}\n`);
  return outcome.failed === true ? 1 : 0;
}

/**
 * Runs one command line. With `--json` a failure too prints one value on standard output:
 * `{"error": {code, message}}`.
 */
export async function run(
  argv: readonly string[],
  files: ProgramFiles,
  version: string,
  streams: Streams,
): Promise<ExitStatus> {
  const json = argv.includes('--json');
  const fail = (error: ErrorData, status: ExitStatus) => {
    if (json) streams.out(`${JSON.stringify({ error })}\n`);
    return status;
  };
  try {
    const line = readCommandLine(argv);
    const told = (name: 'version' | 'help', text: string) => {
      streams.out(json ? `${JSON.stringify({ [name]: text.trimEnd() })}\n` : text);
      return 0 as const;
    };
    if (line.options.version === true) return told('version', `${version}\n`);
    if (line.command === 'help') return told('help', helpText(line.arguments[0]));
    if (line.options.help === true) return told('help', helpText(line.command));
    return await runCommand(line, files, streams);
  } catch (error) {
    if (error instanceof UsageError) {
      streams.say(`attache: ${error.message}\nTry "attache --help".\n`);
      return fail({ code: 'invalid-input', message: error.message }, 2);
    }
    const data = toErrorData(asAttacheError(error));
    streams.say(`attache: ${data.message} (${data.code})\n`);
    return fail(data, 1);
  }
}

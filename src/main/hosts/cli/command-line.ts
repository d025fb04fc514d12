import { parseArgs } from 'node:util';

const definitions = {
  library: { type: 'string', short: 'l' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  port: { type: 'string' },
  'read-only': { type: 'boolean' },
  format: { type: 'string', short: 'f' },
  out: { type: 'string', short: 'o' },
  in: { type: 'string', multiple: true },
  sort: { type: 'string' },
  limit: { type: 'string' },
  article: { type: 'string' },
  briefing: { type: 'string' },
  style: { type: 'string' },
  changed: { type: 'string' },
  report: { type: 'string' },
  resume: { type: 'boolean' },
  preview: { type: 'boolean' },
  date: { type: 'string' },
  title: { type: 'string' },
  outlet: { type: 'string' },
  author: { type: 'string', multiple: true },
  language: { type: 'string' },
  prefer: { type: 'string' },
  choose: { type: 'string', multiple: true },
} as const;

export type OptionName = keyof typeof definitions;
export type Options = ReturnType<typeof parse>['values'];

/** Options that every command takes. */
export const commonOptions: readonly OptionName[] = ['library', 'json', 'help', 'version'];

/** A command line that cannot be understood: exit status 2. */
export class UsageError extends Error {}

/** `--sort -issued` as `--sort=-issued`: the parser takes what begins with a dash for an option. */
function withSortJoined(argv: readonly string[]): string[] {
  const at = argv.indexOf('--sort');
  const key = argv[at + 1];
  if (at === -1 || key === undefined || !/^-\w/u.test(key)) return [...argv];
  return argv.toSpliced(at, 2, `--sort=${key}`);
}

const letters = Object.values(definitions).flatMap((option) =>
  'short' in option ? [option.short] : [],
);

/** Whether a word of a search is one that leaves out what has it (`-storm`), and no option of one letter. */
const isLeftOut = (word: string): boolean =>
  /^-[^-]/u.test(word) && !letters.includes(word.slice(1) as (typeof letters)[number]);

/** `search ferry -storm` as `search ferry -- -storm`, where nothing says so already. */
function withWordsLeftOut(argv: readonly string[]): string[] {
  const at = argv.indexOf('search');
  if (at === -1 || argv.includes('--')) return [...argv];
  const words = argv.slice(at + 1);
  const leftOut = words.filter(isLeftOut);
  return [
    ...argv.slice(0, at + 1),
    ...words.filter((word) => !isLeftOut(word)),
    ...(leftOut.length > 0 ? ['--', ...leftOut] : []),
  ];
}

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: withWordsLeftOut(withSortJoined(argv)),
    options: definitions,
    allowPositionals: true,
  });

export interface CommandLine {
  readonly command: string | undefined;
  readonly arguments: readonly string[];
  readonly options: Options;
}

/** Splits the arguments of the process. Throws `UsageError`. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parse(argv);
    const [command, ...rest] = positionals;
    // As from a variable that is not set: the folder the program runs in was hardly meant.
    if (values.library === '') throw new UsageError('--library names no folder.');
    return { command, arguments: rest, options: values };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A whole number given as an option, `least` or more. Throws `UsageError`. */
export function wholeNumber(
  name: OptionName,
  text: string | undefined,
  least = 0,
): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  const from = least === 0 ? '' : ` from ${least}`;
  throw new UsageError(`--${name} takes a whole number${from}, not "${text}".`);
}

/** One of `values`, or undefined where the option is not given. Throws `UsageError`. */
export function oneOf<T extends string>(
  name: string,
  values: readonly T[],
  text: string | undefined,
): T | undefined {
  const found = values.find((value) => value === text);
  if (text === undefined || found !== undefined) return found;
  throw new UsageError(`${name} is one of ${values.join(', ')}, not "${text}".`);
}

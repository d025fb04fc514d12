import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { given } from '../../../../shared/contract/given.ts';
import { methods, type Method } from '../../../../shared/contract/methods.ts';
import { exportFormats, formatAliases } from '../../../../shared/contract/methods/export.ts';
import { bundledStyles, type CitationStyle } from '../../../../shared/contract/methods/styles.ts';
import { documentLanguages } from '../../../../shared/model/document-language.ts';
import { wrongInput } from '../../../../shared/contract/wrong-input.ts';
import type { Client } from '../../../../shared/contract/client.ts';
import { deliver } from '../../../library/export/deliver.ts';
import type { Command, Invocation } from '../command.ts';
import { oneOf, UsageError } from '../command-line.ts';

type ExportMethod = Extract<Method, `export.${string}`>;

interface Kind {
  readonly method: ExportMethod;
  /** The first is written where none is asked for. */
  readonly formats: readonly [string, ...string[]];
  /** Other names of formats. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What else it takes. */
  readonly takes: string;
}

const languages = documentLanguages.join('|');

const kinds: Readonly<Record<string, Kind>> = {
  briefing: {
    method: 'export.briefing',
    formats: exportFormats.briefing,
    aliases: formatAliases.briefing,
    takes: `ID, --style ${bundledStyles.join('|')}|FILE.csl, --language ${languages}`,
  },
  annotations: {
    method: 'export.annotations',
    formats: exportFormats.annotations,
    aliases: formatAliases.annotations,
    takes: `--article ID, --language ${languages}`,
  },
  sources: {
    method: 'export.sources',
    formats: exportFormats.sources,
    aliases: formatAliases.sources,
    takes: '--briefing ID',
  },
  statements: { method: 'export.statements', formats: exportFormats.statements, takes: '' },
  network: { method: 'export.network', formats: exportFormats.network, takes: '' },
  bundle: {
    method: 'export.bundle',
    formats: exportFormats.bundle,
    aliases: formatAliases.bundle,
    takes: '',
  },
};

/** A bundled style by its name, or a .csl file by its path. Throws `UsageError`. */
function styleOf(given: string | undefined): CitationStyle | undefined {
  const bundled = bundledStyles.find((id) => id === given);
  if (given === undefined || bundled !== undefined) return bundled;
  try {
    return { csl: readFileSync(given, 'utf8') };
  } catch {
    throw new UsageError(
      `--style takes one of ${bundledStyles.join(', ')}, or a .csl file; there is no file "${given}".`,
    );
  }
}

/** The format asked for, else that of the ending of the file, else the usual one. Throws `UsageError`. */
function formatOf({ formats, aliases = {} }: Kind, asked?: string, file = ''): string {
  const named = (name: string) => (Object.hasOwn(aliases, name) ? aliases[name] : name);
  if (asked !== undefined) return oneOf('--format', formats, named(asked)) ?? formats[0];
  const ending = named(extname(file).slice(1).toLowerCase());
  return formats.find((format) => format === ending) ?? formats[0];
}

/** The briefing that is meant where none is named: the only one. Throws `UsageError`. */
async function onlyBriefing(client: Client): Promise<string> {
  const { items } = await client.call('briefings.list', {});
  const [only] = items;
  if (items.length === 1 && only !== undefined) return only.id;
  const listed = items.map(({ id, title }) => `\n  ${id}  ${title}`).join('');
  throw new UsageError(
    listed === ''
      ? 'There is no briefing in this library to export.'
      : `Name the briefing to export by its ID:${listed}`,
  );
}

/** How the command line calls what the methods call otherwise. */
const inputNames: Readonly<Record<string, string>> = {
  id: 'ID',
  articleId: '--article',
  briefingId: '--briefing',
};

/** What is to be written: a briefing that is not named is still to be found. Throws `UsageError`. */
function asked({ arguments: words, options }: Invocation) {
  const [kind = '', named] = words;
  const found = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (found === undefined) {
    throw new UsageError(`export takes one of ${Object.keys(kinds).join(', ')}, not "${kind}".`);
  }
  const isBriefing = found.method === 'export.briefing';
  const input = {
    id: named ?? (isBriefing ? options.briefing : undefined),
    format: formatOf(found, options.format, options.out),
    articleId: options.article,
    briefingId: isBriefing ? undefined : options.briefing,
    style: styleOf(options.style),
    language: oneOf('--language', documentLanguages, options.language),
    path: options.out === undefined || isFolder(options.out) ? undefined : resolve(options.out),
  };
  const known: Record<string, unknown> = given(input);
  const whole = isBriefing ? { id: '', ...known } : known;
  const checked = methods[found.method].input.safeParse(whole);
  if (checked.success) return { method: found.method, input: known };
  const foreign = checked.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => inputNames[key] ?? `--${key}`)
      : [],
  );
  if (foreign.length === 0) throw wrongInput(found.method, whole, checked.error);
  throw new UsageError(`export ${kind} takes no ${foreign.join(' and no ')}.`);
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Writes a new file into a folder, whole or not at all; an existing one is never replaced unasked. */
function writeInto(folder: string, name: string, base64: string): string {
  const path = resolve(folder, name);
  if (existsSync(path)) {
    throw new AttacheError(
      'target-exists',
      `"${path}" is already there. Name another file with --out.`,
    );
  }
  deliver({ name, bytes: Buffer.from(base64, 'base64') }, path);
  return path;
}

export const exportCommand: Command = {
  usage:
    'export KIND [ID] [--format F] [--style S] [--language L] [--out FILE|FOLDER] [--article ID] [--briefing ID]',
  summary: `write a file: ${Object.keys(kinds).join(', ')}`,
  options: ['format', 'style', 'language', 'out', 'article', 'briefing'],
  arity: [1, 2],
  details: () =>
    [
      'Kinds, with their formats and what they take. Where --format names none, the ending of the file',
      'given with --out does, else the first is written:',
      ...Object.entries(kinds).map(([kind, { formats, takes }]) =>
        `  ${kind.padEnd(12)} ${formats.join(', ').padEnd(24)} ${takes}`.trimEnd(),
      ),
      'Without --out, or where it names a folder, a new file is made there; an existing one is only',
      'replaced where --out names it. PDF needs a Chromium or Chrome on this computer.',
    ].join('\n'),
  run: (invocation) => {
    const { method, input } = asked(invocation);
    return invocation.withLibrary('read', async (client) => {
      const isUnnamed = method === 'export.briefing' && input['id'] === undefined;
      const named = isUnnamed ? { ...input, id: await onlyBriefing(client) } : input;
      const made = await client.call(method, named);
      const path =
        'path' in made
          ? made.path
          : writeInto(invocation.options.out ?? '.', made.name, made.base64);
      return { value: { path }, text: path };
    });
  },
};

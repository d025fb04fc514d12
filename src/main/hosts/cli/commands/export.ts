import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { methods, type Input, type Method } from '../../../../shared/contract/methods.ts';
import { bundledStyles, type CitationStyle } from '../../../../shared/contract/methods/styles.ts';
import type { Command, Invocation } from '../command.ts';
import { UsageError } from '../command-line.ts';

type ExportMethod = Extract<Method, `export.${string}`>;

const kinds: Record<string, { method: ExportMethod; format: string }> = {
  briefing: { method: 'export.briefing', format: 'docx' },
  annotations: { method: 'export.annotations', format: 'jsonld' },
  sources: { method: 'export.sources', format: 'csl-json' },
  network: { method: 'export.network', format: 'graphml' },
  bundle: { method: 'export.bundle', format: 'attache' },
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

function methodAndInput({ arguments: words, options }: Invocation) {
  const [kind = '', id] = words;
  const found = kinds[kind];
  if (found === undefined) {
    throw new UsageError(`export takes one of ${Object.keys(kinds).join(', ')}, not "${kind}".`);
  }
  const input = {
    id,
    format: options.format ?? found.format,
    articleId: options.article,
    briefingId: options.briefing,
    style: styleOf(options.style),
    path: options.out === undefined ? undefined : resolve(options.out),
  };
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  );
  const checked = methods[found.method].input.safeParse(given);
  if (checked.success) return { method: found.method, input: given as Input<ExportMethod> };
  const [issue] = checked.error.issues;
  throw new UsageError(`export ${kind}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** Writes a new file into the current folder; an existing one is never replaced unasked. */
async function writeHere(name: string, base64: string): Promise<string> {
  const path = resolve(name);
  try {
    await writeFile(path, Buffer.from(base64, 'base64'), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new AttacheError(
      'target-exists',
      `"${path}" is already there. Name another file with --out.`,
    );
  }
  return path;
}

export const exportCommand: Command = {
  usage: 'export KIND [ID] [--format F] [--style S] [--out FILE] [--article ID] [--briefing ID]',
  summary: `write a file: ${Object.keys(kinds).join(', ')}`,
  options: ['format', 'style', 'out', 'article', 'briefing'],
  arity: [1, 2],
  run: (invocation) => {
    const { method, input } = methodAndInput(invocation);
    return invocation.withLibrary('read', async (client) => {
      const made = await client.call(method, input);
      const path = 'path' in made ? made.path : await writeHere(made.name, made.base64);
      return { value: { path }, text: path };
    });
  },
};

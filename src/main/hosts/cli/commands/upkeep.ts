import { resolve } from 'node:path';
import { AttacheError, type ErrorData } from '../../../../shared/contract/errors.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { ErrorCode } from '../../../../shared/model/error-code.ts';
import type { Command } from '../command.ts';

const unsound = new Set<ErrorCode>(['library-damaged', 'library-newer', 'not-a-library']);

/** A library too damaged to be opened is what the check was asked about: its answer, not its failure. */
function notOpened(error: unknown): Output<'library.check'> & { readonly error: ErrorData } {
  if (!(error instanceof AttacheError) || !unsound.has(error.code)) throw error;
  const { code, message } = error;
  return { ok: false, problems: [{ code, message }], error: error.toData() };
}

export const checkCommand: Command = {
  usage: 'check',
  summary: 'check the library for damage',
  options: [],
  arity: [0, 0],
  async run({ dir, withLibrary }) {
    const value = await withLibrary('read', (client) => client.call('library.check', {})).catch(
      notOpened,
    );
    const text = value.ok
      ? `"${dir}" is sound.`
      : value.problems.map(({ code, message }) => `${code}: ${message}`).join('\n');
    return { value, text, failed: !value.ok };
  },
};

export const backupCommand: Command = {
  usage: 'backup',
  summary: 'write a checked copy of the library into its backups folder',
  options: [],
  arity: [0, 0],
  run: ({ withLibrary }) =>
    withLibrary('write', async (client) => {
      const value = await client.call('library.backup', {});
      return { value, text: value.path };
    }),
};

export const restoreCommand: Command = {
  usage: 'restore FILE',
  summary:
    'put a backup in the place of the library, which is kept; or open a bundle into an empty folder',
  options: [],
  arity: [1, 1],
  async run({ arguments: [backup = ''], dir }) {
    const { isBundle, restoreBundle } = await import('../../../library/bundle/restore-bundle.ts');
    const { restoreBackup } = await import('../../../library/storage/backup.ts');
    const path = resolve(backup);
    const restore = isBundle(path) ? restoreBundle : restoreBackup;
    const value = await restore(dir, path, new Date());
    const kept =
      value.kept === null ? '' : ` The library that was there is kept as "${value.kept}".`;
    return { value, text: `Restored "${value.path}".${kept}` };
  },
};

export const sampleCommand: Command = {
  usage: 'sample',
  summary: 'fill the library with the example: articles, passages, actors, a briefing',
  makesLibrary: true,
  options: [],
  arity: [0, 0],
  run: ({ dir, withLibrary }) =>
    withLibrary('write', async (client) => {
      const value = await client.call('library.sample', {});
      const text = `The example is in "${dir}": ${value.articleIds.length} articles and briefing ${value.briefingId}.`;
      return { value, text };
    }),
};

import type { BaseWindow, OpenDialogOptions } from 'electron';
import { expect, test } from 'vitest';
import { formats } from '../../library/import/formats/registry.ts';
import { pickFiles } from './dialogs.ts';
import { GrantedPaths } from './granted-paths.ts';

async function asked(what: 'files' | 'folder'): Promise<OpenDialogOptions> {
  let given: OpenDialogOptions = {};
  const dialog = {
    showOpenDialog: async (...args: unknown[]) => {
      given = args.at(-1) as OpenDialogOptions;
      return { canceled: true, filePaths: [] };
    },
    showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  };
  await pickFiles(dialog, {} as BaseWindow, new GrantedPaths(), what);
  return given;
}

test('the dialog for files offers every format of the registry, and any file', async () => {
  const { filters = [] } = await asked('files');
  expect(filters.slice(1, -1).map(({ name }) => name)).toEqual(formats.map(({ label }) => label));
  for (const { extensions } of formats) {
    expect(filters[0]?.extensions).toEqual(expect.arrayContaining([...extensions]));
  }
  expect(filters.at(-1)?.extensions).toEqual(['*']);
  expect((await asked('folder')).filters).toBeUndefined();
});

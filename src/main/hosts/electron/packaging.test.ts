import { Ajv, type AnySchema } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const written: unknown = parse(read('electron-builder.yml'));
const config = z
  .object({
    files: z.array(z.string()),
    asar: z.boolean(),
    icon: z.string(),
    publish: z.null(),
    electronFuses: z.record(z.string(), z.boolean()),
    win: z.object({ target: z.unknown() }),
    mac: z.object({ target: z.unknown(), hardenedRuntime: z.boolean() }),
    fileAssociations: z.array(z.object({ ext: z.string() })),
    linux: z.object({ target: z.array(z.string()) }),
  })
  .parse(written);

test('every line of it is one electron-builder knows', () => {
  const schema = JSON.parse(read('node_modules/app-builder-lib/scheme.json')) as AnySchema;
  const ajv = new Ajv({ strict: false });
  expect(ajv.validate(schema, written), ajv.errorsText()).toBe(true);
  expect(ajv.validate(schema, { ...config, electronFuse: {} })).toBe(false);
});

test('all seven fuses are set, each to the safe side', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    grantFileProtocolExtraPrivileges: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: true,
  });
  // Integrity is checked on an asar only.
  expect(config.asar).toBe(true);
});

test('the package is built for three systems and published nowhere', () => {
  expect(config.win.target).toBe('nsis');
  expect(config.mac).toEqual({ target: 'dmg', hardenedRuntime: true });
  expect(config.linux.target).toEqual(['AppImage', 'tar.gz']);
  expect(config.publish).toBeNull();
});

test('a double click opens bundles, and takes no other file from its own program', () => {
  expect(config.fileAssociations.map(({ ext }) => ext)).toEqual(['attache']);
});

test('what the package needs is there, and no source goes in', () => {
  expect(existsSync(resolve(root, config.icon))).toBe(true);
  expect(config.files.filter((pattern) => !pattern.startsWith('!'))).toEqual([
    'out/**',
    'resources/**',
    'package.json',
    'LICENSE',
    'THIRD-PARTY.md',
  ]);
});

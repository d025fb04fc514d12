import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');

/** Every module the built files of a folder load that is not one of them. */
function packagesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const built = files
    .filter((file) => /\.c?js$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const loads = /(?:^import\b[^'"\n]*|\b(?:import|require)\()["']([\w@][\w@./:-]*)["']/gm;
  const specifiers = Array.from(built.matchAll(loads), ([, specifier = '']) => specifier).filter(
    (specifier) => !isBuiltin(specifier),
  );
  const names = specifiers.map((specifier) => {
    const [scope = '', name = ''] = specifier.split('/');
    return scope.startsWith('@') ? `${scope}/${name}` : scope;
  });
  return [...new Set(names)];
}

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

test('the built main process loads only what the package declares', () => {
  const loaded = packagesOf(join(root, 'out/main'));
  expect(loaded).toContain('zod');
  const undeclared = loaded.filter((name) => name !== 'electron' && !(name in dependencies));
  expect(undeclared).toEqual([]);
});

test('the built preload script loads nothing but electron', () => {
  expect(packagesOf(join(root, 'out/preload'))).toEqual(['electron']);
});

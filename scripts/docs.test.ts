import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { pathsIn, scriptsIn } from './docs.ts';

const root = dirname(import.meta.dirname);
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = globSync(['*.md', 'docs/**/*.md', 'bench/**/*.md', 'resources/**/*.md'], {
  cwd: root,
}).map((path) => path.split(sep).join('/'));

test('every file a document names is there', () => {
  expect(documents).toContain('README.md');
  expect(documents.length).toBeGreaterThan(10);
  const named = documents.flatMap((file) =>
    pathsIn(file, read(file)).map((path) => [file, path] as const),
  );
  expect(named.length).toBeGreaterThan(20);
  const gone = named.filter(([, path]) => !existsSync(join(root, path)));
  expect(gone.map(([file, path]) => `${file} names ${path}`)).toEqual([]);
});

test('every npm script a document names is one', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const unknown = documents.flatMap((file) =>
    scriptsIn(read(file))
      .filter((name) => !Object.hasOwn(scripts, name))
      .map((name) => `${file} names ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('reads links, paths in code and scripts, and leaves the rest alone', () => {
  const markdown = `See [the format](data-format.md#tables), [the app](https://example.org/x) and
    \`src/main/{a,b/c}.ts\`, \`src/shared/text/\`, \`--library DIR\`, \`topic/sub\`. Run
    \`npm run bench -- editor\` or \`npm run -s attache -- check\`.`;
  expect(pathsIn('docs/importing.md', markdown)).toEqual([
    'docs/data-format.md',
    'src/main/a.ts',
    'src/main/b/c.ts',
    'src/shared/text',
  ]);
  expect(scriptsIn(markdown)).toEqual(['bench', 'attache']);
});

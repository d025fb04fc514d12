import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importsOf, isForTests, readSources, type Sources } from './layers.ts';

/** What `package.json` says of packages: versions by name. */
export interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** Packages by their folder, as `package-lock.json` has them; '' is the project itself. */
export type Lock = Readonly<Record<string, Locked>>;

/** Licences under which a package may come with the program. */
const accepted = new Set([
  '(MIT AND Zlib)',
  '(MIT OR CC0-1.0)',
  '(MIT OR GPL-3.0-or-later)',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CPAL-1.0 OR AGPL-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
]);

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** Dependencies that nothing of the program imports: what only tests and tools need is not shipped. */
export function notImported({ dependencies }: Manifest, sources: Sources): string[] {
  const imported = new Set(
    [...sources]
      .filter(([path]) => !isForTests(path))
      .flatMap(([path, source]) => importsOf(path, source).map(packageOf)),
  );
  return Object.keys(dependencies).filter((name) => !imported.has(name));
}

const nameIn = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 13);

/** The folders under `node_modules` that `electron-builder.yml` leaves out of the app. */
export const leftOutBy = (builder: string): string[] =>
  [...builder.matchAll(/'!(node_modules\/.+\/)\*\*'/g)].map(([, folder = '']) => folder);

/** Every package that comes with the program, those of packages too, in order. */
export function shipped(
  lock: Lock,
  leftOut: readonly string[] = [],
): { name: string; licence: string }[] {
  const found = Object.entries(lock)
    .filter(
      ([folder, { dev, devOptional }]) =>
        folder !== '' &&
        dev !== true &&
        devOptional !== true &&
        !leftOut.some((out) => `${folder}/`.startsWith(out)),
    )
    .map(([folder, { license = 'none' }]) => ({ name: nameIn(folder), licence: license }));
  // Two versions of a package may come under two licences.
  return [...new Map(found.map((one) => [`${one.name} ${one.licence}`, one])).values()].sort(
    (a, b) => (a.name < b.name ? -1 : 1),
  );
}

/** Shipped packages under a licence that nobody has looked at. */
export const notAccepted = (lock: Lock): string[] =>
  shipped(lock).flatMap(({ name, licence }) =>
    accepted.has(licence) ? [] : [`${name}: ${licence}`],
  );

/** The notice of what comes with the program, as `THIRD-PARTY.md` has it. */
export function notice(lock: Lock, leftOut: readonly string[]): string {
  const all = Map.groupBy(shipped(lock, leftOut), ({ licence }) => licence);
  const lists = [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([licence, packages]) => `## ${licence}\n\n${packages.map(({ name }) => name).join(', ')}`,
    );
  return `# What comes with Attache

Attache itself is under the MIT licence ([LICENSE](LICENSE)). With it come:

- **Citation styles and locales** of the Citation Style Language project, under CC BY-SA 3.0: [resources/csl/README.md](resources/csl/README.md).
- **citeproc-js** by Frank Bennett, taken under CPAL 1.0: [docs/adr/0050-citation-styles.md](docs/adr/0050-citation-styles.md).
- **Fonts** Inter, Source Serif 4, Noto Sans JP and Noto Serif JP, under the SIL Open Font License 1.1: the packages \`@fontsource-variable/…\`.
- **Names of states**, their capitals and peoples: the packages \`countries-list\` and \`i18n-nationality\`; names in other languages are the system's (Unicode CLDR).
- **Electron** with Chromium and Node.js, in the desktop app: the files \`LICENSE.electron.txt\` and \`LICENSES.chromium.html\` beside the program.
- **npm packages**, listed below by licence. The desktop app has them under \`node_modules\`, each with the text of its licence.

This list is made from \`package-lock.json\` by \`node scripts/packages.ts\`.

${lists.join('\n\n')}
`;
}

/** The manifest and the lock of the project in `root`, and what is not packaged of them. */
export function readPackages(root: string): {
  manifest: Manifest;
  lock: Lock;
  leftOut: readonly string[];
} {
  const read = (name: string): string => readFileSync(join(root, name), 'utf8');
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Lock };
  return {
    manifest: JSON.parse(read('package.json')) as Manifest,
    lock: packages,
    leftOut: leftOutBy(read('electron-builder.yml')),
  };
}

if (import.meta.main) {
  const root = dirname(import.meta.dirname);
  const { manifest, lock, leftOut } = readPackages(root);
  const wrong = [...notImported(manifest, readSources(root)), ...notAccepted(lock)];
  for (const one of wrong) console.error(one);
  writeFileSync(join(root, 'THIRD-PARTY.md'), notice(lock, leftOut));
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

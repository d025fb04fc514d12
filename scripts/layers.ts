import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** One import that goes against the directions of the house. */
export interface Violation {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Sources by their path from the project's root, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

interface Layer {
  /** Files it is made of. */
  readonly files: RegExp;
  /** Project files it may import, besides its own. */
  readonly may: RegExp;
  /** Packages and built-in modules it may not import. */
  readonly not?: RegExp;
}

const electron = /^electron(?:-store)?(?:\/|$)/;
const onlyBrowser = /^(?:node:.*|electron(?:-store)?(?:\/.*)?)$/;
const parts = 'ui|state|styles|messages|api|metadata|cleaning|reading|editor';

/** The first layer that has a file holds it. */
const layers: readonly Layer[] = [
  {
    files: /^src\/shared\//,
    may: /^$/,
    not: /^(?:node:.*|electron(?:-store)?(?:\/.*)?|react(?:-dom)?(?:\/.*)?)$/,
  },
  // The ground of the library: every room stands on it, and it knows none of them.
  { files: /^src\/main\/library\/storage\//, may: /^src\/shared\//, not: electron },
  { files: /^src\/main\/library\//, may: /^src\/shared\//, not: electron },
  { files: /^src\/main\/worker\//, may: /^src\/(?:shared|main\/library)\//, not: electron },
  { files: /^src\/main\/settings\/electron-store\.ts$/, may: /^src\/(?:shared|main\/settings)\// },
  {
    files: /^src\/main\/settings\//,
    may: /^src\/(?:shared\/|main\/library\/context\.ts)/,
    not: electron,
  },
  {
    files: /^src\/main\/(?:hosts\/electron\/|index\.ts$)/,
    may: /^src\/(?:shared|main\/(?:library|worker|settings|hosts\/(?:electron|[^/]+\.ts$)))/,
  },
  {
    files: /^src\/main\/(?:hosts\/(?:web|cli)\/|(?:web|cli)\.ts$)/,
    may: /^src\/(?:shared\/|main\/(?:library|worker)\/|main\/settings\/(?!electron-store)|main\/hosts\/(?:web\/|cli\/|[^/]+\.ts$))/,
    not: electron,
  },
  {
    files: /^src\/main\/hosts\/[^/]+\.ts$/,
    may: /^src\/(?:shared\/|main\/(?:library|worker)\/|main\/hosts\/[^/]+\.ts$)/,
    not: electron,
  },
  {
    files: /^src\/main\/[^/]+-worker\.ts$/,
    may: /^src\/main\/(?:worker|library)\//,
    not: electron,
  },
  { files: /^src\/preload\//, may: /^src\/shared\// },
  {
    files: /^src\/renderer\/ui\//,
    may: /^src\/renderer\/(?:styles|messages)\//,
    not: onlyBrowser,
  },
  {
    files: new RegExp(`^src/renderer/(?:${parts})/`),
    may: new RegExp(`^src/(?:shared/|renderer/(?:${parts})/)`),
    not: onlyBrowser,
  },
  {
    files: /^src\/renderer\/features\/([^/]+)\//,
    may: new RegExp(`^src/(?:shared/|renderer/(?:${parts})/)`),
    not: onlyBrowser,
  },
  { files: /^src\/renderer\//, may: /^src\/(?:shared|renderer)\//, not: onlyBrowser },
];

const importForms = [
  /\b(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /\bimport\s*['"]([^'"]+)['"]/g,
  /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g,
];

const withoutComments = (source: string) =>
  source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

/** What a source imports: project paths resolved from `path`, packages as they are written. */
export function importsOf(path: string, source: string): string[] {
  const text = withoutComments(source);
  return importForms
    .flatMap((form) => [...text.matchAll(form)].map((match) => match[1] ?? ''))
    .map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name));
}

function violationOf(from: string, to: string): Violation | null {
  const layer = layers.find(({ files }) => files.test(from));
  if (layer === undefined) return { from, to, reason: 'the file is in no layer' };
  if (!to.startsWith('src/')) {
    return layer.not?.test(to) === true ? { from, to, reason: 'not in this layer' } : null;
  }
  if (layer.may.test(to)) return null;
  const own = layer.files.exec(from)?.[0];
  const same = own !== undefined && own === layer.files.exec(to)?.[0];
  return same ? null : { from, to, reason: 'against the import directions' };
}

/** Whether a source is a test, or made for tests. */
export const isForTests = (path: string): boolean => /(?:^|\/)test-[^/]+$|\.test\.tsx?$/.test(path);

/** Every import of `sources` that goes against the directions. Tests may import anything. */
export function violations(sources: Sources): Violation[] {
  return [...sources]
    .filter(([path]) => !/\.test\.tsx?$/.test(path))
    .flatMap(([path, source]) =>
      importsOf(path, source).flatMap((to) => violationOf(path, to) ?? []),
    );
}

/** Where the folders are rooms, and a file that stands beside them is a room of its own. */
const houses = [
  'src/main/library/',
  'src/main/hosts/',
  'src/renderer/',
  'src/shared/',
  'src/shared/text/',
];

/** The room a file stands in, null where it stands in none of `house`. */
function roomOf(house: string, path: string): string | null {
  if (!path.startsWith(house)) return null;
  const end = path.indexOf('/', house.length);
  return end === -1 ? path : path.slice(0, end);
}

/** The rooms that each room of `house` imports, types too. */
function roomsImported(house: string, sources: Sources): Map<string, Set<string>> {
  const imported = new Map<string, Set<string>>();
  for (const [path, source] of sources) {
    const from = roomOf(house, path);
    if (from === null || isForTests(path)) continue;
    for (const name of importsOf(path, source)) {
      const to = roomOf(house, name);
      if (to === null || to === from) continue;
      imported.set(from, (imported.get(from) ?? new Set()).add(to));
    }
  }
  return imported;
}

/** The shortest way from `room` back to itself, both ends named; null where there is none. */
function wayBack(
  room: string,
  imported: ReadonlyMap<string, ReadonlySet<string>>,
): string[] | null {
  const ways = [[room]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of imported.get(way.at(-1) ?? room) ?? []) {
      if (next === room) return [...way, room];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
}

/**
 * Rooms that import each other, at once or through others: for each room the shortest way that comes
 * back to it. What two rooms share belongs into one that both stand on. Tests, and what is made for
 * them (`test-…`), may import anything.
 */
export function circles(sources: Sources): string[][] {
  return houses.flatMap((house) => {
    const imported = roomsImported(house, sources);
    return [...imported.keys()].flatMap((room) => {
      const way = wayBack(room, imported);
      return way === null ? [] : [way];
    });
  });
}

/** The TypeScript sources under `root/src`. */
export function readSources(root: string): Sources {
  const files = readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true });
  const paths = files
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [
      path.slice(root.length + 1).replaceAll('\\', '/'),
      readFileSync(path, 'utf8'),
    ]),
  );
}

if (import.meta.main) {
  const sources = readSources(dirname(import.meta.dirname));
  const found = violations(sources);
  for (const { from, to, reason } of found) console.error(`${from} imports ${to}: ${reason}`);
  const ways = circles(sources);
  for (const way of ways) console.error(`rooms in a circle: ${way.join(' → ')}`);
  console.log(
    `${sources.size} files, ${found.length} imports against the directions, ${ways.length} rooms in a circle`,
  );
  process.exitCode = found.length + ways.length === 0 && sources.size > 0 ? 0 : 1;
}

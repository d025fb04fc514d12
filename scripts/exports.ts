import { posix } from 'node:path';
import type { Sources } from './layers.ts';

const declared =
  /^export (?:declare |async |abstract )*(?<kind>function\*?|const|let|class|interface|type) (?<name>\w+)/gm;
const taken = /\b(?:import|export)\b(?: type)?[^'"`;]*?\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g;
const takenWhole = /(?:\*\s+as\s+\w+\s+from|\bimport\s*\()\s*['"]([^'"]+)['"]/g;

interface Declared {
  readonly name: string;
  /** A type may stand in what its neighbours answer: it is exported with them. */
  readonly isType: boolean;
}

/** What a source exports where it declares it. */
export const exportsOf = (source: string): Declared[] =>
  [...source.matchAll(declared)].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    isType: groups?.['kind'] === 'interface' || groups?.['kind'] === 'type',
  }));

const placeOf = (from: string, name: string) =>
  posix.join(posix.dirname(from), name.replace(/\?.*$/, ''));

/** What the sources take from each file: the names, or `*`. */
function takenFrom(sources: Sources): Map<string, Set<string>> {
  const from = new Map<string, Set<string>>();
  const take = (file: string, name: string) => {
    const names = from.get(file) ?? new Set();
    from.set(file, names.add(name));
  };
  for (const [path, source] of sources) {
    for (const [, braces = '', file = ''] of source.matchAll(taken)) {
      for (const part of braces.split(',')) {
        const [name = ''] = part
          .trim()
          .replace(/^type /, '')
          .split(/\s+as\s+/);
        take(placeOf(path, file), name);
      }
    }
    for (const [, file = ''] of source.matchAll(takenWhole)) take(placeOf(path, file), '*');
  }
  return from;
}

/**
 * What `sources` export though nobody imports it: values, and types that stand nowhere else in
 * their own file either. `others` are sources that import and are not looked at themselves.
 */
export function unusedExports(sources: Sources, others: Sources): string[] {
  const from = takenFrom(new Map([...sources, ...others]));
  return [...sources].flatMap(([path, source]) => {
    const names = from.get(path) ?? new Set();
    if (names.has('*')) return [];
    return exportsOf(source)
      .filter(({ name }) => !names.has(name))
      .filter(
        ({ name, isType }) =>
          !isType || (source.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0) === 1,
      )
      .map(({ name }) => `${path}: nobody imports ${name}`);
  });
}

import { posix } from 'node:path';

/** The classes a style sheet has rules for. */
export function classesOf(css: string): Set<string> {
  const selectors = css.replace(/\/\*.*?\*\//gs, '').match(/[^{};]+(?=\{)/g) ?? [];
  return new Set(selectors.join(' ').match(/(?<=\.)[a-z_][\w-]*/gi) ?? []);
}

export interface ModuleUse {
  readonly sheet: string;
  readonly classes: ReadonlySet<string>;
  /** Some class is computed (`css[look]`): which ones cannot be read from the source. */
  readonly computed: boolean;
}

/** The CSS modules a source imports, and the classes it takes from each. Paths are posix. */
export function usesOf(file: string, source: string): ModuleUse[] {
  const body = source.replace(/^\s*import\b[^;]*;/gm, '');
  return [...source.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].map(
    ([, name = '', path = '']) => ({
      sheet: posix.join(posix.dirname(file), path),
      classes: new Set(body.match(new RegExp(`(?<=\\b${name}\\.)\\w+`, 'g')) ?? []),
      computed: new RegExp(`\\b${name}\\[`).test(body),
    }),
  );
}

/** What does not fit: rules no source uses, classes no sheet has, sheets nobody imports. */
export function misfits(
  sheets: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, string>,
): string[] {
  const uses = [...sources].flatMap(([file, source]) => usesOf(file, source));
  const found: string[] = [];
  for (const [sheet, css] of sheets) {
    const mine = uses.filter((use) => use.sheet === sheet);
    if (mine.length === 0) found.push(`${sheet} is imported nowhere`);
    const have = classesOf(css);
    const used = new Set(mine.flatMap(({ classes }) => [...classes]));
    const isReadable = !mine.some(({ computed }) => computed);
    for (const name of have) {
      if (isReadable && !used.has(name)) found.push(`${sheet}: .${name} is not used`);
    }
    for (const name of used) if (!have.has(name)) found.push(`${sheet} has no .${name}`);
  }
  return found;
}

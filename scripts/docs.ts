import { posix } from 'node:path';

const places = 'src|docs|bench|e2e|scripts|resources';

/** The files and folders of the repository a document names: its links, and paths written as code. */
export function pathsIn(file: string, markdown: string): string[] {
  const here = posix.dirname(file);
  const links = [...markdown.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, to = '']) =>
    posix.normalize(posix.join(here, to)),
  );
  const written = [...markdown.matchAll(/`([^`\s]+)`/g)]
    .map(([, code = '']) => code.replace(/[/:]\d*$/, ''))
    .filter((code) => new RegExp(`^(?:${places})/[\\w./{},-]+$`).test(code))
    .flatMap(spread);
  return [...new Set([...links, ...written])];
}

/** `a/{b,c}.ts` as `a/b.ts` and `a/c.ts`. */
export function spread(path: string): string[] {
  const found = /^(.*?)\{([^{}]*)\}(.*)$/.exec(path);
  if (found === null) return [path];
  const [, before = '', choices = '', after = ''] = found;
  return choices.split(',').flatMap((choice) => spread(`${before}${choice}${after}`));
}

/** The npm scripts a document tells the reader to run. */
export const scriptsIn = (markdown: string): string[] => [
  ...new Set([...markdown.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name)),
];

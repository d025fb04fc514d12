import { z } from 'zod';

const withSources = z.looseObject({ sources: z.array(z.unknown()) });
const withPath = z.looseObject({ path: z.string() });

/** Every file-system path a method input names: `path` itself and the `path` of each source. */
export function pathsIn(input: unknown): string[] {
  const sources = withSources.safeParse(input);
  return [input, ...(sources.success ? sources.data.sources : [])].flatMap((value) => {
    const found = withPath.safeParse(value);
    return found.success ? [found.data.path] : [];
  });
}

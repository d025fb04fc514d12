import { z } from 'zod';

const withSource = z.looseObject({ source: z.unknown() });
const withSources = z.looseObject({ sources: z.array(z.unknown()) });
const withPath = z.looseObject({ path: z.string() });

/** Every file-system path a method input names: its own `path`, and that of its source or sources. */
export function pathsIn(input: unknown): string[] {
  const sources = withSources.safeParse(input);
  const source = withSource.safeParse(input);
  const named = [
    input,
    ...(sources.success ? sources.data.sources : []),
    ...(source.success ? [source.data.source] : []),
  ];
  return named.flatMap((value) => {
    const found = withPath.safeParse(value);
    return found.success ? [found.data.path] : [];
  });
}

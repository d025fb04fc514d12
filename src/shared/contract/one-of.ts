import { z } from 'zod';

/**
 * One of `values`, or another name for one of them, which comes out as the value it stands for:
 * `oneOf(['md'], { markdown: 'md' })` reads `"markdown"` as `"md"`.
 */
export function oneOf<const V extends string, const N extends string>(
  values: readonly V[],
  aliases: Readonly<Record<N, NoInfer<V>>>,
) {
  const isAlias = (value: unknown): value is N =>
    typeof value === 'string' && Object.hasOwn(aliases, value);
  const named = z.custom<N>(isAlias);
  return z.union([z.enum(values), named.transform((name): V => aliases[name])], {
    error: `it is one of ${values.map((value) => `"${value}"`).join(', ')}`,
  });
}

import type { ShingleSet } from '../library/import/duplicates/shingle-set.ts';
import type { ParsedArticle, ParseResult } from '../library/import/parse-port.ts';

/** What is long of an article crosses the port as it is. */
type Long = Pick<ParsedArticle, 'text' | 'layers' | 'columns'> & { readonly shingles: ShingleSet };

/** A result as it crosses a port: to clone its many small objects takes twice as long as JSON does. */
export interface PackedResult {
  readonly json: string;
  readonly long: readonly Long[];
}

/** Packs a result; one that holds files or records, which not everything of is JSON, stays. */
export function pack(result: ParseResult): PackedResult | ParseResult {
  const { articles, files, records } = result;
  if (files.length + records.length > 0) return result;
  const long: Long[] = [];
  const short: unknown[] = [];
  for (const { text, layers, columns, fingerprint, ...article } of articles) {
    const { shingles, ...print } = fingerprint;
    long.push({ text, layers, columns, shingles });
    short.push({ ...article, fingerprint: print });
  }
  return { json: JSON.stringify({ ...result, articles: short }), long };
}

/** The result that `pack` was given. */
export function unpack(packed: PackedResult | ParseResult): ParseResult {
  if (!('json' in packed)) return packed;
  const result = JSON.parse(packed.json) as ParseResult;
  const articles = packed.long.flatMap(({ shingles, ...long }, index) => {
    const short = result.articles[index];
    return short === undefined
      ? []
      : { ...short, ...long, fingerprint: { ...short.fingerprint, shingles } };
  });
  return { ...result, articles };
}

import type { Output } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import type { Fingerprints } from './duplicates/fingerprints.ts';
import type { ParsePort } from './parse-port.ts';

/** The library with what imports know of it. */
export interface ImportContext extends LibraryContext {
  readonly parse: ParsePort;
  readonly fingerprints: Fingerprints;
  readonly index: ArticleIndex;
}

export type RunResult = Output<'import.run'>;

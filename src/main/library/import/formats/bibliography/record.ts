import type { CslName } from '../../../../../shared/model/article.ts';

/** What a bibliography says of one work, in CSL-JSON terms. Unknown stays null. */
export interface BibliographicRecord {
  readonly title: string | null;
  readonly 'container-title': string | null;
  readonly author: readonly CslName[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as `accessed`. */
  readonly issued: string | null;
  readonly accessed: string | null;
  /** Absolute http(s) address. */
  readonly URL: string | null;
  /** Lower case, beginning `10.`. */
  readonly DOI: string | null;
  /** Primary subtag: `en`. */
  readonly language: string | null;
  /** The work's own words, as far as the record carries them. */
  readonly abstract: string | null;
}

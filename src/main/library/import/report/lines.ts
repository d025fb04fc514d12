import type { RunResult } from '../context.ts';

export const outcomes = {
  imported: 'Imported',
  near: 'Imported, near duplicate',
  revised: 'New version',
  attached: 'Filled in',
  identical: 'Already in the library',
  skipped: 'Changed, left out',
  failed: 'Not read',
} as const;

/** What became of one file, or of one article in it. */
export interface ReportLine {
  readonly source: string;
  readonly outcome: keyof typeof outcomes;
  /** The article's title, where it is one. */
  readonly title: string;
  readonly articleId: string;
  /** Failures: the code. */
  readonly code: string;
  readonly note: string;
}

/** An import that has ended. Times are ISO 8601. */
export interface Report {
  readonly label: string;
  readonly started: string;
  readonly ended: string;
  readonly result: RunResult;
}

const percent = (similarity: number): string => `${Math.round(similarity * 100)} % the same`;

/** Every file with what became of it: failures first, then in the order of the lists. */
export function linesOf({ result }: Report): ReportLine[] {
  const near = new Map(
    result.duplicates.flatMap((one) => (one.kind === 'near' ? [[one.source, one] as const] : [])),
  );
  const blank = { title: '', articleId: '', code: '', note: '' };
  return [
    ...result.failed.map(({ source, code, message }): ReportLine => ({
      ...blank,
      source,
      outcome: 'failed',
      code,
      note: message,
    })),
    ...result.imported.map(({ source, articleId, title }): ReportLine => {
      const like = near.get(source);
      return {
        ...blank,
        source,
        outcome: like === undefined ? 'imported' : 'near',
        title,
        articleId,
        note: like === undefined ? '' : `${percent(like.similarity)} as ${like.articleId}`,
      };
    }),
    ...result.revised.map(
      ({ source, articleId, title, version, exact, moved, orphaned }): ReportLine => ({
        ...blank,
        source,
        outcome: 'revised',
        title,
        articleId,
        note: `Version ${version}. Passages: ${exact} in place, ${moved.length} moved, ${orphaned.length} lost.`,
      }),
    ),
    ...result.attached.map(({ source, articleId, title }): ReportLine => ({
      ...blank,
      source,
      outcome: 'attached',
      title,
      articleId,
    })),
    ...result.duplicates.flatMap(({ source, articleId, kind }): ReportLine[] =>
      kind === 'identical' ? [{ ...blank, source, outcome: 'identical', articleId }] : [],
    ),
    ...result.skipped.map(({ source, articleId }): ReportLine => ({
      ...blank,
      source,
      outcome: 'skipped',
      articleId,
    })),
  ];
}

/** How many lines of each outcome there are, none left out that is there. */
export const countsOf = (lines: readonly ReportLine[]): [keyof typeof outcomes, number][] =>
  (Object.keys(outcomes) as (keyof typeof outcomes)[]).flatMap((outcome) => {
    const count = lines.filter((line) => line.outcome === outcome).length;
    return count === 0 ? [] : [[outcome, count]];
  });

import type { Attached, ImportFailure } from '../../../../shared/model/import.ts';
import { failuresOf } from '../../../../shared/model/import-outcome.ts';
import type { RunResult } from '../context.ts';

export const outcomes = {
  imported: 'Imported',
  near: 'Imported, near duplicate',
  revised: 'New version',
  attached: 'Filled in',
  nothingNew: 'Nothing new',
  unmatched: 'Matches no article',
  identical: 'Already in the library',
  skipped: 'Changed, left out',
  leftOut: 'Left out by you',
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

const blank = { title: '', articleId: '', code: '', note: '' };

const failedLine = (
  outcome: 'failed' | 'unmatched',
  { source, code, message }: ImportFailure,
): ReportLine => ({ ...blank, source, outcome, code, note: message });

/** Fields of a record that are called otherwise on screen. */
const fieldWords: Readonly<Partial<Record<Attached['filled'][number], string>>> = {
  'container-title': 'outlet',
  issued: 'date',
  URL: 'address',
  accessed: 'date of access',
  genre: 'kind',
  dimensions: 'length',
  number: 'number in the archive',
};

/** What a record filled in, and what the article keeps of its own. */
const attachedNote = (filled: Attached['filled'], kept: Attached['kept']): string =>
  [
    { words: 'Filled in', fields: filled },
    { words: 'It keeps its own', fields: kept },
  ]
    .filter(({ fields }) => fields.length > 0)
    .map(
      ({ words, fields }) => `${words}: ${fields.map((one) => fieldWords[one] ?? one).join(', ')}.`,
    )
    .join(' ');

/** Every file with what became of it: failures first, then in the order of the lists. */
export function linesOf({ result }: Report): ReportLine[] {
  const near = new Map(
    result.duplicates.flatMap((one) =>
      one.imported === null ? [] : [[one.imported.articleId, one] as const],
    ),
  );
  const { unread, unmatched } = failuresOf(result.failed);
  return [
    ...unread.map((failure) => failedLine('failed', failure)),
    ...result.imported.map(({ source, articleId, title }): ReportLine => {
      const like = near.get(articleId);
      return {
        ...blank,
        source,
        outcome: like === undefined ? 'imported' : 'near',
        title,
        articleId,
        note: like === undefined ? '' : `${percent(like.similarity)} as “${like.title}”`,
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
    ...result.attached.map(({ source, articleId, title, filled, kept }): ReportLine => ({
      ...blank,
      source,
      outcome: filled.length > 0 ? 'attached' : 'nothingNew',
      title,
      articleId,
      note: attachedNote(filled, kept),
    })),
    ...unmatched.map((failure) => failedLine('unmatched', failure)),
    ...result.duplicates.flatMap(({ source, articleId, title, kind }): ReportLine[] =>
      kind === 'identical' ? [{ ...blank, source, outcome: 'identical', title, articleId }] : [],
    ),
    ...result.leftOut.map(({ source, title }): ReportLine => ({
      ...blank,
      source,
      outcome: 'leftOut',
      title,
    })),
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

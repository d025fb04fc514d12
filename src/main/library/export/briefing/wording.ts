import type { Dossier, Evidence } from './dossier.ts';

/** The parts of a footnote; every format sets them its own way. */
export interface Footnote {
  readonly quotation: string;
  readonly outlet: string | null;
  readonly title: string;
  /** The date, ended by a full stop. */
  readonly dated: string;
  readonly url: string | null;
  /** What a reader must know about the passage, or null. */
  readonly warning: string | null;
}

const warnings: Readonly<Record<Evidence['status'], string | null>> = {
  exact: null,
  moved: 'The passage has moved in its article and was not confirmed.',
  orphaned: 'The passage was lost when its article changed.',
  deleted: 'The passage is no longer in the notebook.',
};

export function footnoteOf(id: string, evidence: Evidence | undefined): Footnote {
  const words = evidence?.quote.trim() ?? '';
  return {
    quotation: words === '' ? '' : inMarks(words.toWellFormed()),
    outlet: evidence?.['container-title'] ?? null,
    title: evidence === undefined || evidence.title === '' ? 'Source not found' : evidence.title,
    dated: (evidence?.date ?? 'n.d.').replace(/\.?$/, '.'),
    url: safeUrl(evidence?.URL ?? null),
    warning: evidence === undefined ? `There is no passage ${id}.` : warnings[evidence.status],
  };
}

/** Quotation marks around a passage, unless it brings its own. */
function inMarks(words: string): string {
  if (/^["“„«「『].*["”“»」』][.,]?$/su.test(words)) return words;
  return /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words) ? `「${words}」` : `“${words}”`;
}

/** Only addresses a reader can safely follow become links. */
export const safeUrl = (url: string | null): string | null =>
  url !== null && /^https?:\/\/[^\s<>"]+$/iu.test(url) ? url : null;

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** The lines of the header box. */
export function headerLines({ counts }: Dossier): [label: string, words: string][] {
  const undated = counts.undated === 0 ? '' : `; ${counts.undated} without a date`;
  return [
    [
      'Sources',
      [
        count(counts.articles, 'article'),
        count(counts.origins, 'origin'),
        count(counts.passages, 'passage'),
      ].join(', '),
    ],
    ['Dates', `${counts.dates}${undated}`],
    [
      'Sentences',
      `${counts.sourced} of ${counts.sentences} sourced, ${count(counts.judgements, 'judgement')}, ${counts.unsourced} unsourced`,
    ],
  ];
}

/** "E3": the name of a passage in the evidence annex. */
export const evidenceLabel = ({ number }: Evidence): string => `E${number}`;

/** Author, title, outlet and date: one line that names the article. */
export const sourceLine = (evidence: Evidence): string =>
  [
    evidence.author,
    evidence.title === '' ? 'Source not found' : evidence.title,
    evidence['container-title'],
    evidence.date,
  ]
    .filter((part) => part !== null && part !== '')
    .join('. ');

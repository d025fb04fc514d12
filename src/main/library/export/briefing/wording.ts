import { quoted } from '../../../../shared/briefing/quoted.ts';
import type { Run } from '../csl/runs.ts';
import type { Dossier } from './dossier.ts';
import type { Evidence } from './evidence.ts';

/** The parts of a footnote; every format sets them its own way. */
export interface Footnote {
  readonly quotation: string;
  /** The source, written in the style of the export. */
  readonly reference: readonly Run[];
  /** What a reader must know about the passage, or null. */
  readonly warning: string | null;
  readonly evidence: Evidence | null;
}

const warnings: Readonly<Record<Evidence['status'], string | null>> = {
  exact: null,
  moved: 'The passage has moved in its article and was not confirmed.',
  orphaned: 'The passage was lost when its article changed.',
  deleted: 'The passage is no longer in the notebook.',
};

const unknownSource: readonly Run[] = [{ text: 'Source not found, n.d.' }];

/** Answers the footnotes of a document one after the other, by the annotations they cite. */
export function footnotes({ evidenceOf, references }: Dossier): (id: string) => Footnote {
  const cited = new Set<string>();
  return (id) => {
    const evidence = evidenceOf.get(id) ?? null;
    const words = evidence?.quote.trim() ?? '';
    const source = evidence?.articleId ?? '';
    const reference = references.note(source, !cited.has(source));
    cited.add(source);
    const quotation = words === '' ? '' : quoted(words.toWellFormed());
    return {
      quotation,
      reference: apart(quotation, reference.length === 0 ? unknownSource : reference),
      warning: evidence === null ? `There is no passage ${id}.` : warnings[evidence.status],
      evidence,
    };
  };
}

/** A reference that begins with a title in quotation marks would read as a second quotation. */
const apart = (quotation: string, reference: readonly Run[]): readonly Run[] =>
  quotation !== '' && /^["“‘「『«]/u.test(reference[0]?.text ?? '')
    ? [{ text: '— ' }, ...reference]
    : reference;

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const mostGaps = 4;

/** How many gaps there are, and the first of them. */
const openGaps = (gaps: readonly string[]): string =>
  `${gaps.length}: ${gaps.slice(0, mostGaps).join(' ')}${gaps.length > mostGaps ? ' …' : ''}`;

/** The lines of the header box. */
export function headerLines({ asOf, counts, gaps }: Dossier): [label: string, words: string][] {
  const undated = counts.undated === 0 ? '' : `; ${counts.undated} without a date`;
  return [
    ['As of', asOf],
    [
      'Sources',
      [
        count(counts.articles, 'article'),
        count(counts.origins, 'origin'),
        count(counts.passages, 'passage'),
      ].join(', '),
    ],
    ['Dates', `${counts.dates}${undated}`],
    ...(gaps.length === 0 ? [] : ([['Open gaps', openGaps(gaps)]] as [string, string][])),
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

/** What a reader must know of a passage beside its words: how it bears on its sentence, its origin. */
export function evidenceRemarks({ stances, sharedOrigin }: Evidence): string[] {
  const bears = stances.map((stance) => `It ${stance} the sentence that cites it.`);
  if (sharedOrigin === null) return bears;
  const others = sharedOrigin.with.map((number) => `E${number}`).join(', ');
  return [...bears, `One origin with ${others}: ${sharedOrigin.name}.`];
}

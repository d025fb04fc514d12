import { quoted } from '../../../../shared/briefing/quoted.ts';
import type { Run } from '../csl/runs.ts';
import { stopped } from '../stopped.ts';
import type { DocumentWords } from '../words/document-words.ts';
import type { Dossier } from './dossier.ts';
import type { Evidence } from './evidence.ts';
import { contained } from './language.ts';

/** The parts of a footnote; every format sets them its own way. */
export interface Footnote {
  readonly quotation: string;
  /** The source, written in the style of the export. */
  readonly reference: readonly Run[];
  /** What a reader must know about the passage, or null. */
  readonly warning: string | null;
  readonly evidence: Evidence | null;
  /** The number of the note that cited the same passage first and says all this; null in that one. */
  readonly earlier: number | null;
}

function warningOf(evidence: Evidence | null, id: string, { say }: DocumentWords): string | null {
  if (evidence === null) return say('notes.missing', { id });
  return evidence.status === 'exact' ? null : say(`notes.${evidence.status}`);
}

/**
 * Answers the footnotes of a document one after the other, by the annotations they cite. A passage
 * that was cited before is not said again: its note refers to the first.
 */
export function footnotes({ evidenceOf, references, words }: Dossier): (id: string) => Footnote {
  const cited = new Set<string>();
  const numbers = new Map<string, number>();
  let notes = 0;
  const unknown = [{ text: `${words.say('notes.noSource')}, ${words.date(null)}` }];
  return (id) => {
    const evidence = evidenceOf.get(id) ?? null;
    notes += 1;
    const earlier = numbers.get(id) ?? null;
    if (earlier !== null) {
      return { quotation: '', reference: [], warning: null, evidence, earlier };
    }
    numbers.set(id, notes);
    const quote = evidence?.quote.trim() ?? '';
    const source = evidence?.articleId ?? '';
    const reference = references.note(source, !cited.has(source));
    cited.add(source);
    const quotation =
      quote === '' ? '' : contained(quoted(quote.toWellFormed(), words.language), words.language);
    return {
      quotation,
      reference: apart(quotation, reference.length === 0 ? unknown : reference),
      warning: warningOf(evidence, id, words),
      evidence,
      earlier,
    };
  };
}

/** A reference that begins with a title in quotation marks would read as a second quotation. */
const apart = (quotation: string, reference: readonly Run[]): readonly Run[] =>
  quotation !== '' && /^["“‘„「『«《〈]/u.test(reference[0]?.text ?? '')
    ? [{ text: '— ' }, ...reference]
    : reference;

const mostGaps = 4;

/** How many gaps there are, and the first of them. */
const openGaps = (gaps: readonly string[], { say }: DocumentWords): string =>
  say('header.gaps', {
    count: gaps.length,
    first: `${gaps.slice(0, mostGaps).join(' ')}${gaps.length > mostGaps ? ' …' : ''}`,
  });

export interface HeaderLine {
  /** With its colon. */
  readonly label: string;
  readonly text: string;
}

/** The lines of the header box. */
export function headerLines({ asOf, counts, gaps, words }: Dossier): HeaderLine[] {
  const { say } = words;
  const { articles, origins, passages, dates, undated } = counts;
  const { sentences: total, sourced, judgements, unsourced } = counts;
  const line = (
    label: 'asOf' | 'sources' | 'dates' | 'openGaps' | 'sentences',
    text: string,
  ): HeaderLine => ({ label: say('header.label', { label: say(`header.${label}`) }), text });
  return [
    line('asOf', asOf),
    line('sources', say('header.counts', { articles, origins, passages })),
    line('dates', undated === 0 ? dates : say('header.undated', { dates, count: undated })),
    ...(gaps.length === 0 ? [] : [line('openGaps', openGaps(gaps, words))]),
    line('sentences', say('header.coverage', { sourced, total, judgements, unsourced })),
  ];
}

/** "E3": the name of a passage in the evidence annex. */
export const evidenceLabel = ({ number }: Evidence): string => `E${number}`;

/** Author, title, outlet and date: one line that names the article. */
export const sourceLine = (evidence: Evidence, { say, language }: DocumentWords): string =>
  [
    evidence.author,
    evidence.title === '' ? say('notes.noSource') : evidence.title,
    evidence['container-title'],
    evidence.date,
  ]
    .filter((part) => part !== null && part !== '')
    .map((part) => contained(part ?? '', language))
    .reduce((line, part) => `${stopped(line)} ${part}`);

/** What a reader must know of a passage beside its words: how it bears on its sentence, its origin. */
export function evidenceRemarks(
  { stances, sharedOrigin }: Evidence,
  { say, list }: DocumentWords,
): string[] {
  const bears = stances.map((stance) => say(`evidence.${stance}`));
  if (sharedOrigin === null) return bears;
  const others = list(sharedOrigin.with.map((number) => `E${number}`));
  return [...bears, say('evidence.sharedOrigin', { others, name: sharedOrigin.name })];
}

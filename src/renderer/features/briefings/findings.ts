import type { CoveredSentence } from '../../../shared/briefing/coverage.ts';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import type { CheckedQuote } from '../../../shared/briefing/quote-guard.ts';
import type { BriefingCheck, CitationChange } from '../../../shared/model/document.ts';
import type { ShownCitation, ShownCitations } from '../../editor/citations.ts';

/** Something the writer may want to mend; `start` and `end` are offsets into the text. */
export type Finding = { readonly id: string; readonly start: number; readonly end: number } & (
  | { readonly kind: 'differs' | 'elsewhere' | 'nowhere'; readonly quote: CheckedQuote }
  | {
      readonly kind: 'gap';
      readonly sentence: CoveredSentence;
      /** The first of its block: beside the page one stands for all of them. */
      readonly isFirst: boolean;
    }
  | { readonly kind: 'origin'; readonly name: string; readonly articles: number }
  | { readonly kind: 'open'; readonly text: string }
  | { readonly kind: 'contradicted'; readonly numbers: readonly number[] }
  | {
      readonly kind: 'figures';
      readonly tag: string;
      readonly values: readonly { readonly text: string; readonly number: number }[];
    }
  | {
      readonly kind: 'undated';
      readonly number: number;
    }
  | {
      readonly kind: 'source';
      readonly change: CitationChange;
      readonly citation: ShownCitation;
    }
);

/** What the check and the coverage of a briefing ask to be looked at, in order of place. */
export function findingsOf(
  read: DocumentText,
  sentences: readonly CoveredSentence[],
  check: BriefingCheck | undefined,
  citations: ShownCitations,
): Finding[] {
  return named([
    ...(check?.quotes ?? []).flatMap((quote) => quoteFinding(read, quote)),
    ...gaps(read, sentences),
    ...sourceFindings(read, citations),
    ...originFindings(read, check, citations),
    ...sentenceFindings(sentences, citations),
    ...figureFindings(read, check, citations),
  ]).sort((a, b) => a.start - b.start);
}

/** Whether a finding has a place beside the page. */
export const standsBeside = (finding: Finding): boolean =>
  finding.kind !== 'gap' || finding.isFirst;

/** The same words in two places are two findings. */
function named(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const before = seen.get(finding.id) ?? 0;
    seen.set(finding.id, before + 1);
    return before === 0 ? finding : { ...finding, id: `${finding.id} ${before}` };
  });
}

/** A quotation that was changed since it was checked is not spoken about. */
function quoteFinding(read: DocumentText, quote: CheckedQuote): Finding[] {
  const { verdict, start, end, text } = quote;
  if (verdict === 'verbatim' || verdict === 'trimmed') return [];
  if (read.text.slice(start, end) !== text) return [];
  return [{ id: `${verdict} ${text}`, kind: verdict, start, end, quote }];
}

/** Every sentence that needs a source. */
function gaps(read: DocumentText, sentences: readonly CoveredSentence[]): Finding[] {
  const found: Finding[] = [];
  let block = -1;
  let told = -1;
  for (const sentence of sentences) {
    // Blocks and sentences both come in the order of the document.
    while ((read.blocks[block]?.end ?? -1) < sentence.end && block < read.blocks.length) block += 1;
    if (sentence.state !== 'needs-source') continue;
    const { start, end, text } = sentence;
    const isFirst = told !== block;
    found.push({ id: `gap ${text}`, kind: 'gap', start, end, sentence, isFirst });
    told = block;
  }
  return found;
}

function sourceFindings(read: DocumentText, citations: ShownCitations): Finding[] {
  const found: Finding[] = [];
  const offsets = firstOffsets(read);
  const undated = new Set<string>();
  for (const [annotationId, citation] of citations) {
    const { number, change, issued, status, articleId } = citation;
    const end = offsets.get(annotationId) ?? 0;
    const place = { start: Math.max(0, end - 1), end };
    if (change !== null) {
      found.push({ id: `${change} ${annotationId}`, kind: 'source', change, citation, ...place });
    }
    // An article without a date is told once, where it is cited first.
    if (issued === null && status !== 'deleted' && !undated.has(articleId ?? '')) {
      undated.add(articleId ?? '');
      found.push({ id: `undated ${annotationId}`, kind: 'undated', number, ...place });
    }
  }
  return found;
}

/** Where each passage is cited first. */
function firstOffsets({ anchors }: DocumentText): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  for (const { annotationId, offset } of anchors) {
    if (!offsets.has(annotationId)) offsets.set(annotationId, offset);
  }
  return offsets;
}

function originFindings(
  read: DocumentText,
  check: BriefingCheck | undefined,
  citations: ShownCitations,
): Finding[] {
  return (check?.origins.groups ?? [])
    .filter(({ articleIds }) => articleIds.length > 1)
    .map(({ name, articleIds }) => {
      const anchor = read.anchors.find(({ annotationId }) =>
        articleIds.includes(citations.get(annotationId)?.articleId ?? ''),
      );
      const end = anchor?.offset ?? 0;
      const start = Math.max(0, end - 1);
      return {
        id: `origin ${name}`,
        kind: 'origin',
        start,
        end,
        name,
        articles: articleIds.length,
      };
    });
}

/** Open gaps, and sentences that a cited passage speaks against. */
function sentenceFindings(
  sentences: readonly CoveredSentence[],
  citations: ShownCitations,
): Finding[] {
  return sentences.flatMap(({ text, start, end, gap, stances = {} }): Finding[] => {
    const against = Object.keys(stances).filter((id) => stances[id] === 'contradicts');
    const numbers = against.flatMap((id) => citations.get(id)?.number ?? []);
    return [
      ...(gap === true ? [{ id: `open ${text}`, kind: 'open', start, end, text } as const] : []),
      ...(numbers.length === 0
        ? []
        : [{ id: `contradicted ${text}`, kind: 'contradicted', start, end, numbers } as const]),
    ];
  });
}

function figureFindings(
  read: DocumentText,
  check: BriefingCheck | undefined,
  citations: ShownCitations,
): Finding[] {
  const offsets = firstOffsets(read);
  return (check?.figures ?? []).flatMap(({ tag, unit, values }): Finding[] => {
    const shown = values.flatMap(({ annotationId, text }) => {
      const number = citations.get(annotationId)?.number;
      return number === undefined ? [] : [{ text, number, at: offsets.get(annotationId) ?? 0 }];
    });
    if (shown.length < 2) return [];
    const end = Math.max(...shown.map(({ at }) => at));
    const start = Math.max(0, end - 1);
    return [{ id: `figures ${tag} ${unit}`, kind: 'figures', start, end, tag, values: shown }];
  });
}

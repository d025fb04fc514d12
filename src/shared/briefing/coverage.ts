import type { BriefingCheck } from '../model/document.ts';
import type { TextRange } from '../model/ranges.ts';
import { sentences } from '../text/sentences.ts';
import type { DocumentAnchor, DocumentBlock, DocumentText } from './document-text.ts';
import { quotations } from './quotations.ts';

/** A sentence of a document with what it rests on. Offsets are into the document's text. */
export type CoveredSentence = BriefingCheck['sentences'][number];

/** Where the sentences of a document came from: one cell each in the coverage line. */
export interface Coverage {
  readonly sentences: readonly CoveredSentence[];
  /** Sentences with a live citation. */
  readonly sourced: number;
  readonly total: number;
}

/**
 * Says of every sentence whether it is cited, the writer's own judgement, or needs a source.
 *
 * Headings, labels, code and table headings do not count; table cells count where they hold a
 * sentence or a citation. A citation belongs to the sentence it stands in, or to the one before
 * it when it follows the full stop. A quotation is never parted, however many sentences it holds.
 * A citation whose passage is gone (`isLive` answers false) sources nothing.
 */
export function coverage(document: DocumentText, isLive: (id: string) => boolean): Coverage {
  const covered = document.blocks.flatMap((block) => coverBlock(document, block, isLive));
  const sourced = covered.filter(({ state }) => state === 'cited').length;
  return { sentences: covered, sourced, total: covered.length };
}

function coverBlock(
  document: DocumentText,
  block: DocumentBlock,
  isLive: (id: string) => boolean,
): CoveredSentence[] {
  const anchors = document.anchors.filter(
    ({ offset, path }) => offset >= block.start && offset <= block.end && isBelow(path, block.path),
  );
  if (!counts(document, block, anchors)) return [];
  const ranges = sentencesOf(document.text.slice(block.start, block.end), block.start, anchors);
  const held = ranges.map((): DocumentAnchor[] => []);
  for (const anchor of anchors) {
    const after = ranges.findIndex(({ start }) => start >= anchor.offset);
    const index = after === -1 ? ranges.length - 1 : Math.max(0, after - 1);
    held[index]?.push(anchor);
  }
  return ranges.map(({ start, end }, index) => {
    const own = held[index] ?? [];
    const text = document.text.slice(start, end);
    const citations = own.filter(({ kind }) => kind === 'citation').map((a) => a.annotationId);
    const judged = own.some(({ kind }) => kind === 'judgement') || statesJudgement(text);
    const state = citations.some(isLive) ? 'cited' : judged ? 'judgement' : 'needs-source';
    return { text, state, start, end, citations: [...new Set(citations)] };
  });
}

const isBelow = (path: readonly number[], block: readonly number[]): boolean =>
  block.every((index, depth) => path[depth] === index);

function counts(
  document: DocumentText,
  block: DocumentBlock,
  anchors: readonly DocumentAnchor[],
): boolean {
  const text = document.text.slice(block.start, block.end).trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  if (anchors.length > 0) return block.kind !== 'heading' && block.kind !== 'table-head';
  switch (block.kind) {
    case 'heading':
    case 'table-head':
    case 'code':
    case 'rule':
      return false;
    case 'table-cell':
      return endsSentence.test(text);
    case 'paragraph':
    case 'quote':
    case 'list-item':
      return !isLabel(document, block, text);
  }
}

const endsSentence = /[.!?…。！？]["'”’»」』)）]*$/u;

/** A few words that introduce what follows: they end in a colon, or are all bold with no stop. */
function isLabel(document: DocumentText, block: DocumentBlock, text: string): boolean {
  if (text.length > 60 || endsSentence.test(text)) return false;
  if (/[:：]$/u.test(text)) return true;
  const runs = document.runs.filter(({ start, end }) => start >= block.start && end <= block.end);
  return runs.length > 0 && runs.every(({ bold }) => bold);
}

/** The sentences of one block, split also where a citation stands between two without a space. */
function sentencesOf(
  text: string,
  offset: number,
  anchors: readonly DocumentAnchor[],
): readonly TextRange[] {
  const whole = sentences(text);
  const quoted = quotations(text);
  const inQuotation = (at: number) => quoted.some(({ start, end }) => start < at && at < end);
  const starts = new Set(whole.map(({ start }) => start));
  for (const anchor of anchors) {
    const at = anchor.offset - offset;
    if (
      endsSentence.test(text.slice(Math.max(0, at - 6), at)) &&
      /^[^\s\p{P}]/u.test(text.slice(at))
    ) {
      starts.add(at);
    }
  }
  const ordered = [...starts].filter((at) => !inQuotation(at)).sort((a, b) => a - b);
  return ordered.flatMap((start, index) => {
    const words = text.slice(start, ordered[index + 1] ?? text.length).trimEnd();
    if (!/[\p{L}\p{N}]/u.test(words)) return [];
    return [{ start: offset + start, end: offset + start + words.length }];
  });
}

const judgementOpenings =
  /^(?:we|i) (?:now |also |still |therefore )?(?:judge|assess|believe|think|estimate|expect|conclude|suspect|doubt)\b|^(?:in|on) (?:our|my) (?:own )?(?:judge?ment|view|assessment|reading|opinion)\b|^(?:our|my) (?:judge?ment|view|assessment|reading) is\b/iu;

/** True for a sentence that says by itself that it is the writer's judgement ("We judge that …"). */
export const statesJudgement = (sentence: string): boolean => judgementOpenings.test(sentence);

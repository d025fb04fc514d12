import type { BriefingCheck } from '../model/document.ts';
import type { TextRange } from '../model/ranges.ts';
import { sentences } from '../text/sentences.ts';
import type { DocumentAnchor, DocumentBlock, DocumentText } from './document-text.ts';
import { gapBlocks } from './gaps.ts';
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
 * A citation whose passage is gone (`isLive` answers false) sources nothing. A sentence that names
 * an open gap (by a marker, or uncited under a heading of gaps) is the writer's own.
 */
export function coverage(document: DocumentText, isLive: (id: string) => boolean): Coverage {
  return createCoverage()(document, isLive);
}

/** The sentences of blocks, by their words and where their anchors stand. */
type Memory = Map<string, readonly TextRange[]>;

/**
 * `coverage` for a document that is being written: only blocks that changed since the last call
 * are read again.
 */
export function createCoverage(): typeof coverage {
  let before: Memory = new Map();
  return (document, isLive) => {
    const now: Memory = new Map();
    const anchors = anchorsByBlock(document);
    const gaps = gapBlocks(document);
    const covered = document.blocks.flatMap((block, index) => {
      const own = anchors[index] ?? [];
      if (!counts(document, block, own)) return [];
      const text = document.text.slice(block.start, block.end);
      const key = `${own.map(({ offset }) => offset - block.start).join()} ${text}`;
      const ranges = before.get(key) ?? sentencesOf(text, block.start, own);
      now.set(key, ranges);
      return coverBlock(document, block, own, ranges, isLive, gaps.has(block));
    });
    before = now;
    const sourced = covered.filter(({ state }) => state === 'cited').length;
    return { sentences: covered, sourced, total: covered.length };
  };
}

/** The anchors in each block; both come in the order of the document. */
function anchorsByBlock({ blocks, anchors }: DocumentText): DocumentAnchor[][] {
  let next = 0;
  return blocks.map((block) => {
    const own: DocumentAnchor[] = [];
    for (; next < anchors.length; next += 1) {
      const anchor = anchors[next];
      if (anchor === undefined || anchor.offset > block.end) break;
      if (!isBelow(anchor.path, block.path)) break;
      own.push(anchor);
    }
    return own;
  });
}

function coverBlock(
  document: DocumentText,
  block: DocumentBlock,
  anchors: readonly DocumentAnchor[],
  relative: readonly TextRange[],
  isLive: (id: string) => boolean,
  inGaps: boolean,
): CoveredSentence[] {
  const ranges = relative.map(({ start, end }) => ({
    start: block.start + start,
    end: block.start + end,
  }));
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
    const cited = citations.some(isLive);
    const gap = own.some(({ kind }) => kind === 'gap') || (inGaps && !cited);
    const judged = gap || own.some(({ kind }) => kind === 'judgement') || statesJudgement(text);
    const state = cited ? 'cited' : judged ? 'judgement' : 'needs-source';
    const unique = [...new Set(citations)];
    const sentence: CoveredSentence = { text, state, start, end, citations: unique };
    return Object.assign(sentence, gap ? { gap } : {}, stancesOf(own));
  });
}

/** How the passages of a sentence bear on it, as far as the writer said. */
function stancesOf(anchors: readonly DocumentAnchor[]): Pick<CoveredSentence, 'stances'> {
  const said = anchors.flatMap(({ annotationId, stance }) =>
    stance === undefined ? [] : [[annotationId, stance] as const],
  );
  return said.length === 0 ? {} : { stances: Object.fromEntries(said) };
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

/**
 * The sentences of one block, from its start; split also where a citation stands between two
 * without a space.
 */
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
    return [{ start, end: start + words.length }];
  });
}

const judgementOpenings =
  /^(?:we|i) (?:now |also |still |therefore )?(?:judge|assess|believe|think|estimate|expect|conclude|suspect|doubt)\b|^(?:in|on) (?:our|my) (?:own )?(?:judge?ment|view|assessment|reading|opinion)\b|^(?:our|my) (?:judge?ment|view|assessment|reading) is\b/iu;

/** True for a sentence that says by itself that it is the writer's judgement ("We judge that …"). */
export const statesJudgement = (sentence: string): boolean => judgementOpenings.test(sentence);

import type { BriefingCheck } from '../model/document.ts';
import type { TextRange } from '../model/ranges.ts';
import { sentences } from '../text/sentences.ts';
import { reporting } from '../text/speakers/verbs.ts';
import type { DocumentAnchor, DocumentBlock, DocumentText } from './document-text.ts';
import { gapBlocks } from './gaps.ts';
import { quotations } from '../text/quotations.ts';

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

/** A sentence before it is known where its block stands, and which citations live. */
interface ReadSentence extends TextRange {
  readonly text: string;
  readonly citations: readonly string[];
  readonly judged: boolean;
  /** Marked as a gap; a sentence among the gaps is one until something is cited in it. */
  readonly gap: boolean;
  readonly inGaps: boolean;
  readonly stances: Pick<CoveredSentence, 'stances'>;
}

interface ReadBlock {
  readonly inGaps: boolean;
  readonly sentences: readonly ReadSentence[];
}

/**
 * `coverage` for a document that is being written: only the top-level nodes that are others than at
 * the last call are read again.
 */
export function createCoverage(): typeof coverage {
  const memory = new WeakMap<object, ReadBlock[]>();
  return (document, isLive) => {
    const anchors = anchorsByBlock(document);
    const gaps = gapBlocks(document);
    const covered: CoveredSentence[] = [];
    let ordinal = 0;
    for (const [index, block] of document.blocks.entries()) {
      const top = block.path[0] ?? 0;
      ordinal = document.blocks[index - 1]?.path[0] === top ? ordinal + 1 : 0;
      const held = remembered(memory, document.nodes[top]);
      const inGaps = gaps.has(block);
      let read = held[ordinal];
      if (read?.inGaps !== inGaps) {
        const own = anchors[index] ?? [];
        const sentences = counts(document, block, own)
          ? readSentences(document, block, own, inGaps)
          : [];
        read = { inGaps, sentences };
        held[ordinal] = read;
      }
      for (const sentence of read.sentences) covered.push(cover(sentence, block.start, isLive));
    }
    const sourced = covered.filter(({ state }) => state === 'cited').length;
    return { sentences: covered, sourced, total: covered.length };
  };
}

function remembered(memory: WeakMap<object, ReadBlock[]>, node: object | undefined): ReadBlock[] {
  const held = node === undefined ? [] : (memory.get(node) ?? []);
  if (node !== undefined) memory.set(node, held);
  return held;
}

function cover(
  { text, start, end, citations, judged, gap: marked, inGaps, stances }: ReadSentence,
  offset: number,
  isLive: (id: string) => boolean,
): CoveredSentence {
  const cited = citations.some(isLive);
  const gap = marked || (inGaps && !cited);
  const state = cited ? 'cited' : judged || gap ? 'judgement' : 'needs-source';
  const place = { start: offset + start, end: offset + end };
  const told = gap ? { gap } : {};
  return { text, state, ...place, citations: [...citations], ...told, ...stances };
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

/** The sentences of a block with what stands in them; offsets are from the block's start. */
function readSentences(
  document: DocumentText,
  block: DocumentBlock,
  anchors: readonly DocumentAnchor[],
  inGaps: boolean,
): ReadSentence[] {
  const words = document.text.slice(block.start, block.end);
  const ranges = sentencesOf(words, block.start, anchors);
  const held = ranges.map((): DocumentAnchor[] => []);
  for (const anchor of anchors) {
    const after = ranges.findIndex(({ start }) => block.start + start >= anchor.offset);
    const index = after === -1 ? ranges.length - 1 : Math.max(0, after - 1);
    held[index]?.push(anchor);
  }
  return ranges.map(({ start, end }, index) => {
    const own = held[index] ?? [];
    const text = words.slice(start, end);
    const cited = own.filter(({ kind }) => kind === 'citation').map((a) => a.annotationId);
    const gap = own.some(({ kind }) => kind === 'gap');
    const judged = own.some(({ kind }) => kind === 'judgement') || statesJudgement(text);
    const citations = [...new Set(cited)];
    return { text, start, end, citations, judged, gap, inGaps, stances: stancesOf(own) };
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
    if (anchor.kind === 'citation') {
      const next = startBehindQuotation(text, at, quoted, starts);
      if (next !== null) starts.add(next);
    }
  }
  const ordered = [...starts].filter((at) => !inQuotation(at)).sort((a, b) => a - b);
  return ordered.flatMap((start, index) => {
    const words = text.slice(start, ordered[index + 1] ?? text.length).trimEnd();
    if (!/[\p{L}\p{N}]/u.test(words)) return [];
    return [{ start, end: start + words.length }];
  });
}

/**
 * Where a sentence begins behind a quotation that was put in with its citation and ends in the
 * comma of its source ("“We wait,”[1] Nobody knows why."), or stands behind its speaker's name and
 * a colon. What says whose words they are belongs to the quotation.
 */
function startBehindQuotation(
  text: string,
  at: number,
  quoted: readonly TextRange[],
  starts: ReadonlySet<number>,
): number | null {
  const space = /^\s+(?=\p{Lu})/u.exec(text.slice(at))?.[0].length;
  if (space === undefined) return null;
  const endsInComma = /[,，]["”’»]$/u.test(text.slice(0, at));
  const opens = quoted.some(
    ({ start, end }) =>
      end + 1 === at &&
      ((endsInComma && starts.has(start - 1)) || /[:：]\s*$/u.test(text.slice(0, start - 1))),
  );
  if (!opens) return null;
  const next = Math.min(...[...starts].filter((start) => start > at), text.length);
  const rest = text.slice(at, next);
  return rest.search(reporting) === -1 ? at + space : null;
}

const judgementOpenings =
  /^(?:we|i) (?:now |also |still |therefore )?(?:judge|assess|believe|think|estimate|expect|conclude|suspect|doubt)\b|^(?:in|on) (?:our|my) (?:own )?(?:judge?ment|view|assessment|reading|opinion)\b|^(?:our|my) (?:judge?ment|view|assessment|reading) is\b/iu;

/** True for a sentence that says by itself that it is the writer's judgement ("We judge that …"). */
const statesJudgement = (sentence: string): boolean => judgementOpenings.test(sentence);

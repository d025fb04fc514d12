import { diffArrays } from 'diff';
import type { ComparedBlock } from '../model/version.ts';
import { wordCount } from '../text/words.ts';
import type { DocumentAnchor, DocumentBlock, DocumentText } from './document-text.ts';

/** A document or another text in blocks. */
export interface ComparedText extends Pick<DocumentText, 'text' | 'anchors'> {
  readonly blocks: readonly ComparableBlock[];
}

type ComparableBlock = Omit<DocumentBlock, 'path'>;

/** A word, mark, citation or judgement with the space after it; `form` is what is compared. */
interface Piece {
  readonly form: string;
  readonly text: string;
}

interface ReadBlock {
  readonly block: ComparableBlock;
  readonly pieces: readonly Piece[];
  readonly key: string;
}

type Part = ComparedBlock['parts'][number];

/** Beyond so many edits two texts are told as one taken out and one put in. */
const mostEdits = 2_000;
/** Above this share of common words, two blocks are one block that was changed. */
const alike = 0.4;
/** Runs of removed and added blocks longer than this (one times the other) are not matched up. */
const mostPairs = 4_000;

/**
 * What changed from one state of a document to another, block by block and in a changed block word
 * by word. Citations are compared by what they cite, so that a new number alone is no change.
 */
export function compareDocuments(before: ComparedText, after: ComparedText): ComparedBlock[] {
  const old = readBlocks(before);
  const now = readBlocks(after);
  const changes = diffArrays(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
    { maxEditLength: mostEdits },
  ) ?? [
    { removed: true, added: false, count: old.length },
    { removed: false, added: true, count: now.length },
  ];
  const compared: ComparedBlock[] = [];
  let left: ReadBlock[] = [];
  let right: ReadBlock[] = [];
  const settle = () => {
    compared.push(...pairUp(left, right));
    left = [];
    right = [];
  };
  let i = 0;
  let j = 0;
  for (const { removed, added, count } of changes) {
    if (removed) left = old.slice(i, (i += count));
    else if (added) right = now.slice(j, (j += count));
    else {
      settle();
      compared.push(...now.slice(j, (j += count)).map((block) => whole(block, 'same')));
      i += count;
    }
  }
  settle();
  return compared;
}

/** How many words came, or went. */
export const wordsThat = (blocks: readonly ComparedBlock[], wanted: 'added' | 'removed'): number =>
  blocks
    .flatMap(({ parts }) => parts)
    .filter(({ change }) => change === wanted)
    .reduce((count, { text }) => count + wordCount(text), 0);

const pieceOf = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|[\p{L}\p{N}\p{M}'’-]+|[^\s]/gu;

function readBlocks(document: ComparedText): ReadBlock[] {
  const numbers = new Map<string, number>();
  let next = 0;
  return document.blocks.map((block, index) => {
    const until = document.blocks[index + 1]?.start ?? Infinity;
    const pieces: Piece[] = [];
    let position = block.start;
    for (; next < document.anchors.length; next += 1) {
      const anchor = document.anchors[next];
      if (anchor === undefined || anchor.offset >= until) break;
      pieces.push(...wordsOf(document.text.slice(position, anchor.offset)));
      pieces.push(markOf(anchor, numbers));
      position = anchor.offset;
    }
    pieces.push(...wordsOf(document.text.slice(position, block.end)));
    const key = [block.kind, block.level ?? '', ...pieces.map(({ form }) => form)].join('\u0000');
    return { block, pieces, key };
  });
}

function wordsOf(text: string): Piece[] {
  const found = [...text.matchAll(pieceOf)];
  return found.map((match, index) => ({
    form: match[0],
    text: text.slice(index === 0 ? 0 : match.index, found[index + 1]?.index ?? text.length),
  }));
}

function markOf(
  { kind, annotationId, stance }: DocumentAnchor,
  numbers: Map<string, number>,
): Piece {
  if (kind === 'judgement') return { form: '\u0001', text: '◇' };
  if (kind === 'gap') return { form: '\u0002', text: '?' };
  const number = numbers.get(annotationId) ?? numbers.size + 1;
  numbers.set(annotationId, number);
  return { form: `\u0001${annotationId} ${stance ?? ''}`, text: `[${number}]` };
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

function describe({ block: { kind, level } }: ReadBlock): Pick<ComparedBlock, 'kind' | 'level'> {
  return level === undefined ? { kind } : { kind, level };
}

const whole = (block: ReadBlock, change: 'same' | 'added' | 'removed'): ComparedBlock => ({
  change,
  ...describe(block),
  parts: [{ change, text: textOf(block.pieces) }],
});

/** Removed and added blocks that stand at one place: those that are alike become changed ones. */
function pairUp(removed: readonly ReadBlock[], added: readonly ReadBlock[]): ComparedBlock[] {
  const pairs = removed.length * added.length > mostPairs ? [] : bestPairs(removed, added);
  const compared: ComparedBlock[] = [];
  let i = 0;
  let j = 0;
  for (const [left, right] of [...pairs, [removed.length, added.length] as const]) {
    compared.push(...removed.slice(i, left).map((block) => whole(block, 'removed')));
    compared.push(...added.slice(j, right).map((block) => whole(block, 'added')));
    const old = removed[left];
    const now = added[right];
    if (old !== undefined && now !== undefined) compared.push(changed(old, now));
    i = left + 1;
    j = right + 1;
  }
  return compared;
}

/** The pairs, in order on both sides, that have most in common. */
function bestPairs(
  removed: readonly ReadBlock[],
  added: readonly ReadBlock[],
): (readonly [number, number])[] {
  const width = added.length + 1;
  const scores = new Float64Array((removed.length + 1) * width);
  const score = (i: number, j: number) => scores[i * width + j] ?? 0;
  const likeness = removed.map((old) => added.map((now) => similarity(old, now)));
  for (let i = removed.length - 1; i >= 0; i -= 1) {
    for (let j = added.length - 1; j >= 0; j -= 1) {
      const like = likeness[i]?.[j] ?? 0;
      const paired = like < alike ? 0 : like + score(i + 1, j + 1);
      scores[i * width + j] = Math.max(paired, score(i + 1, j), score(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let i = 0;
  let j = 0;
  while (i < removed.length && j < added.length) {
    if (score(i, j) === score(i + 1, j)) i += 1;
    else if (score(i, j) === score(i, j + 1)) j += 1;
    else pairs.push([i++, j++]);
  }
  return pairs;
}

/** The share of words two blocks have in common (Dice's coefficient). */
function similarity(a: ReadBlock, b: ReadBlock): number {
  const counts = new Map<string, number>();
  for (const { form } of a.pieces) counts.set(form, (counts.get(form) ?? 0) + 1);
  let shared = 0;
  for (const { form } of b.pieces) {
    const left = counts.get(form) ?? 0;
    if (left > 0) shared += 1;
    counts.set(form, left - 1);
  }
  const total = a.pieces.length + b.pieces.length;
  return total === 0 ? 1 : (2 * shared) / total;
}

function changed(old: ReadBlock, now: ReadBlock): ComparedBlock {
  const changes = diffArrays([...old.pieces], [...now.pieces], {
    comparator: (a, b) => a.form === b.form,
    maxEditLength: mostEdits,
  });
  const parts: Part[] = [];
  if (changes === undefined) {
    join(parts, 'removed', textOf(old.pieces));
    join(parts, 'added', textOf(now.pieces));
  }
  let passed = 0;
  for (const { added, removed, value } of changes ?? []) {
    join(parts, added ? 'added' : removed ? 'removed' : 'same', textOf(value));
    if (!added) passed += value.length;
    if (added || removed) continue;
    // What goes on here went on in the old text alone: the space between went, too.
    const space = spaceAfter(old.pieces[passed - 1]);
    if (spaceAfter(value.at(-1)) === '') join(parts, 'removed', space);
  }
  return { change: 'changed', ...describe(now), parts };
}

const spaceAfter = (piece: Piece | undefined): string => /\s*$/u.exec(piece?.text ?? '')?.[0] ?? '';

/** Adds words to the last part where that is of the same change. */
function join(parts: Part[], change: Part['change'], text: string): void {
  const last = parts.at(-1);
  if (text === '') return;
  if (last?.change === change) parts[parts.length - 1] = { change, text: last.text + text };
  else parts.push({ change, text });
}

import type { Block, HiddenRange, Mark } from '../../../../shared/model/ranges.ts';

export type RunMark = Omit<Mark, 'start' | 'end'>;

/** A stretch of one block with one set of marks. White space collapses as in a web page. */
export interface Run {
  readonly text: string;
  readonly marks: readonly RunMark[];
  /** The document holds these words and shows them to no reader. */
  readonly hidden?: boolean;
}

/** What a block is, whatever its words. */
export interface BlockShape {
  readonly kind: Block['kind'];
  readonly level?: number;
  readonly ordered?: boolean;
}

/** A block before its place in the text is known. */
export interface BlockDraft<R extends Run = Run> extends BlockShape {
  readonly runs: readonly R[];
}

/** Where a run came to stand. */
export interface Placed<R extends Run> {
  readonly run: R;
  readonly start: number;
  readonly end: number;
}

export interface Layers {
  readonly text: string;
  readonly blocks: Block[];
  readonly marks: Mark[];
  /** The words of hidden runs, each range inside one block; none where there are no others. */
  readonly hidden: HiddenRange[];
}

const white = /[^\S\n]+/g;
const aroundBreak = / *\n */g;
const anyBreak = /[\r\u0085\u2028\u2029\f\v]/g;

/** Blocks that follow each other without a blank line between. */
const tight = new Set<Block['kind']>(['list-item', 'table-row']);

const clean = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

/**
 * Builds a canonical text and its layers from blocks of runs: white space collapsed, blocks parted
 * by a blank line (list items and table rows by a line feed). A line feed in a run is a line break
 * and stays one; in a table row a run that is one tab parts two cells; in `preformatted` blocks all white space but that at line ends stays.
 */
export class LayerBuilder {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #marks: Mark[] = [];
  readonly #hidden: HiddenRange[] = [];
  #isShown = false;
  #length = 0;
  #last: Block['kind'] | null = null;

  /** Adds a block; answers where its runs stand, or nothing where it holds only white space. */
  add<R extends Run>(draft: BlockDraft<R>): Placed<R>[] {
    const pieces = piecesOf(draft);
    const text = pieces.join('');
    if (text.trim() === '') return [];
    if (this.#last !== null) {
      this.#append(tight.has(draft.kind) && this.#last === draft.kind ? '\n' : '\n\n');
    }
    const start = this.#length;
    this.#append(text);
    this.#last = draft.kind;
    const placed = place(draft.runs, pieces, start);
    for (const { run, start, end } of placed) {
      for (const mark of run.marks) this.#mark(mark, start, end);
    }
    this.#hide(placed);
    this.#blocks.push({
      start,
      end: this.#length,
      kind: draft.kind,
      ...(draft.level === undefined ? {} : { level: Math.min(9, Math.max(1, draft.level)) }),
      ...(draft.ordered === undefined ? {} : { ordered: draft.ordered }),
    });
    return placed;
  }

  finish(): Layers {
    return {
      text: this.#parts.join(''),
      blocks: this.#blocks,
      marks: this.#marks,
      hidden: this.#isShown ? this.#hidden : [],
    };
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #hide(placed: readonly Placed<Run>[]): void {
    let open: HiddenRange | null = null;
    for (const { run, start, end } of placed) {
      const isBlank = start === end || run.text.trim() === '';
      if (run.hidden !== true) {
        if (isBlank) continue;
        this.#isShown = true;
        open = null;
      } else if (open !== null) open.end = end;
      else if (!isBlank) {
        open = { start, end, reason: 'not-shown', by: 'rule' };
        this.#hidden.push(open);
      }
    }
  }

  /** A mark that goes on from the run before is one mark. */
  #mark(mark: RunMark, start: number, end: number): void {
    if (start === end) return;
    const before = this.#marks.findLast((other) => other.kind === mark.kind);
    if (before !== undefined && before.end === start && before.href === mark.href) {
      before.end = end;
    } else {
      this.#marks.push({ ...mark, start, end });
    }
  }
}

function place<R extends Run>(runs: readonly R[], pieces: string[], start: number): Placed<R>[] {
  let at = start;
  return runs.map((run, index) => {
    const from = at;
    at += pieces[index]?.length ?? 0;
    return { run, start: from, end: at };
  });
}

function piecesOf({ kind, runs }: BlockDraft): string[] {
  if (kind === 'preformatted') return verbatim(runs);
  return kind === 'table-row' ? cells(runs) : collapsed(runs);
}

/**
 * The runs' texts as cells with a tab between two. An empty cell keeps its place, so that columns
 * stand below each other; those at the end of a row hold nothing in its place.
 */
function cells(runs: readonly Run[]): string[] {
  const pieces: string[] = [];
  let cell: Run[] = [];
  for (const run of runs) {
    if (run.text === '\t') {
      pieces.push(...collapsed(cell), '\t');
      cell = [];
    } else cell.push(run);
  }
  pieces.push(...collapsed(cell));
  const last = pieces.findLastIndex((piece) => piece.trim() !== '');
  return pieces.fill('', last + 1);
}

/** The runs' texts with white space collapsed across their borders and trimmed at both ends. */
function collapsed(runs: readonly Run[]): string[] {
  const pieces: string[] = [];
  let before = '\n';
  for (const run of runs) {
    let text = clean(run.text)
      .replaceAll(anyBreak, ' ')
      .replaceAll(white, ' ')
      .replaceAll(aroundBreak, '\n');
    if (before === '\n') text = text.replace(/^[ \n]+/, '');
    else if (before === ' ' && text.startsWith(' ')) text = text.slice(1);
    if (text.startsWith('\n')) dropSpaceBefore(pieces);
    pieces.push(text);
    if (text !== '') before = text.at(-1) ?? before;
  }
  dropSpaceBefore(pieces, true);
  return pieces;
}

/** Takes white space off the end of what has been collected: on its last line, or all of it. */
function dropSpaceBefore(pieces: string[], all = false): void {
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index] ?? '';
    const kept = all ? piece.trimEnd() : piece.replace(/[^\S\n]+$/, '');
    pieces[index] = kept;
    if (kept !== '') return;
  }
}

/** The runs' texts as they are, but without white space at line ends and blank lines at both edges. */
function verbatim(runs: readonly Run[]): string[] {
  const pieces: string[] = [];
  let lead = '';
  let begun = false;
  for (const run of runs) {
    let text = clean(run.text)
      .replaceAll(/\r\n?|[\u0085\u2028\u2029\f\v]/g, '\n')
      .split('\n')
      .map((line, index, lines) => (index < lines.length - 1 ? line.trimEnd() : line))
      .join('\n');
    if (!begun) {
      const whole = lead + text;
      begun = whole.trim() !== '';
      lead = whole.slice(whole.lastIndexOf('\n') + 1);
      text = begun ? whole.slice(blankLines.exec(whole)?.[0].length ?? 0) : '';
    } else if (text.startsWith('\n')) {
      dropSpaceBefore(pieces);
    }
    pieces.push(text);
  }
  dropSpaceBefore(pieces, true);
  return pieces;
}

const blankLines = /^(?:[^\S\n]*\n)*/;

import type { BlockDraft, Run } from '../../../articles/text/layers.ts';

/** A paragraph of an export, and its words with white space collapsed. */
export interface Paragraph {
  readonly draft: BlockDraft;
  readonly text: string;
}

const textOf = (runs: readonly Run[]): string =>
  runs
    .map((run) => run.text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();

const paragraphOf = (draft: BlockDraft): Paragraph => ({ draft, text: textOf(draft.runs) });

/** The cells of a table row, which exports lay their fields out in, as paragraphs of their own. */
function cellsOf(draft: BlockDraft): BlockDraft[] {
  const cells: Run[][] = [[]];
  for (const run of draft.runs) {
    if (run.text === '\t') cells.push([]);
    else cells.at(-1)?.push(run);
  }
  return cells.map((runs) => ({ kind: 'paragraph', runs }));
}

/** The paragraphs of a document that have words. */
export const paragraphsOf = (drafts: readonly BlockDraft[]): Paragraph[] =>
  drafts
    .flatMap((draft) => (draft.kind === 'table-row' ? cellsOf(draft) : [draft]))
    .map(paragraphOf)
    .filter(({ text }) => text !== '');

/** Paragraphs as one, a blank between them. */
export function together(paragraphs: readonly Paragraph[]): Paragraph {
  const runs = paragraphs.flatMap(({ draft }, index): readonly Run[] =>
    index === 0 ? draft.runs : [{ text: ' ', marks: [] }, ...draft.runs],
  );
  return paragraphOf({ kind: paragraphs[0]?.draft.kind ?? 'paragraph', runs });
}

/** A paragraph without its first `length` characters of words, which become one of their own. */
export function splitAt({ draft, text }: Paragraph, length: number): [Paragraph, Paragraph] {
  const before: Run[] = [];
  const after: Run[] = [];
  let left = length;
  for (const run of draft.runs) {
    const words = run.text.replaceAll(/\s+/g, ' ');
    const own = before.length === 0 ? words.trimStart() : words;
    before.push({ ...run, text: own.slice(0, left) });
    after.push({ ...run, text: own.slice(left) });
    left = Math.max(0, left - own.length);
  }
  return [
    { draft: { ...draft, runs: before }, text: text.slice(0, length).trim() },
    { draft: { ...draft, runs: after }, text: text.slice(length).trim() },
  ];
}

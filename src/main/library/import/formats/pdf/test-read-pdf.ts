import { parseFile } from '../../parse.ts';
import { withLayers } from '../../test-layers.ts';

/** What a test asks of the one article of a PDF. */
export async function readPdf(bytes: Uint8Array) {
  const { articles } = await parseFile({ name: 'a.pdf', bytes });
  const [article] = articles.map(withLayers);
  const { text, blocks, marks, hidden } = article ?? {
    text: '',
    blocks: [],
    marks: [],
    hidden: [],
  };
  const isHidden = (start: number, end: number) =>
    hidden.some((range) => range.start <= start && range.end >= end);
  const words = (start: number, end: number) => text.slice(start, end);
  return {
    shown: blocks
      .filter(({ start, end }) => !isHidden(start, end))
      .map(({ kind, start, end }) => [kind, words(start, end)]),
    hidden: hidden.map(({ start, end }) => words(start, end)),
    pages: marks
      .filter(({ kind }) => kind === 'page')
      .map(({ label, start, end }) => [label, words(start, end)]),
    /** All blocks in short: what is hidden in brackets, cells parted by a bar, of long ones two words. */
    order: blocks.map(({ start, end }) => {
      const line = words(start, end).replaceAll('\t', ' | ');
      if (isHidden(start, end)) return `(${line})`;
      return line.length > 80 ? `${line.split(' ').slice(0, 2).join(' ')} …` : line;
    }),
  };
}

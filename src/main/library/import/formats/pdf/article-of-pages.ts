import type { Proposal } from '../../../../../shared/model/import.ts';
import type { HiddenRange, Mark } from '../../../../../shared/model/ranges.ts';
import { documentProperty } from '../../metadata/document-properties.ts';
import { LayerBuilder, type BlockShape, type Run } from '../../../articles/text/layers.ts';
import type { RawArticle } from '../format.ts';
import { absoluteHttp } from '../html/links.ts';
import { readingOrder } from './columns.ts';
import type { Fragment } from './fragments.ts';
import { furnitureAcross, furnitureOf, printedAddress } from './furniture.ts';
import { joinerOf } from './hyphens.ts';
import { withInitials, wordCounts } from './initials.ts';
import { bullet, paragraphsOf, type PdfParagraph } from './paragraphs.ts';
import type { PdfText } from './read-pages.ts';

/** Letters so much larger than most are a heading's. */
const headingSize = 1.15;
const longestHeading = 200;

/** The size most of the text is set in. */
function bodySize(paragraphs: readonly PdfParagraph[]): number {
  const lengths = new Map<number, number>();
  for (const { parts, size } of paragraphs) {
    const length = parts.reduce((sum, part) => sum + part.text.length, 0);
    const key = Math.round(size * 2) / 2;
    lengths.set(key, (lengths.get(key) ?? 0) + length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function shapeOf({ parts, size, cells }: PdfParagraph, body: number, largest: number): BlockShape {
  if (cells !== undefined) return { kind: 'table-row' };
  const length = parts.reduce((sum, part) => sum + part.text.length, 0);
  if (bullet.test(parts[0]?.text ?? '')) return { kind: 'list-item', level: 1 };
  if (size < body * headingSize || length > longestHeading) return { kind: 'paragraph' };
  return { kind: 'heading', level: size > largest * 0.95 ? 1 : 2 };
}

/** The address under the pages that a browser printed. */
function addressProposal(address: string, words: string): Proposal[] {
  const value = absoluteHttp(address, null);
  const start = words.indexOf(address);
  if (value === null || start === -1) return [];
  const evidence = { text: address.slice(0, 300), start, end: start + address.length };
  return [{ field: 'URL', value, certain: true, evidence: { rule: 'page-footer', ...evidence } }];
}

interface PageRun extends Run {
  /** From 1. */
  readonly page: number;
}

/** The words of a paragraph; those of a table's row with a tab between two cells. */
function runsOf({ parts, cells }: PdfParagraph): PageRun[] {
  const page = parts[0]?.page ?? 1;
  const tab = { text: '\t', page, marks: [] };
  return cells === undefined
    ? parts.map((part) => ({ ...part, marks: [] }))
    : cells.flatMap((text, index) => [...(index > 0 ? [tab] : []), { text, page, marks: [] }]);
}

/** What of a page is no part of its text, as it stands over and under that. */
interface PageFurniture {
  readonly over: readonly Fragment[];
  readonly under: readonly Fragment[];
}

const downwards = (a: Fragment, b: Fragment): number => b.y - a.y || a.x - b.x;

function furnitureOfPage(
  fragments: readonly Fragment[],
  across: readonly Fragment[],
  furniture: ReadonlySet<Fragment>,
): PageFurniture {
  const words = fragments.filter((fragment) => !furniture.has(fragment));
  const top = Math.max(...words.map(({ y }) => y));
  const own = fragments.filter((fragment) => furniture.has(fragment)).toSorted(downwards);
  return {
    over: own.filter(({ y }) => y > top),
    under: [
      ...own.filter(({ y }) => y <= top),
      ...across.filter((fragment) => furniture.has(fragment)),
    ],
  };
}

/**
 * Builds the article page by page: furniture stands over and under the words of its page, hidden. A
 * paragraph that goes on over a page's end stays whole, so what stands between its pages follows it.
 */
export function articleOfPages({ pages: read, title, author }: PdfText): RawArticle {
  const counts = wordCounts(read.flatMap(({ fragments }) => fragments.map(({ text }) => text)));
  const pages = read.map(({ fragments }) => withInitials(fragments, counts));
  const furniture = new Set([
    ...furnitureOf(pages),
    ...furnitureAcross(read.map(({ across }) => across)),
  ]);
  const ordered = pages.map((page) =>
    readingOrder(page.filter((fragment) => !furniture.has(fragment))),
  );
  const join = joinerOf(pages.flat().map(({ text }) => text));
  const paragraphs = paragraphsOf(ordered, join);
  const body = bodySize(paragraphs);
  const largest = Math.max(0, ...paragraphs.map(({ size }) => size));
  const builder = new LayerBuilder();
  const hidden: HiddenRange[] = [];
  const places: { start: number; end: number }[][] = pages.map(() => []);
  const addLine = (text: string, page: number, isHidden: boolean) => {
    const [placed] = builder.add({ kind: 'paragraph', runs: [{ text, marks: [] }] });
    if (placed === undefined) return;
    const { start, end } = placed;
    if (isHidden) hidden.push({ start, end, reason: 'repetition', by: 'rule' });
    if (!isHidden || ordered[page]?.length === 0) places[page]?.push({ start, end });
  };
  let next = 0;
  read.forEach(({ across }, index) => {
    const { over, under } = furnitureOfPage(pages[index] ?? [], across, furniture);
    for (const { text } of over) addLine(text, index, true);
    for (let at = paragraphs[next]; at?.parts[0]?.page === index + 1; at = paragraphs[next]) {
      next += 1;
      const draft = { ...shapeOf(at, body, largest), runs: runsOf(at) };
      for (const { run, start, end } of builder.add(draft)) {
        places[run.page - 1]?.push({ start, end });
      }
    }
    for (const { text } of across.filter((fragment) => !furniture.has(fragment))) {
      addLine(text, index, false);
    }
    for (const { text } of under) addLine(text, index, true);
  });
  const marks = places.flatMap((all, index): Mark[] => {
    const [first, last] = [all[0], all.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ kind: 'page', label: String(index + 1), start: first.start, end: last.end }];
  });
  const layers = builder.finish();
  const address = printedAddress(furniture);
  return {
    ...layers,
    marks: [...layers.marks, ...marks],
    hidden,
    extracted: false,
    proposals: [
      ...(title === '' ? [] : documentProperty('title', title)),
      ...(author === '' ? [] : documentProperty('author', author)),
      ...(address === null ? [] : addressProposal(address, layers.text)),
    ],
  };
}

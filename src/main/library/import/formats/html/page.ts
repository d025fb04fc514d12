import type { DomDocument } from './dom.ts';
import { parseHTML } from 'linkedom';
import type { Block, HiddenRange } from '../../../../../shared/model/ranges.ts';
import { coverOf } from '../../../../../shared/text/cover.ts';
import { proposeFromPage } from '../../metadata/page.ts';
import { dateLine } from '../../metadata/text-dates.ts';
import { LayerBuilder, type BlockDraft } from '../../../articles/text/layers.ts';
import { ofBlocks } from '../of-blocks.ts';
import type { RawArticle } from '../format.ts';
import { findArticle, numberElements, numberOf, squeezed } from './article-nodes.ts';
import type { PageText } from './located.ts';
import { domBlocks } from './dom-blocks.ts';
import { absoluteHttp } from './links.ts';
import { sameWords } from './same-words.ts';
import { reasons } from './reasons.ts';

/** Parses markup into a document that runs nothing and fetches nothing. */
export function parseDocument(markup: string): DomDocument {
  const whole = /<html[\s>]/i.test(markup) ? markup : `<html><body>${markup}</body></html>`;
  return parseHTML(whole).document;
}

const baseOf = (document: DomDocument, address: string | null): string | null => {
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? null;
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  return absoluteHttp(base, address) ?? absoluteHttp(canonical, null) ?? address;
};

interface PlacedRun extends PageText {
  readonly start: number;
  readonly end: number;
  readonly reason: HiddenRange['reason'];
}

interface PageBlock {
  readonly kind: Block['kind'];
  readonly runs: readonly PlacedRun[];
}

/** Stretches of one block that are not the article's. */
function hiddenIn(runs: readonly PlacedRun[], article: ReadonlySet<PageText>): HiddenRange[] {
  const hidden: HiddenRange[] = [];
  let open: HiddenRange | null = null;
  for (const run of runs) {
    if (article.has(run)) {
      open = null;
    } else if (open === null) {
      open = { start: run.start, end: run.end, reason: run.reason, by: 'rule' };
      hidden.push(open);
    } else {
      open.end = run.end;
    }
  }
  return hidden;
}

function trimRange(range: HiddenRange, text: string): HiddenRange {
  let { start, end } = range;
  while (start < end && text.charAt(start).trim() === '') start += 1;
  while (end > start && text.charAt(end - 1).trim() === '') end -= 1;
  return { ...range, start, end };
}

/** Where markup gives no better reason, a date by itself tells the story's age. */
function datesAside(range: HiddenRange, text: string): HiddenRange {
  const isDate =
    range.reason === 'navigation' &&
    range.end - range.start <= longestDate &&
    dateLine(text.slice(range.start, range.end)) !== null;
  return isDate ? { ...range, reason: 'byline' } : range;
}

const longestDate = 60;
const notShownReason = 'not-shown';

/** All text of a page in blocks, each run with the number of its element. */
function pageBlocks(document: DomDocument, base: string | null) {
  const builder = new LayerBuilder();
  const reasonFor = reasons();
  const drafts = domBlocks(document.documentElement, base).map((draft) => ({
    kind: draft.kind,
    placed: builder.add(draft),
  }));
  const layers = builder.finish();
  const notShown = coverOf(layers.hidden);
  const blocks = drafts.map(({ kind, placed }): PageBlock => ({
    kind,
    runs: placed
      .filter(({ start, end }) => layers.text.slice(start, end).trim() !== '')
      .map(({ run, start, end }) => ({
        start,
        end,
        number: numberOf(run.parent),
        text: squeezed(run.text),
        reason: notShown.touches({ start, end }) ? notShownReason : reasonFor(run.parent),
      })),
  }));
  return { layers, blocks };
}

const isTitle = ({ kind, runs }: PageBlock, title: string): boolean =>
  kind === 'heading' && sameWords(runs.map((run) => run.text).join(' '), title);

/**
 * A web page: all its text, with what Readability does not take for the article hidden.
 * `address` is where the page was saved from, if known.
 */
export function readPage(markup: string, address: string | null = null): RawArticle {
  const document = parseDocument(markup);
  const base = baseOf(document, address);
  const proposals = proposeFromPage(document, base);
  const numbering = numberElements(document);
  const { layers, blocks } = pageBlocks(document, base);
  const texts = blocks.flatMap((block) => block.runs);
  const kept = findArticle(document, numbering, texts);
  if (kept === null) return { ...layers, extracted: false, proposals };
  const article = new Set(
    texts.filter(({ reason }, index) => kept[index] === true && reason !== notShownReason),
  );
  const title = proposals.find((proposal) => proposal.field === 'title')?.value ?? '';
  const hidden = blocks
    .filter((block) => !isTitle(block, title))
    .flatMap((block) => hiddenIn(block.runs, article))
    .map((range) => trimRange(range, layers.text))
    .map((range) => datesAside(range, layers.text));
  return { ...layers, hidden, extracted: true, proposals };
}

/** Markup that is an article already (from a document or a book): all of it, in blocks. */
export const readFragment = (markup: string): RawArticle => ofBlocks(blocksOf(markup));

/** The blocks of markup with nothing left out. */
export const blocksOf = (markup: string): BlockDraft[] =>
  domBlocks(parseDocument(markup).documentElement, null);

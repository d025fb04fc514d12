import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseHTML } from 'linkedom';
import type { HiddenRange } from '../src/shared/model/ranges.ts';
import { cleanText } from '../src/main/library/cleaning/clean.ts';
import { isPrompt } from '../src/main/library/cleaning/rules.ts';
import { plainBlocks } from '../src/main/library/articles/text/plain-blocks.ts';
import { figure } from './accuracy/tally.ts';
import { print } from './measure.ts';
import { dataFolder } from './texts.ts';

const pages = resolve(dataFolder, 'extraction/readability');
const corpus = resolve(dataFolder, '../corpus');

const unseen =
  /^(?:script|style|noscript|template|svg|iframe|object|select|textarea|head|title|button)$/u;
const blocks =
  /^(?:address|article|aside|blockquote|body|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul|br|td|th)$/u;

/** A page as text without markup: what somebody gets who selects all and copies. */
function copied(html: string): string {
  const { document } = parseHTML(html);
  const parts: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === 3) parts.push((node.textContent ?? '').replaceAll(/\s+/gu, ' '));
    const name = node.nodeName.toLowerCase();
    if (node.nodeType !== 1 || unseen.test(name)) return;
    const isBlock = blocks.test(name);
    if (isBlock) parts.push('\n');
    for (const child of node.childNodes) visit(child);
    if (isBlock) parts.push('\n');
  };
  visit(document.body?.hasChildNodes() ? document.body : document.documentElement);
  return parts
    .join('')
    .replaceAll(/[ \t]*\n[ \t]*/gu, '\n')
    .replaceAll(/\n{2,}/gu, '\n\n')
    .trim();
}

type Bag = ReadonlyMap<string, number>;

function bag(text: string): Bag {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const size = (words: Bag) => [...words.values()].reduce((sum, count) => sum + count, 0);
const shared = (a: Bag, b: Bag) =>
  [...a].reduce((sum, [word, count]) => sum + Math.min(count, b.get(word) ?? 0), 0);

const hiddenIn = (text: string): HiddenRange[] =>
  cleanText({
    text,
    blocks: plainBlocks(text, isPrompt),
    hidden: [],
    extracted: false,
  });

function without(text: string, hidden: readonly HiddenRange[]): string {
  let [kept, at] = ['', 0];
  for (const { start, end } of hidden) {
    if (start < at) continue;
    kept += `${text.slice(at, start)}\n`;
    at = end;
  }
  return kept + text.slice(at);
}

/** Fewer different words than this are a test of markup, not an article. */
const fewestWords = 150;

interface Kept {
  right: number;
  kept: number;
}

function pageRows(): string[][] {
  const sides = {
    'keep all': (text: string) => text,
    'hide by the safe rules': (text: string) =>
      without(
        text,
        hiddenIn(text).filter(({ by }) => by !== 'offered'),
      ),
    'and take the offers': (text: string) => without(text, hiddenIn(text)),
  };
  const names = Object.keys(sides) as (keyof typeof sides)[];
  const totals = new Map(names.map((name) => [name, { right: 0, kept: 0, f1: 0 }]));
  let [wanted, reachable, count] = [0, 0, 0];
  for (const id of readdirSync(pages)) {
    const text = copied(readFileSync(`${pages}/${id}/source.html`, 'utf8'));
    const article = bag(copied(readFileSync(`${pages}/${id}/expected.html`, 'utf8')));
    if (article.size < fewestWords) continue;
    count += 1;
    wanted += size(article);
    reachable += shared(bag(text), article);
    for (const name of names) {
      const total = totals.get(name);
      const kept = bag(sides[name](text));
      if (total === undefined) continue;
      const one = { right: shared(kept, article), kept: size(kept) };
      total.right += one.right;
      total.kept += one.kept;
      total.f1 += harmonic(one, size(article));
    }
  }
  return [...totals].map(([name, total]) => [
    `${count} pages copied as text: ${name}`,
    figure(harmonic(total, wanted)),
    figure(total.f1 / Math.max(1, count)),
    `${((1 - total.right / reachable) * 100).toFixed(2)} %`,
  ]);
}

const harmonic = ({ right, kept }: Kept, wanted: number): number =>
  (2 * right) / Math.max(1, kept + wanted);

/**
 * Cleaning of text without markup. Pages of Readability's tests, copied as text: F1 of the words
 * kept against the expected article, over all words and as the mean of pages, and the share of the
 * article's words that were lost. Then the lines hidden in the five articles.
 */
export async function run(): Promise<void> {
  if (existsSync(pages)) {
    print([['', 'words F1 (.88, .90)', 'mean of pages', 'lost (2 %, 1 %)'], ...pageRows()]);
  } else console.warn(`NOT MEASURED: there are no pages at ${pages}.`);
  if (!existsSync(corpus)) {
    console.warn(`NOT MEASURED: there is no corpus at ${corpus}.`);
    return;
  }
  const lines = readdirSync(corpus).flatMap((name) => {
    const text = readFileSync(`${corpus}/${name}`, 'utf8');
    return hiddenIn(text).filter(({ by }) => by !== 'offered');
  });
  console.log(`The five articles: ${lines.length} lines hidden (must 25, aim 29).`);
}

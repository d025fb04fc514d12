import { Readability } from '@mozilla/readability';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { shownWords, wordsOfMarkup } from '../src/main/library/import/formats/html/shown-words.ts';
import { wordScore } from '../src/main/library/import/formats/html/word-score.ts';
import { parseFile } from '../src/main/library/import/parse.ts';
import { createParserPool } from '../src/main/worker/parser-pool.ts';
import { compare, pick, print, random } from './measure.ts';
import { dataFolder } from './texts.ts';
import { withLayers } from '../src/main/library/import/test-layers.ts';

interface Page {
  readonly name: string;
  readonly source: Uint8Array;
  /** The article as Readability's authors expect it, as markup. */
  readonly expected: string;
}

function publicPages(): Page[] {
  const folder = join(dataFolder, 'extraction/readability');
  if (!existsSync(folder)) {
    console.warn('NOT MEASURED: ../shared/data/extraction is not there.');
    return [];
  }
  return readdirSync(folder).map((name) => ({
    name,
    source: readFileSync(join(folder, name, 'source.html')),
    expected: readFileSync(join(folder, name, 'expected.html'), 'utf8'),
  }));
}

/** The peer: linkedom and Readability, which give the article's markup and nothing else. */
function readability({ source }: Page): string {
  const { document } = parseHTML(source.toString());
  return new Readability(document).parse()?.content ?? '';
}

interface Extracted {
  readonly title: string;
  /** What the clean view shows, without the title, which Readability gives apart. */
  readonly clean: string;
  readonly whole: string;
}

/** Ours: blocks, marks, hidden ranges, metadata, language, fingerprint. */
async function ours({ name, source }: Page): Promise<Extracted> {
  const { articles } = await parseFile({ name: `${name}.html`, bytes: source });
  const [article] = articles.map(withLayers);
  if (article === undefined) return { title: '', clean: '', whole: '' };
  const title = article.proposals.find(({ field }) => field === 'title')?.value ?? '';
  return { title, clean: shownWords(article, title), whole: article.text };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

async function extraction(pages: readonly Page[]): Promise<void> {
  const scores = { ours: [] as number[], peer: [] as number[], lost: [] as number[] };
  for (const page of pages) {
    const { title, clean, whole } = await ours(page);
    const expected = wordsOfMarkup(page.expected, title);
    scores.ours.push(wordScore(clean, expected).f1);
    scores.peer.push(wordScore(wordsOfMarkup(readability(page), title), expected).f1);
    scores.lost.push(wordScore(whole, wordsOfMarkup(page.source.toString(), '')).recall);
  }
  print([
    [`extraction, ${pages.length} pages`, 'Attache', 'Readability alone'],
    [
      'token F1 of the clean text, mean',
      mean(scores.ours).toFixed(5),
      mean(scores.peer).toFixed(5),
    ],
    ['recall of all text on the page, least', Math.min(...scores.lost), ''],
  ]);
}

async function speed(pages: readonly Page[]): Promise<void> {
  const times = await compare(pages, { ours, peer: readability });
  print([
    ['one page', 'Attache', 'Readability alone', 'ratio'],
    ['median, ms', times.ours.median, times.peer.median, times.ours.median / times.peer.median],
    ['p95, ms', times.ours.p95, times.peer.p95, times.ours.p95 / times.peer.p95],
  ]);
}

const words = 'harbour ferry council granite bridge quay captain morning tariff winter'.split(' ');

/** A page of about 6 kB, unlike the others. */
function madePage(number: number): Uint8Array {
  const next = random(number + 1);
  const sentence = () => `${Array.from({ length: 14 }, () => pick(words, next)).join(' ')}.`;
  const paragraphs = Array.from({ length: 12 }, () => `<p>${sentence()} ${sentence()}</p>`);
  return Buffer.from(
    `<!doctype html><html><head><title>Page ${number}</title></head><body><nav><a href="/">Home</a></nav><article><h1>Page ${number}</h1>${paragraphs.join('')}</article><footer>Contact</footer></body></html>`,
  );
}

const many = 10_000;

/** Memory of the process while it reads many pages in the pool. */
async function memory(): Promise<void> {
  const pool = createParserPool(new URL('../src/main/parser-worker.ts', import.meta.url));
  const megabytes = () => process.memoryUsage().rss / 1024 / 1024;
  const seen: number[] = [];
  for (let number = 0; number < many; number += 20) {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        pool.parse({ name: `${number + index}.html`, bytes: madePage(number + index) }),
      ),
    );
    if ((number + 20) % (many / 5) === 0) seen.push(megabytes());
  }
  await pool.close();
  print([
    ['pages read', ...seen.map((_, index) => String(((index + 1) * many) / 5))],
    ['memory of the process, MB', ...seen],
  ]);
}

/** Web pages: extraction and time beside Readability alone, and memory over many of them. */
export async function run(): Promise<void> {
  const pages = publicPages();
  if (pages.length > 0) {
    await extraction(pages);
    await speed(pages);
  }
  await memory();
}

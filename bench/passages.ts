import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { launchWeb, type WebApp } from '../e2e/launch-web.ts';
import { findBrowser } from '../scripts/browser.mjs';
import { pick, print, random } from './measure.ts';

const words =
  'the of and to in said that minister talks agreed border treaty envoy council resolution harbour vote tide'.split(
    ' ',
  );
const colours = ['amber', 'fern', 'sky', 'rose', 'iris'] as const;

/** A text of `paragraphs`, and passages spread over it that overlap and nest. */
function marked(paragraphs: number, count: number, next: () => number) {
  const sentence = () => `${Array.from({ length: 14 }, () => pick(words, next)).join(' ')}.`;
  const paragraph = () => Array.from({ length: 5 }, sentence).join(' ');
  const text = Array.from({ length: paragraphs }, paragraph).join('\n\n');
  const passages = Array.from({ length: count }, (_, i) => {
    const start = Math.floor((i / count) * (text.length - 400));
    return { start, length: 20 + Math.floor(next() * 180), colour: pick(colours, next) };
  });
  return { text, passages };
}

/** The file an export would have written: the quickest way to many passages. */
const collection = (text: string, passages: ReturnType<typeof marked>['passages'], id: string) =>
  JSON.stringify(
    passages.map(({ start, length, colour }, i) => ({
      id: `urn:example:${id}:${i}`,
      motivation: 'highlighting',
      target: {
        source: `urn:uuid:${id}`,
        styleClass: colour,
        selector: [
          { type: 'TextPositionSelector', start, end: start + length },
          {
            type: 'TextQuoteSelector',
            exact: text.slice(start, start + length),
            prefix: text.slice(Math.max(0, start - 32), start),
            suffix: text.slice(start + length, start + length + 32),
          },
        ],
      },
    })),
  );

interface Seen {
  /** From asking for the article to its first painted passages, in ms by the clock. */
  readonly opened: number;
  /** Processor time of the page's main thread, in ms: a busy machine does not change it. */
  readonly longest: number;
  readonly over50: number;
  readonly median: number;
}

/** Opens an article; answers with the ms until passages were painted. */
const openArticle = (page: Page, id: string): Promise<number> =>
  page.evaluate(async (articleId) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const painted = () => [...CSS.highlights.keys()].some((name) => name.startsWith('fill-'));
    location.hash = '#/history';
    while (painted()) await frame();
    const start = performance.now();
    location.hash = `#/articles/${articleId}`;
    while (!painted()) await frame();
    await frame();
    await frame();
    return performance.now() - start;
  }, id);

/** Scrolls through the open text, half a view a frame. */
const scroll = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const scroller = document.querySelector('[role=region][aria-label=Text]');
    if (scroller === null) throw new Error('There is no text to scroll.');
    for (let i = 0; i < 600; i += 1) {
      scroller.scrollTop += scroller.clientHeight / 2;
      if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2) {
        scroller.scrollTop = 0;
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of the thread, in µs. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The processor time of each task of the page's main thread while `work` runs, in ms, shortest first. */
async function tasksDuring(browser: Browser, page: Page, work: () => Promise<void>) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const busiest = Map.groupBy(
    traceEvents.filter(({ name, tdur }) => tdur !== undefined && name.endsWith('RunTask')),
    ({ pid, tid }) => `${pid} ${tid}`,
  );
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  return mains
    .flatMap(({ pid, tid }) => busiest.get(`${pid} ${tid}`) ?? [])
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((a, b) => a - b);
}

async function openAndScroll(browser: Browser, page: Page, id: string): Promise<Seen> {
  const opened = await openArticle(page, id);
  await page.waitForTimeout(3000);
  const tasks = await tasksDuring(browser, page, () => scroll(page));
  if (tasks.length === 0) throw new Error('The trace has no tasks of the page.');
  return {
    opened,
    longest: tasks.at(-1) ?? 0,
    over50: tasks.filter((task) => task > 50).length,
    median: tasks[Math.floor(tasks.length / 2)] ?? 0,
  };
}

async function measure(
  browser: Browser,
  app: WebApp,
  page: Page,
  paragraphs: number,
  count: number,
): Promise<Seen> {
  const { text, passages } = marked(paragraphs, count, random(7));
  const { imported } = await app.call('import.run', {
    sources: [{ name: `passages-${count}.txt`, text: `${count} passages\n\n${text}` }],
  });
  const id = imported[0]?.articleId ?? '';
  const { text: kept } = await app.call('articles.get', { id });
  await app.call('annotations.import', {
    sources: [{ name: 'passages.jsonld', text: collection(kept, passages, id) }],
  });
  const { total } = await app.call('annotations.list', { articleId: id, limit: 1 });
  if (total !== count) throw new Error(`${total} of ${count} passages were made.`);
  return openAndScroll(browser, page, id);
}

/** Passages painted and scrolled in Chromium: 20,000 (or as many as asked for) beside 20 in the same text. */
export async function run([many = '20000']: string[]): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'attache-bench-'));
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const app = await launchWeb(home);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(app.url);
    await page.getByRole('navigation', { name: 'Library' }).waitFor();
    const rows: (string | number)[][] = [
      ['passages', 'opened (ms)', 'median task', 'longest task', 'tasks over 50 ms'],
    ];
    const paragraphs = Math.ceil(Number(many) / 4);
    for (const count of [20, Number(many)]) {
      const { opened, median, longest, over50 } = await measure(
        browser,
        app,
        page,
        paragraphs,
        count,
      );
      rows.push([String(count), opened, median, longest, over50]);
    }
    print(rows);
  } finally {
    await app.stop();
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
}

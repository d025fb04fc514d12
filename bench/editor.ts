import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { launchWeb, type WebApp } from '../e2e/launch-web.ts';
import { findBrowser } from '../scripts/browser.mjs';
import { citation, content, heading, paragraph, text } from '../src/shared/briefing/content.ts';
import { print, timingOf } from './measure.ts';

const citations = 2000;
const keys = 120;
/** As somebody types who types fast, in ms. */
const pace = 90;

/** A library with one long article, of which every sentence is marked, and a briefing citing each. */
export async function fill(app: WebApp): Promise<string> {
  const sentence = (n: number) => `The envoy said he would open port number ${n} before winter.`;
  const { imported } = await app.call('import.run', {
    sources: [
      {
        name: 'ports.txt',
        text: Array.from({ length: citations }, (_, n) => sentence(n)).join('\n\n'),
      },
    ],
  });
  const articleId = imported[0]?.articleId ?? '';
  const article = await app.call('articles.get', { id: articleId });
  const ids: string[] = [];
  for (let n = 0; n < citations; n += 1) {
    const start = article.text.indexOf(sentence(n));
    const end = start + sentence(n).length;
    const passage = { articleId, start, end, motivation: 'highlighting' } as const;
    ids.push((await app.call('annotations.create', passage)).id);
  }
  const blocks = ids.map((id, n) =>
    n % 40 === 0
      ? heading(2, text(`Part ${n}`))
      : paragraph(
          text(`Orr noted that “he would open port number ${n} before winter”.`),
          citation(id),
          text(
            ' Mr. Orr did not object. Whether the boats will be there by then is another matter, he added on the way out.',
          ),
        ),
  );
  return (await app.call('briefings.create', { title: 'Ports', content: content(...blocks) })).id;
}

const work = async (cdp: CDPSession): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
};

/**
 * Resolves once the frame that shows the next key has been handed over to the compositor: a task
 * behind the frame that the key itself asks for. Waiting for further frames would count them too.
 */
const nextKeyShown = (page: Page) =>
  page.evaluateHandle(() => ({
    shown: new Promise<void>((done) => {
      const behindFrame = () => setTimeout(done);
      addEventListener('keydown', () => requestAnimationFrame(behindFrame), { once: true });
    }),
  }));

/** Types into the middle of the briefing; answers with the main thread's work a key, in ms. */
async function typing(page: Page, cdp: CDPSession, where: number): Promise<number[]> {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(`number ${where} before`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.waitForTimeout(3000);
  const spent: number[] = [];
  for (let n = 0; n < keys; n += 1) {
    const key = await nextKeyShown(page);
    const before = await work(cdp);
    await page.keyboard.press(n % 6 === 5 ? 'Space' : 'KeyE');
    await key.evaluate(({ shown }) => shown);
    spent.push((await work(cdp)) - before);
    await page.waitForTimeout(pace);
  }
  return spent;
}

/** Keystrokes in a briefing of 200 pages and 2,000 citations, with coverage and quote guard on. */
export async function run(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'attache-bench-'));
  const app = await launchWeb(home);
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
  });
  try {
    const id = await fill(app);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(app.url);
    await page.goto(`${app.origin}/#/briefings/${id}`);
    await page.getByRole('textbox', { name: 'Text of the briefing' }).waitFor({ timeout: 120_000 });
    await page.waitForTimeout(5000);
    const cdp = await page.context().newCDPSession(page);
    // Time of the thread itself: what other programs take of the machine does not count.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = await typing(page, cdp, citations / 2 + 1);
    const idle = await work(cdp);
    await page.waitForTimeout(2000);
    const after = (await work(cdp)) - idle;
    const { median, p95 } = timingOf(spent);
    print([
      ['200 pages in Chromium', 'median ms', 'p95 ms'],
      ['main thread, key to paint', median, p95],
      ['main thread, 2 s after the last key', after, ''],
    ]);
  } finally {
    await browser.close();
    await app.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

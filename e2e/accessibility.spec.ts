import type { Page } from '@playwright/test';
import { violationsOn } from './accessibility.ts';
import { expect, test, type WebApp } from './launch-web.ts';

/** The addresses of the views, with something in each to look at. */
const views = {
  'for reading': async (app: WebApp) => {
    const { articleIds } = await app.call('library.sample', {});
    return [
      'articles',
      'unread',
      `articles/${articleIds[0] ?? ''}`,
      'search?q=the',
      'search?q=%22unclosed',
      'import',
      'annotations',
      'lost',
    ];
  },
  'for writing and keeping': async (app: WebApp) => {
    const { briefingId } = await app.call('library.sample', {});
    const actors = await app.call('actors.list', {});
    const note = await app.call('notes.create', { title: 'Open points', markdown: 'Who asked?' });
    return [
      'notes',
      `notes/${note.id}`,
      `briefings/${briefingId}`,
      'actors',
      'said',
      'timeline',
      `actors/${actors.items[0]?.id ?? ''}`,
      'history',
      'trash',
    ];
  },
  'for seeing and going back': async (app: WebApp) => {
    await app.call('library.sample', {});
    const [first, second] = (await app.call('actors.list', {})).items;
    await app.call('library.backup', {});
    return [
      'proposed',
      'network',
      'outlets',
      `passages?actor=${first?.id ?? ''}&actor=${second?.id ?? ''}`,
      'backups',
    ];
  },
};

/** Waits until the page has stood still for so long. */
const settle = (page: Page, quietMs: number) =>
  page.evaluate(async (quietMs) => {
    await new Promise<void>((quiet) => {
      const wait = () => setTimeout(() => (observer.disconnect(), quiet()), quietMs);
      let timer = wait();
      const observer = new MutationObserver(() => {
        clearTimeout(timer);
        timer = wait();
      });
      observer.observe(document, { childList: true, subtree: true, attributes: true });
    });
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
  }, quietMs);

const looks = [
  { theme: 'light', width: 1280, height: 800, looking: 'everything' },
  { theme: 'light', width: 800, height: 600, looking: 'everything' },
  { theme: 'dark', width: 800, height: 600, looking: 'colours' },
  { theme: 'dark', width: 1280, height: 800, looking: 'colours' },
  { theme: 'contrast', width: 1280, height: 800, looking: 'colours' },
  { theme: 'contrast', width: 800, height: 600, looking: 'colours' },
] as const;

/** What axe finds on a view in every size and theme, and that it shows anything at all. */
async function problemsOn(page: Page, app: WebApp, view: string): Promise<string[]> {
  const problems: string[] = [];
  for (const { theme, width, height, looking } of looks) {
    await app.call('settings.set', { theme });
    await page.setViewportSize({ width, height });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await settle(page, 100);
    const text = (await page.getByRole('main').textContent()) ?? '';
    const moves = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight);
    const found = [
      ...(text.trim() === '' ? ['shows nothing'] : []),
      ...(moves ? ['the whole window can be moved'] : []),
      ...(await violationsOn(page, looking)),
    ];
    problems.push(...found.map((problem) => `${view}, ${theme}, ${width} wide: ${problem}`));
  }
  return problems;
}

/** What cannot be reached in a window of 800×600 at 200 %: beside it, in nothing that scrolls. */
async function outOfReach(page: Page, view: string): Promise<string[]> {
  await page.setViewportSize({ width: 400, height: 300 });
  await settle(page, 100);
  const found = await page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      ((/auto|scroll/u.test(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth) ||
        scrolls(element.parentElement));
    const { scrollTop, scrollLeft } = document.documentElement;
    return [
      ...(scrollTop > 0 || scrollLeft > 0 ? ['the whole page has moved'] : []),
      ...[...document.querySelectorAll('button, a, input, select, textarea')]
        .filter((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return width > 1 && (left < -1 || right > innerWidth + 1) && !scrolls(element);
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
  return found.map((what) => `${view}, 400 by 300, out of reach: ${what}`);
}

test.describe.configure({ mode: 'parallel' });

for (const [name, fill] of Object.entries(views)) {
  test(`every view ${name} is accessible in every theme, wide and narrow`, async ({
    page,
    app,
  }) => {
    test.slow();
    const found: string[] = [];
    if (name === 'for reading') {
      await expect(page.getByRole('heading', { name: 'Drop articles here' })).toBeVisible();
      found.push(...(await problemsOn(page, app, 'start')));
    }
    for (const view of await fill(app)) {
      await page.evaluate((view) => void (location.hash = `#/${view}`), view);
      await settle(page, 300);
      found.push(...(await problemsOn(page, app, view)), ...(await outOfReach(page, view)));
    }
    expect(found).toEqual([]);
  });
}

import type { Page } from '@playwright/test';
import { violationsOn } from './accessibility.ts';
import { expect, test, type WebApp } from './launch-web.ts';

/** The address of every view, with something in it to look at. */
async function views(app: WebApp): Promise<string[]> {
  const { articleIds, briefingId } = await app.call('library.sample', {});
  const [articleId] = articleIds;
  const actors = await app.call('actors.list', {});
  const actorId = actors.items[0]?.id;
  const note = await app.call('notes.create', { title: 'Open points', markdown: 'Who asked?' });
  if (articleId === undefined || actorId === undefined) throw new Error('The sample is empty.');
  return [
    'articles',
    'unread',
    `articles/${articleId}`,
    'search?q=the',
    'search?q=%22unclosed',
    'import',
    'annotations',
    'lost',
    'notes',
    `notes/${note.id}`,
    `briefings/${briefingId}`,
    'actors',
    `actors/${actorId}`,
    'history',
    'trash',
  ];
}

/** Goes to a view of the notebook and waits until it has stood still for a moment. */
async function visit(page: Page, view: string): Promise<void> {
  await page.evaluate(async (view) => {
    location.hash = `#/${view}`;
    await new Promise<void>((quiet) => {
      const settle = () => setTimeout(() => (observer.disconnect(), quiet()), 300);
      let timer = settle();
      const observer = new MutationObserver(() => {
        clearTimeout(timer);
        timer = settle();
      });
      observer.observe(document, { childList: true, subtree: true, attributes: true });
    });
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
  }, view);
}

type Looking = NonNullable<Parameters<typeof violationsOn>[1]>;

/** What axe finds on a view, and that it shows anything at all. */
async function problemsOn(page: Page, view: string, looking: Looking): Promise<string[]> {
  const text = (await page.getByRole('main').textContent()) ?? '';
  const problems = [
    ...(text.trim() === '' ? ['shows nothing'] : []),
    ...(await violationsOn(page, looking)),
  ];
  return problems.map((problem) => `${view}: ${problem}`);
}

const looks = [
  { theme: 'light', width: 1280, height: 800, looking: 'everything' },
  { theme: 'light', width: 800, height: 600, looking: 'everything' },
  { theme: 'dark', width: 1280, height: 800, looking: 'colours' },
  { theme: 'contrast', width: 1280, height: 800, looking: 'colours' },
] as const;

for (const { theme, width, height, looking } of looks) {
  test(`every view is accessible: ${theme}, ${width} × ${height}`, async ({ page, app }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await app.call('settings.set', { theme });
    const found = await problemsOn(page, 'start', looking);
    for (const view of await views(app)) {
      await visit(page, view);
      found.push(...(await problemsOn(page, view, looking)));
    }
    expect(found).toEqual([]);
  });
}

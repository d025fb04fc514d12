import type { Page } from '@playwright/test';
import { expect, test, type WebApp } from './launch-web.ts';

const blocks = 500;
const words = (n: number) =>
  `Ship ${n} left the harbour with the tide and its lamps were lit. `.repeat(3).trim();
const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the briefing' });
const saved = async (app: WebApp, id: string) =>
  (await app.call('briefings.get', { id })).markdown.trim().split(/\n+/u);
/** Lines down in one go: the page is neither drawn nor told of the cursor in between. */
const hurryDown = (page: Page, lines: number) =>
  text(page).evaluate((root, lines) => {
    for (let n = 0; n < lines; n += 1) {
      const key = { key: 'ArrowDown', bubbles: true, cancelable: true };
      if (root.dispatchEvent(new KeyboardEvent('keydown', key))) {
        getSelection()?.modify('move', 'forward', 'line');
      }
    }
  }, lines);
/** How many blocks are laid out. */
const laidOut = (page: Page) =>
  text(page).evaluate(
    (root) => [...root.children].filter((block) => block.getClientRects().length > 0).length,
  );
const selected = (page: Page) =>
  page.evaluate(() => ({
    from: /Ship \d+/u.exec(getSelection()?.anchorNode?.textContent ?? '')?.[0],
    to: /Ship \d+/u.exec(getSelection()?.focusNode?.textContent ?? '')?.[0],
  }));
const cursorIsInSight = (page: Page) =>
  page.evaluate(() => {
    const at = getSelection()?.focusNode;
    const element = at instanceof Text ? at.parentElement : at;
    const { top = -1, bottom = -1 } =
      element instanceof Element ? element.getBoundingClientRect() : {};
    return bottom > 0 && top < innerHeight;
  });

test('a briefing of hundreds of paragraphs is laid out near the window and written everywhere', async ({
  page,
  app,
}) => {
  const lines = Array.from({ length: blocks }, (_, n) =>
    n % 100 === 50 ? `## Part ${n}` : words(n),
  );
  const { id } = await app.call('briefings.create', {
    title: 'Long',
    markdown: lines.join('\n\n'),
  });
  await page.goto(`${app.origin}/#/briefings/${id}`);
  await expect(text(page)).toContainText('Ship 499');
  await expect.poll(() => laidOut(page)).toBeLessThan(120);

  await text(page).getByText('Ship 0 left').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' The end.');
  await expect.poll(() => cursorIsInSight(page)).toBe(true);
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('The beginning. ');
  await expect.poll(() => cursorIsInSight(page)).toBe(true);
  for (let n = 0; n < 6; n += 1) await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => cursorIsInSight(page)).toBe(true);
  const { to } = await selected(page);
  for (let n = 0; n < 40; n += 1) await page.keyboard.press('Shift+ArrowDown');
  const stretch = await selected(page);
  expect(stretch.from).toBe(to);
  expect(Number(stretch.to?.slice(5)) - Number(to?.slice(5))).toBeGreaterThan(8);

  await text(page).getByText('Ship 0 left').first().click();
  await hurryDown(page, 240);
  expect((await selected(page)).to).toMatch(/^Ship (?:7\d|8\d)$/u);

  await page.keyboard.press('Control+f');
  await page.keyboard.type('Ship 420');
  await expect(text(page).getByText('Ship 420 left').first()).toBeInViewport();
  await page.keyboard.press('Escape');
  await page.keyboard.type('Boat 420');

  await page.getByRole('button', { name: 'Outline' }).click();
  await page.getByRole('menuitem', { name: 'Part 250' }).click();
  await expect(text(page).getByRole('heading', { name: 'Part 250' })).toBeInViewport();
  await page.keyboard.press('End');
  await page.keyboard.type(' again');

  await page.keyboard.press('F8');
  await expect.poll(() => page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
  await page.mouse.move(700, 400);
  for (let n = 0; n < 6; n += 1) await page.mouse.wheel(0, -900);
  await expect(text(page).getByText('Ship 251 left').first()).not.toBeInViewport();
  await page.keyboard.press('Shift+F8');
  await expect.poll(() => cursorIsInSight(page)).toBe(true);

  // A selection by mouse whose beginning is long out of sight.
  await text(page).getByText('Ship 251 left').first().click();
  for (let n = 0; n < 12; n += 1) await page.mouse.wheel(0, 700);
  await expect(text(page).getByText('Ship 251 left').first()).not.toBeInViewport();
  await expect.poll(() => laidOut(page)).toBeLessThan(160);
  await page.mouse.move(500, 400);
  await page.keyboard.down('Shift');
  await page.mouse.down();
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const drawn = await selected(page);
  expect(drawn.from).toBe('Ship 251');
  expect(Number(drawn.to?.slice(5))).toBeGreaterThan(285);
  await page.keyboard.press('Backspace');
  await page.keyboard.type('Cut. ');
  await expect.poll(() => saved(app, id)).not.toContain(words(280));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => saved(app, id)).toContain(words(280));

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await selected(page)).toEqual({ from: 'Ship 0', to: 'Ship 499' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Behind all.');
  const now = await (async () => {
    await expect.poll(async () => (await saved(app, id)).at(-1)).toBe('Behind all.');
    return saved(app, id);
  })();
  expect(now).toHaveLength(blocks + 1);
  expect(now[0]).toBe(`The beginning. ${words(0)}`);
  expect(now[250]).toBe('## Part 250 again');
  expect(now[420]).toBe(words(420).replace('Ship', 'Boat'));
  expect(now[499]).toBe(`${words(499)} The end.`);
});

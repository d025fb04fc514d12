import { expectAccessible } from './accessibility.ts';
import { expect, test, type WebApp } from './launch-web.ts';
import type { Page } from '@playwright/test';

const article = [
  'The pilot refused to sail on Sunday.',
  'The mayor said: “I would rather wait for the tide than explain a wreck.”',
  'Nobody in the harbour office would say who had given the order.',
  '“We sail at dawn,” the mayor added.',
].join('\n\n');

async function mark(app: WebApp, articleId: string, words: string) {
  const { text } = await app.call('articles.get', { id: articleId });
  const start = text.indexOf(words);
  const end = start + words.length;
  return app.call('annotations.create', { articleId, start, end, motivation: 'highlighting' });
}

async function library(app: WebApp) {
  const { imported } = await app.call('import.run', {
    sources: [{ name: 'pilot.txt', text: article }],
  });
  const articleId = imported[0]?.articleId ?? '';
  const pilot = await mark(app, articleId, 'The pilot refused to sail on Sunday');
  const mayor = await mark(app, articleId, 'I would rather wait for the tide than explain a wreck');
  await mark(app, articleId, 'Nobody in the harbour office would say who had given the order');
  return { articleId, pilot, mayor };
}

const coverage = (page: Page) => page.getByRole('status', { name: 'Coverage' });
const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the briefing' });
const passage = (page: Page, words: RegExp) =>
  page.getByRole('region', { name: 'Passages' }).getByRole('button', { name: words });

test('a briefing is written, cited, checked and kept', async ({ page, app }) => {
  const { articleId, mayor } = await library(app);
  await page.getByRole('button', { name: 'New briefing' }).click();
  await expect(page.getByRole('region', { name: 'Briefing', exact: true })).toBeVisible();
  await expect(text(page)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Redo' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.type('The pilot stayed in port [[refused');
  await page.getByRole('option', { name: /^The pilot refused/ }).click();
  await page.keyboard.type('. ');
  await expect(text(page).locator('p').first()).toHaveText(/^The pilot stayed in port1\. ?$/u);
  await expect(coverage(page)).toContainText('1 of 1 sentences sourced');
  const nextGap = page.getByRole('button', { name: 'Next gap' });
  await expect(nextGap).toHaveAttribute('aria-disabled', 'true');
  await expect(nextGap).toHaveAttribute('title', 'No sentence needs a source.');

  await page.keyboard.type('We judge that he was right. Somebody gave an order.');
  await expect(coverage(page)).toContainText('1 of 3 sentences sourced');
  await expect(nextGap).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('F8');
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString()))
    .toBe('Somebody gave an order.');
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('region', { name: 'Passages' }).locator('*:focus')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(text(page)).toBeFocused();
  await passage(page, /Nobody in the harbour/).press('b');
  await expect(text(page)).toContainText('Somebody gave an order. “Nobody in the harbour');
  await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('Nobody in the harbour');

  // A third click takes the whole paragraph, past the citation in it.
  await text(page)
    .locator('p')
    .first()
    .click({ clickCount: 3, position: { x: 20, y: 10 } });
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString()))
    .toMatch(/^The pilot stayed in port.*gave an order\.\s*$/u);

  await text(page).locator('p').nth(2).click();
  await passage(page, /I would rather wait/).press('b');
  await expect(coverage(page)).toContainText('2 of 4 sentences sourced');
  await page.keyboard.type('“I would rather wait for the boat than explain a wreck.”');
  await expect(page.getByText('Found in no article')).toHaveCount(0);
  await expect(page.getByText('Differs by one word')).toBeVisible();
  await page.getByRole('button', { name: 'Use “tide”' }).click();
  await expect(page.getByText('Differs by one word')).toHaveCount(0);

  await text(page).locator('p').nth(3).click();
  await passage(page, /Nobody in the harbour/).press('p');
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString()))
    .toContain('Nobody in the harbour office');
  await page.keyboard.type('The office kept silent');
  await expect(text(page)).toContainText(/The office kept silent\d/u);
  await passage(page, /Nobody in the harbour/).press('c');
  await passage(page, /^The pilot refused/).dragTo(text(page).locator('p').nth(4));
  await expect(text(page).locator('p').nth(4)).toContainText(/“The pilot refused.*”\d/u);

  const orr = await app.call('actors.create', { kind: 'person', name: 'Ada Orr', names: [] });
  const speaks = { articleId, kind: 'direct', speaker: orr.id } as const;
  await app.call('statements.create', { ...speaks, start: mayor.start, end: mayor.end });
  const dawn = (await app.call('articles.get', { id: articleId })).text.indexOf('We sail');
  await app.call('statements.create', {
    ...speaks,
    start: dawn,
    end: dawn + 'We sail at dawn'.length,
  });
  await page.getByRole('button', { name: 'By article' }).click();
  await page.getByRole('menuitemradio', { name: 'By speaker' }).click();
  await passage(page, /I would rather wait/).press('s');
  await expect(text(page)).toContainText('Ada Orr: “I would rather wait');
  await passage(page, /We sail at dawn/).press('b');
  await expect(text(page)).toContainText(/“We sail at dawn”\d/u);
  expect((await app.call('annotations.list', { articleId })).total).toBe(4);

  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.reload();
  await expect(text(page)).toContainText('I would rather wait for the tide than explain a wreck');
  const { items } = await app.call('briefings.list', {});
  const stored = await app.call('briefings.get', { id: items[0]?.id ?? '' });
  expect(stored.citations.map(({ quote }) => quote)).toContain(mayor.quote);
  await expectAccessible(page);
});

test('a passage goes to the briefing from the article, and a note is one key away', async ({
  page,
  app,
}) => {
  const { articleId } = await library(app);
  await page.goto(`${app.origin}/#/articles/${articleId}`);
  await page.getByRole('article').getByText('Nobody in the harbour').selectText();
  await page.keyboard.press('b');
  await expect(page.getByText(/^Added to /)).toBeVisible();
  const { items } = await app.call('briefings.list', {});
  const { citations } = await app.call('briefings.get', { id: items[0]?.id ?? '' });
  expect(citations[0]?.quote).toContain('Nobody in the harbour office');

  await page.getByRole('article').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused();
  await page.keyboard.type('Ask who gave the order');
  const titles = async () =>
    (await app.call('notes.list', { articleId })).items.map(({ title }) => title);
  await expect.poll(titles).toEqual(['Ask who gave the order']);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Delete note' }).click();
  await expect(page.getByText('Note “Ask who gave the order” deleted')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.goto(`${app.origin}/#/articles/${articleId}`);
  const linked = page.getByRole('navigation', { name: 'Notes and briefings on this' });
  await expect(linked.getByRole('link', { name: 'Note: Ask who gave the order' })).toBeVisible();
  await linked.getByRole('link', { name: /^Briefing: / }).click();
  await expect(text(page)).toContainText('Nobody in the harbour office');

  const [briefing] = items;
  await page.getByRole('button', { name: 'Delete briefing' }).click();
  await expect(page.getByText('is in the trash')).toBeVisible();
  expect((await app.call('briefings.list', {})).total).toBe(0);
  await page.getByRole('link', { name: 'Trash' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: `Restore ${briefing?.title ?? ''}` }).click();
  await expect(page.getByText('The trash is empty.')).toBeVisible();
  const restored = await app.call('briefings.get', { id: briefing?.id ?? '' });
  expect(restored.citations[0]?.quote).toContain('Nobody in the harbour office');
});

test.describe('the text of a briefing is not lost', () => {
  test.use({ library: 'shared' });

  test('undo takes back what was typed before the last save', async ({ page, app }) => {
    await page.getByRole('button', { name: 'New briefing' }).click();
    await text(page).locator('p').first().click();
    await page.keyboard.type('Kept for a moment.');
    await expect(page.getByText(/^Saved /)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(text(page)).not.toContainText('Kept for a moment.');
    const id = /briefings\/([^?]+)/.exec(page.url())?.[1] ?? '';
    await expect
      .poll(async () => (await app.call('briefings.get', { id })).text)
      .not.toContain('Kept for a moment.');
  });

  test('a save that fails keeps the words and says so', async ({ browser, app }) => {
    const page = await browser.newPage();
    await page.goto(app.url);
    await page.getByRole('button', { name: 'New briefing' }).click();
    await text(page).locator('p').first().click();
    await page.route('**/api/documents.save', (route) => route.abort());
    await page.keyboard.type('Not lost.');
    await expect(page.getByRole('alert')).toContainText('Not saved');
    await expect(text(page)).toContainText('Not lost.');
    await page.unroute('**/api/documents.save');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText(/^Saved /)).toBeVisible();
    await page.close({ runBeforeUnload: false });
  });

  test('a page that is left before its words are saved has them when it is opened again', async ({
    browser,
    app,
  }) => {
    const long = Array.from({ length: 400 }, (_, n) => `Paragraph ${n} of a long briefing.`);
    const { id } = await app.call('briefings.create', { markdown: long.join('\n\n') });
    const page = await browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(app.url);
    await page.goto(`${app.origin}/#/briefings/${id}`);
    await text(page).locator('p').first().click();
    await page.route('**/api/documents.save', (route) => route.abort());
    await page.keyboard.type('Typed at last. ');
    await page.reload();
    await expect(text(page)).toContainText('Typed at last.');
    await page.unroute('**/api/documents.save');
    await page.reload();
    await expect(text(page)).toContainText('Typed at last.');
    await expect
      .poll(async () => (await app.call('briefings.get', { id })).text)
      .toContain('Typed at last.');
    // Saved by now: what was kept does not come back over what is written elsewhere.
    await app.call('briefings.update', { id, markdown: 'Anew.' });
    await page.reload();
    await expect(text(page)).toHaveText('Anew.');
    await page.close({ runBeforeUnload: false });
  });

  test('a briefing that did not load is never saved', async ({ browser, app }) => {
    const { id } = await app.call('briefings.create', { markdown: 'Precious.' });
    const page = await browser.newPage();
    const saves: string[] = [];
    page.on('request', (request) => {
      if (/documents\.save|briefings\.update/u.test(request.url())) saves.push(request.url());
    });
    await page.clock.install();
    await page.goto(app.url);
    await page.route('**/api/briefings.get', (route) => route.abort());
    await page.goto(`${app.origin}/#/briefings/${id}`);
    await expect(page.getByText(/This document was not opened/)).toBeVisible();
    await page.keyboard.type('overwritten');
    await page.clock.runFor(60_000);
    await page.evaluate(() => void (location.hash = '#/articles'));
    await expect(page.getByText(/This document was not opened/)).toHaveCount(0);
    expect(saves).toEqual([]);
    expect((await app.call('briefings.get', { id })).text).toBe('Precious.');
    await page.close({ runBeforeUnload: false });
  });

  test('two places that save: the second is asked, and nothing is overwritten', async ({
    browser,
    app,
  }) => {
    test.slow();
    const before = ['Kept.', 'Wanted here.', 'Far off.', 'Both want this.'];
    const first = ['Kept.', 'Wanted here.', 'Wanted there.', 'Both want this.'];
    const { id } = await app.call('briefings.create', { markdown: before.join('\n\n') });
    const now = async () => (await app.call('briefings.get', { id })).text;
    const page = await browser.newPage();
    await page.goto(app.url);
    await page.goto(`${app.origin}/#/briefings/${id}`);

    // Other paragraphs: both stand, the caret stays where it was, and nobody is asked.
    await text(page).locator('p').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' And');
    await app.call('briefings.update', { id, markdown: first.join('\n\n') });
    await expect(text(page)).toContainText('Wanted there.');
    await expect(page.getByText('Both are put together.')).toBeVisible();
    await page.keyboard.type(' more.');
    await expect.poll(now).toBe(['Kept. And more.', ...first.slice(1)].join('\n'));
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('Kept.');
    await expect.poll(now).toBe(first.join('\n'));

    // Other items of one list, too.
    const list = ['First there.', '- one', '- two', '- three'].join('\n\n');
    await app.call('briefings.update', { id, markdown: list });
    await expect(text(page).getByRole('listitem')).toHaveCount(3);
    await text(page).getByText('three').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' and');
    await app.call('briefings.update', { id, markdown: list.replace('one', 'ONE') });
    await expect(text(page)).toContainText('ONE');
    await page.keyboard.type(' a half');
    await expect.poll(now).toBe(['First there.', 'ONE', 'two', 'three and a half'].join('\n'));
    await expect(page.getByRole('alert')).toHaveCount(0);
    await app.call('briefings.update', { id, markdown: first.join('\n\n') });
    await expect(text(page).locator('p')).toHaveText(first);

    await text(page).locator('p').nth(1).click();
    await page.keyboard.press('Home');
    await page.keyboard.type('Mine: ');
    await text(page).locator('p').last().click();
    await page.keyboard.press('Home');
    await page.keyboard.type('I say: ');
    const theirs = ['Kept.', 'Wanted here.', 'Theirs: wanted there.', 'They say: both want this.'];
    await app.call('briefings.update', { id, markdown: theirs.join('\n\n') });
    await expect(page.getByRole('alert')).toContainText('changed in another place');
    expect(await now()).toBe(theirs.join('\n'));

    await page.getByRole('button', { name: 'Compare both' }).click();
    const dialog = page.getByRole('dialog', { name: 'Changed in two places' });
    await expect(dialog).toContainText('3 places differ');
    await expect(dialog.locator('ins')).toContainText(['Mine', 'Wanted', 'I']);
    await expectAccessible(page);
    const last = dialog.getByRole('group').last();
    await expect(last.getByLabel('Both, one after the other')).toBeChecked();
    await last.getByLabel('As saved').check();
    await dialog.getByRole('button', { name: 'Put together' }).click();
    const both = [
      'Kept.',
      'Mine: Wanted here.',
      'Theirs: wanted there.',
      'They say: both want this.',
    ];
    await expect.poll(now).toBe(both.join('\n'));

    await text(page).locator('p').first().click();
    await page.keyboard.type('Mine. ');
    await app.call('briefings.update', { id, markdown: 'Theirs.' });
    await expect(page.getByRole('alert')).toContainText('changed in another place');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(now).toContain('Mine.');

    await app.call('briefings.delete', { id });
    await expect(page.getByRole('alert')).toContainText('was deleted in another place');
    await text(page).locator('p').first().click();
    await page.keyboard.type('Not lost. ');
    await page.getByRole('button', { name: 'Restore' }).click();
    await expect.poll(now).toContain('Not lost.');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.close({ runBeforeUnload: false });
  });
});

import { expect, test } from './launch-web.ts';
import { BriefingPage } from './page-models/briefing.ts';
import { ImportPreview } from './page-models/import-preview.ts';
import { Keys } from './page-models/keys.ts';
import { ProposedPage } from './page-models/proposed.ts';
import { ReaderPage } from './page-models/reader.ts';
import { SearchPage } from './page-models/search.ts';
import { Shell } from './page-models/shell.ts';
import { readStory, storyFiles } from './story.ts';

test('the first ten minutes, by keyboard alone', async ({ page, app }) => {
  test.setTimeout(180_000);
  const shell = new Shell(page);
  const preview = new ImportPreview(page);
  const reader = new ReaderPage(page);
  const proposed = new ProposedPage(page);
  const briefing = new BriefingPage(page);
  const search = new SearchPage(page);
  const keys = new Keys(page);

  await test.step('0:20 files are chosen, looked over and imported', async () => {
    await expect(page.getByRole('heading', { name: 'Drop articles here' })).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await keys.action('Import');
    await (await chooser).setFiles([...storyFiles]);
    await expect(preview.table.getByRole('row')).toHaveCount(6);
    await keys.tabTo(preview.table.locator('[data-title]').first(), 8);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: '5 articles imported' })).toBeVisible();
  });

  const story = await readStory(app);
  const { hidden, quotation, name } = story;
  /** Opens an article of the list. */
  const open = async (title: string) => {
    await keys.action('All articles');
    await expect(shell.articles.getByRole('listitem')).toHaveCount(5);
    await keys.press('F6', () => keys.isIn(shell.articles), 3);
    await page.keyboard.press('Home');
    await keys.press('ArrowDown', () => keys.isAt(shell.article(title)), 5);
    await page.keyboard.press('Enter');
    await expect(reader.article.getByRole('heading', { level: 1 })).toHaveText(title);
  };

  await test.step('1:30 hidden lines are shown, one restored', async () => {
    await open(hidden.article.title);
    await keys.tabTo(reader.hiddenLines, 8, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await keys.tabTo(reader.article.getByRole('button', { name: 'Restore' }).first(), 8);
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await app.call('articles.get', { id: hidden.article.id })).hidden.length)
      .toBe(hidden.article.hidden.length - 1);
  });

  await test.step('2:15 a sentence is highlighted, overlapped, and the last taken back', async () => {
    await open(quotation.article.title);
    await page.keyboard.press('s');
    await expect(reader.toolbar).toBeVisible();
    await page.keyboard.press('h');
    await expect(reader.annotations.getByRole('listitem')).toHaveCount(1);
    // The next sentence, back to the first, and on over both.
    for (const key of ['s', 'w', 'Shift+S']) {
      const before = await keys.selected();
      await page.keyboard.press(key);
      await expect.poll(() => keys.selected()).not.toBe(before);
    }
    await page.keyboard.press('2');
    await expect(reader.annotations.getByRole('listitem')).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect(reader.annotations.getByRole('listitem')).toHaveCount(1);
  });

  const corrected = `${name} II`;
  await test.step('3:30 three names are ticked, one corrected, and light up', async () => {
    await keys.action('Proposed');
    await expect(proposed.list.getByRole('checkbox').first()).toBeVisible();
    await keys.press('F6', () => keys.isIn(proposed.list), 3);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await keys.press('ArrowDown', () => keys.isAt(proposed.checkbox(name)), 20);
    await page.keyboard.press('e');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(corrected);
    await page.keyboard.press('Enter');
    await expect(proposed.add).toHaveText(/^Add [23] actors$/);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^[23] actors added/)).toBeVisible();
    await open(quotation.article.title);
    await expect.poll(() => reader.painted('mention-proposed')).not.toEqual([]);
  });

  await test.step('5:00 A on a quotation, Enter, and the grid fills', async () => {
    await keys.press(
      's',
      async () => (await keys.selected()).includes(quotation.words.slice(0, 40)),
      40,
    );
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(`Speaker: ${corrected}?`)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await keys.action('Who said what');
    const row = page.getByRole('row').filter({ hasText: corrected });
    await expect(row.getByRole('link', { name: quotation.words.slice(0, 40) })).toBeVisible();
  });

  await test.step('6:00 Ctrl+K finds by word, actor and what is not said, and in Japanese', async () => {
    await page.keyboard.press('Control+k');
    await search.type(`${story.subject} actor:"${corrected}" -said`);
    for (const part of [story.subject, corrected, 'said']) {
      await expect(search.understood).toContainText(part);
    }
    await page.keyboard.press('Control+a');
    await page.keyboard.type('首脳会談');
    await expect(search.understood).toContainText('首脳会談');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(story.subject);
    await expect(page.getByRole('main').locator('mark').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/articles\/.*start=\d+/);
  });

  await test.step('7:00 a new briefing takes three passages', async () => {
    await open(quotation.article.title);
    await keys.action('New briefing');
    await expect(briefing.text).toBeVisible();
    for (let taken = 1; taken <= 3; taken += 1) {
      await open(quotation.article.title);
      await keys.press('s', async () => (await keys.selected()) !== '', 1);
      for (let more = 1; more < taken; more += 1) await page.keyboard.press('s');
      await page.keyboard.press('b');
      await expect(shell.toast.last()).toContainText('Added to');
    }
    await keys.action('Untitled briefing');
    await expect(briefing.coverage).toContainText('3 of 3 sentences sourced');
  });

  await test.step('8:30 F8 goes to the gap, the check says what is left', async () => {
    await keys.press('F6', () => keys.isAt(briefing.text), 4);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('This stands on nothing.');
    await expect(briefing.coverage).toContainText('3 of 4 sentences sourced');
    await page.keyboard.press('F8');
    await expect.poll(() => keys.selected()).toBe('This stands on nothing.');
    await page.keyboard.press('Control+j');
    await expect(briefing.coverage).toContainText('1 my judgement');
    await expect(briefing.saved).toBeVisible();
  });

  await test.step('9:15 Word gets it', async () => {
    await keys.action('Export');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    const download = page.waitForEvent('download');
    await keys.tabTo(dialog.getByRole('button', { name: 'Export', exact: true }), 5);
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.docx$/);
  });

  await test.step('9:50 it opens again where it was closed', async () => {
    const words = await briefing.text.textContent();
    await page.reload();
    await expect(briefing.text).toHaveText(words ?? '');
    expect((await app.call('library.check', {})).problems).toEqual([]);
  });
});

import { readFile } from 'node:fs/promises';
import { expectAccessible } from './accessibility.ts';
import { expect, test, type WebApp } from './launch-web.ts';
import { Shell } from './page-models/shell.ts';

const texts = [
  [
    'alpha.md',
    '---\ntitle: Alder bridge opens\ndate: 2024-05-02\noutlet: Zenith\n---\n\nThe bridge opened.',
  ],
  [
    'beta.md',
    '---\ntitle: Birch mill closes\ndate: 2026-01-09\noutlet: Meridian\n---\n\nThe mill closed.',
  ],
  ['gamma.md', '---\ntitle: Cedar quay floods\noutlet: Aurora\n---\n\nThe quay flooded.'],
] as const;

/** The three articles, however often it is asked for. */
const fill = (app: WebApp) =>
  app.call('import.run', { sources: texts.map(([name, text]) => ({ name, text })) });

const idsOf = async (app: WebApp) => (await app.call('articles.ids', {})).ids;

test.use({ library: 'shared' });

test.describe('the article list', () => {
  test('sorts both ways, shows what is unread, gives way to the text on a small window', async ({
    page,
    app,
  }) => {
    await fill(app);
    const shell = new Shell(page);
    const titles = shell.articles.getByRole('listitem');
    const orders = [
      ['Newest', [/Birch/, /Alder/, /Cedar/]],
      ['Oldest', [/Alder/, /Birch/, /Cedar/]],
      ['Title A–Z', [/Alder/, /Birch/, /Cedar/]],
      ['Title Z–A', [/Cedar/, /Birch/, /Alder/]],
      ['Outlet A–Z', [/Cedar/, /Birch/, /Alder/]],
      ['Outlet Z–A', [/Alder/, /Birch/, /Cedar/]],
      ['Newest', [/Birch/, /Alder/, /Cedar/]],
    ] as const;
    for (const [order, expected] of orders) {
      await shell.sortBy(order);
      await expect(titles).toHaveText([...expected]);
    }

    const { items } = await app.call('articles.list', {});
    const read = items.find(({ title }) => title.startsWith('Birch'));
    await app.call('articles.progress', { id: read?.id ?? '', read: true });
    await shell.go('Unread');
    await expect(titles).toHaveText([/Alder/, /Cedar/]);

    await shell.go('All articles');
    await page.getByRole('button', { name: 'Narrow the list' }).click();
    await page.keyboard.type('birc');
    await expect(titles).toHaveText([/Birch/]);
    await page.keyboard.type(' -birch');
    await expect(page.getByText('No article here has all of this.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Narrow the list' })).toBeFocused();
    await expect(titles).toHaveCount(3);
    // What a search finds is read in the list, one after another.
    await shell.search.fill('closed OR opened');
    await page.getByRole('button', { name: 'Read in the list' }).click();
    await expect(titles).toHaveText([/Birch/, /Alder/]);
    await page.keyboard.press('j');
    await expect(page.getByRole('article')).toBeVisible();
    await page.getByRole('button', { name: 'Narrow the list' }).click();
    await expect(titles).toHaveCount(3);
    await page.setViewportSize({ width: 800, height: 600 });
    await shell.go('All articles');
    await shell.article(/Birch/).click();
    await expect(shell.articles).toHaveCount(0);
    for (const button of [shell.importButton, shell.newBriefing, shell.exportButton]) {
      await expect(button).toBeVisible();
    }
    await expect(page.getByText('1 of 3')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'All articles' }).click();
    await expect(titles).toHaveCount(3);
  });

  test('is used with the keyboard alone: move, open, delete, undo, restore', async ({
    page,
    app,
  }) => {
    await fill(app);
    const shell = new Shell(page);
    await expect(shell.articles.getByRole('listitem')).toHaveCount(3);
    await page.keyboard.press('j');
    await expect(page.getByRole('article')).toBeVisible();
    await shell.article(/Birch/).focus();
    await page.keyboard.press('End');
    await expect(shell.article(/Cedar/)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article').getByText('The bridge opened.')).toBeVisible();
    await expect(shell.article(/Alder/)).toHaveAttribute('aria-current', 'true');

    await shell.article(/Alder/).focus();
    await page.keyboard.press('Delete');
    await expect(shell.articles.getByRole('listitem')).toHaveCount(2);
    await expect(shell.article(/Cedar/)).toBeFocused();
    await expect(shell.toast).toContainText('Alder bridge opens');
    await page.keyboard.press('Control+z');
    await expect(shell.articles.getByRole('listitem')).toHaveCount(3);

    // The line takes back what it speaks of, whatever was done since.
    await shell.article(/Cedar/).focus();
    await page.keyboard.press('Delete');
    await expect(shell.toast).toContainText('Cedar quay floods');
    const { id } = await app.call('notes.create', { title: 'Written meanwhile' });
    await shell.toast.getByRole('button', { name: 'Undo' }).click();
    await expect(shell.toast).toContainText('Undone: ');
    await expect(shell.articles.getByRole('listitem')).toHaveCount(3);
    expect((await app.call('notes.get', { id })).title).toBe('Written meanwhile');

    await shell.article(/Alder/).focus();
    await page.keyboard.press('Delete');
    await shell.go('Trash');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Empty the trash' }).click();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    expect((await app.call('articles.list', { trashed: true })).total).toBe(1);
    await page.getByRole('button', { name: /^Delete Alder.* from the trash$/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('The trash is empty.')).toBeVisible();
    expect((await app.call('articles.list', { trashed: true })).total).toBe(0);
    await shell.toast.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByText('The trash is empty.')).toBeVisible();
    expect((await app.call('library.info', {})).counts.articles).toBe(3);
  });

  test('several are chosen with the mouse and with keys, and something is done with them', async ({
    page,
    app,
  }) => {
    await fill(app);
    const shell = new Shell(page);
    const rows = shell.articles.getByRole('listitem');
    const bar = page.getByRole('group', { name: 'Chosen articles' });
    const box = (title: string) => shell.articles.getByRole('checkbox', { name: title });
    await shell.sortBy('Title A–Z');
    // The mouse: Ctrl one more or less, Shift a range, the box without a key; a plain click opens.
    await shell.article(/Alder/).click({ modifiers: ['ControlOrMeta'] });
    await shell.article(/Cedar/).click({ modifiers: ['Shift'] });
    await expect(bar.getByRole('status')).toHaveText('3 articles chosen');
    await shell.article(/Birch/).click({ modifiers: ['ControlOrMeta'] });
    await expect(bar).toContainText('2 articles chosen');
    await expect(box('Choose Birch mill closes')).not.toBeChecked();
    await box('Choose Birch mill closes').click();
    await expect(box('Choose Birch mill closes')).toBeChecked();
    await expect(shell.article(/Birch/)).toBeFocused();
    await expect(page.getByRole('link', { name: /^Chosen.*Birch/ })).toBeVisible();
    expect(page.context().pages()).toHaveLength(1);
    await expect(page.getByRole('article')).toHaveCount(0);
    await expectAccessible(page);
    await shell.article(/Cedar/).click();
    await expect(page.getByRole('article').getByText('The quay flooded.')).toBeVisible();
    await expect(bar).toHaveCount(0);

    // Read and unread, with a way back that is not the history's.
    await shell.article(/Alder/).click({ modifiers: ['ControlOrMeta'] });
    await shell.article(/Birch/).click({ modifiers: ['ControlOrMeta'] });
    await app.call('articles.markRead', { ids: await idsOf(app), read: false });
    // The open one may count as read by now.
    const unread = async () =>
      (await app.call('articles.list', { unread: true, sort: 'title' })).items
        .map(({ title }) => title)
        .filter((title) => !title.startsWith('Cedar'));
    await bar.getByRole('button', { name: 'Mark as read' }).click();
    await expect.poll(unread).toEqual([]);
    await expect(shell.toast).toContainText('2 articles are marked as read.');
    await shell.toast.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(unread).toEqual(['Alder bridge opens', 'Birch mill closes']);
    const download = page.waitForEvent('download');
    await bar.getByRole('button', { name: 'Export references' }).click();
    await page.getByRole('menuitem', { name: 'RIS' }).click();
    const ris = await readFile(await (await download).path(), 'utf8');
    expect(ris.match(/^TI.*$/gmu)).toEqual([
      expect.stringContaining('Alder bridge opens'),
      expect.stringContaining('Birch mill closes'),
    ]);
    await bar.getByRole('button', { name: 'Choose none' }).click();
    await expect(bar).toHaveCount(0);
    await expect(shell.article(/Birch/)).toBeFocused();

    // Keys alone, on a small window.
    await page.setViewportSize({ width: 800, height: 600 });
    await page.goto(`${app.origin}/#/articles`);
    await shell.article(/Alder/).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar).toContainText('2 articles chosen');
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await page.keyboard.press('Shift+ArrowUp');
    await expect(bar).toContainText('2 articles chosen');
    await page.keyboard.press('Delete');
    await expect(rows).toHaveText([/Cedar/]);
    await expect(shell.article(/Cedar/)).toBeFocused();
    await expect(shell.toast).toContainText('2 articles are in the trash.');
    await page.keyboard.press('Control+z');
    await expect(rows).toHaveCount(3);
    await page.keyboard.press('Control+a');
    await expect(bar).toContainText('3 articles chosen');
    await page.keyboard.press('Tab');
    for (const name of ['Mark as read', 'Mark as unread', 'Export references', 'Move to trash']) {
      await expect(bar.getByRole('button', { name })).toBeFocused();
      if (name !== 'Move to trash') await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await app.call('library.info', {})).counts.articles).toBe(0);
    await page.keyboard.press('Control+z');
    await expect(rows).toHaveCount(3);

    // From the trash several come back, too.
    await app.call('articles.delete', { id: await idsOf(app) });
    const { id: note } = await app.call('notes.create', { title: 'A slip' });
    await app.call('notes.delete', { id: note });
    await page.goto(`${app.origin}/#/trash`);
    const chosen = page.getByRole('group', { name: 'Chosen in the trash' });
    await page.getByRole('checkbox', { name: /Alder/ }).focus();
    await page.keyboard.press('Space');
    await expect(chosen).toContainText('1 thing chosen');
    await page.getByRole('checkbox', { name: 'A slip' }).click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+a');
    await expect(chosen).toContainText('4 things chosen');
    await expectAccessible(page);
    await page.getByRole('checkbox', { name: /Birch/ }).click();
    await chosen.getByRole('button', { name: 'Restore these' }).click();
    await expect(page.getByRole('list', { name: 'Trash' }).getByRole('listitem')).toHaveText([
      /Birch/,
    ]);
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('list', { name: 'Trash' }).getByRole('listitem')).toHaveCount(4);
    await app.call('articles.restore', {
      id: (await app.call('articles.ids', { trashed: true })).ids,
    });
  });

  test('builds only the rows in sight of a long list', async ({ page, app }) => {
    const sources = Array.from({ length: 600 }, (_, index) => ({
      name: `${index}.txt`,
      text: `Report ${String(index).padStart(3, '0')} of the quay\n\nWord ${index} of many.`,
    }));
    await app.call('import.run', { sources });
    const shell = new Shell(page);
    await shell.sortBy('Title A–Z');
    await expect(shell.article(/Report 000/)).toBeVisible();
    expect(await shell.articles.getByRole('listitem').count()).toBeLessThan(60);
    // All there are, also those that the list has not asked for yet.
    await shell.article(/Report 000/).focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByRole('group', { name: 'Chosen articles' })).toContainText(
      `${String((await idsOf(app)).length)} articles chosen`,
    );
    await page.keyboard.press('Escape');
    await expect(async () => {
      await page.keyboard.press('End');
      await expect(shell.article(/Report 599/)).toBeFocused({ timeout: 500 });
    }).toPass();
  });
});

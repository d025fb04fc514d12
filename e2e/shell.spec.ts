import { expectAccessible } from './accessibility.ts';
import { expect, test } from './launch-web.ts';
import { Shell } from './page-models/shell.ts';

test.describe('the shell', () => {
  test('opens again where it was, at the list where that is gone, at the first screen where nothing is', async ({
    page,
    app,
  }) => {
    await app.call('settings.set', { place: '#/network' });
    await page.goto(`${app.origin}/`);
    await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
    await app.call('import.run', {
      sources: [
        { name: 'a.txt', text: 'First of two\n\nWords of the first.' },
        { name: 'b.txt', text: 'Second of two\n\nWords of the second.' },
      ],
    });
    const handle = page.getByRole('separator', { name: 'Resize navigation' });
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await expect(handle).toHaveAttribute('aria-valuenow', '212');
    await expect.poll(async () => (await app.call('settings.get', {})).navigationWidth).toBe(212);

    await new Shell(page).article(/Second of two/).click();
    await expect(page.getByRole('article')).toContainText('Words of the second.');
    // At once: the place is kept as the page is left, however short the stay was.
    await page.goto(`${app.origin}/`);
    await expect(page.getByRole('article')).toContainText('Words of the second.');
    await expect(handle).toHaveAttribute('aria-valuenow', '212');

    await new Shell(page).go('All articles');
    await expect.poll(async () => (await app.call('settings.get', {})).place).toBe('#/articles');
    for (const place of ['articles', 'briefings', 'notes', 'actors']) {
      await app.call('settings.set', { place: `#/${place}/gone` });
      await page.goto(`${app.origin}/`);
      await expect(page).toHaveURL(/#\/articles$/);
    }
    await expect(new Shell(page).articles.getByRole('listitem')).toHaveCount(2);
  });

  test('lists the shortcuts and finds actions by name', async ({ page }) => {
    await page.locator('body').press('?');
    const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(shortcuts).toContainText('New note');
    await expect(shortcuts.getByRole('group')).toBeFocused();
    const fade = () => shortcuts.evaluate((shown) => getComputedStyle(shown).animationDuration);
    expect(await fade()).toBe('0.12s');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await fade()).toBe('0s');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.emulateMedia({ reducedMotion: null });
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(shortcuts).toHaveCount(0);

    await page.getByRole('searchbox', { name: 'Search' }).fill('>');
    await expect(page.getByRole('dialog', { name: 'Actions' })).toBeVisible();
    await page.keyboard.type('theme dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('shows what was done and undoes it from there', async ({ page, app }) => {
    await app.call('import.run', { sources: [{ name: 'a.txt', text: 'Quay news\n\nA line.' }] });
    await new Shell(page).go('History');
    const done = page.getByRole('list', { name: 'What was done' });
    await expect(done.getByRole('listitem')).toHaveText([/Import/]);
    await page.getByRole('main').getByRole('button', { name: 'Undo' }).click();
    await expect(done.getByRole('listitem')).toHaveText([/Undone/]);
  });

  test('goes back to a backup, and back again from there, by keyboard', async ({ page, app }) => {
    const notes = async () => (await app.call('notes.list', {})).items.length;
    await page.getByRole('button', { name: /library and view$/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Backups' }).focus();
    await page.keyboard.press('Enter');
    const copies = page.getByRole('list', { name: 'Copies of the library' });
    // Another program makes one: it is shown without being asked for.
    await app.call('library.backup', {});
    await expect(copies.getByRole('listitem')).toHaveCount(1);
    await page.getByRole('button', { name: 'Back up now' }).focus();
    await page.keyboard.press('Enter');
    await expect(copies.getByRole('listitem')).toHaveCount(2);
    const restore = copies.getByRole('button', { name: /^Restore the library of/ });
    await expect(restore).not.toHaveCount(0);
    await expectAccessible(page);
    const before = await notes();
    await app.call('notes.create', { title: 'Later', markdown: 'So.' });
    await restore.first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('The library becomes what it was then');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).focus();
    await page.keyboard.press('Enter');
    await expect(copies).toContainText('put aside by a restore');
    expect(await notes()).toBe(before);
    await page.getByRole('button', { name: 'Take back' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(notes).toBe(before + 1);
  });

  test('exports sources, annotations and a briefing as downloads in every format', async ({
    page,
    app,
  }) => {
    await app.call('import.run', {
      sources: [{ name: 'a.txt', text: 'Sluice opens early\n\nThe warden opened the sluice.' }],
    });
    await app.call('briefings.create', { title: 'Water first', markdown: 'One sentence.' });
    const shell = new Shell(page);
    const dialog = page.getByRole('dialog', { name: 'Export' });
    for (const [what, formats] of [
      ['All articles as sources', ['json', 'bib', 'ris']],
      ['All annotations', ['md', 'csv', 'jsonld']],
      ['Briefing: Water first', ['docx', 'html', 'md']],
    ] as const) {
      for (const format of formats) {
        await shell.exportButton.click();
        await dialog.getByRole('combobox', { name: 'What' }).selectOption({ label: what });
        await dialog.getByRole('radio', { name: `(.${format})` }).check();
        const download = page.waitForEvent('download');
        await dialog.getByRole('button', { name: 'Export' }).click();
        expect((await download).suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
        await expect(dialog).toBeHidden();
      }
    }
    await shell.exportButton.click();
    await expect(dialog.getByRole('combobox', { name: 'What' })).toBeFocused();
    const byEnter = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    await byEnter;
    await expect(dialog).toBeHidden();
    await expect(shell.exportButton).toBeFocused();
  });

  test.describe('where what is open goes, or a call is refused', () => {
    test.use({ expectsRefusals: true });

    test('tries the sample, one undo removes it, and the next says there is nothing', async ({
      page,
      app,
    }) => {
      const shell = new Shell(page);
      await page.getByRole('button', { name: 'Try the sample' }).click();
      await expect(page.getByRole('article')).toBeVisible();
      await expect(shell.articles.getByRole('listitem').first()).toBeVisible();
      await shell.toast.getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByText('Undone')).toBeVisible();
      expect((await app.call('library.info', {})).counts.articles).toBe(0);
      await page.locator('body').press('Control+z');
      await expect(page.getByRole('alert')).toContainText('nothing-to-undo');
    });
  });
});

import { expectAccessible } from './accessibility.ts';
import { expect, test, type WebApp } from './launch-web.ts';
import { Shell } from './page-models/shell.ts';

const fill = async (app: WebApp) => {
  const { imported } = await app.call('import.run', {
    sources: [
      {
        name: 'a.txt',
        text: 'Sluice opens early\n\nThe warden opened the sluice before the summit.',
      },
      { name: 'b.txt', text: 'Market notes\n\nPrices rose. Nobody spoke of water.' },
      { name: 'c.txt', text: '首脳会談の延期\n\n両国は首脳会談を延期すると発表した。' },
    ],
  });
  return imported.map(({ articleId }) => articleId);
};

test.describe('search', () => {
  test('finds while typing, marks the words, and Enter opens at the word', async ({
    page,
    app,
  }) => {
    const [sluice] = await fill(app);
    const shell = new Shell(page);
    await page.keyboard.press('Control+k');
    await expect(shell.search).toBeFocused();
    await page.keyboard.type('warden sluice');
    const results = page.getByRole('list', { name: /^Articles/ });
    await expect(results.getByRole('listitem')).toHaveCount(1);
    await expect(results.locator('mark').filter({ hasText: 'warden' }).first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('link', { name: /Sluice opens early/ })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(shell.search).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(shell.search).not.toBeFocused();
    await expect(page).toHaveURL(new RegExp(`#/articles/${sluice}\\?start=\\d+&end=\\d+$`));
    await expect(page.getByRole('article')).toContainText('The warden opened');
  });

  test('shows what was understood, and where a query is wrong', async ({ page, app }) => {
    await fill(app);
    const shell = new Shell(page);
    await shell.search.fill('sluice -market after:2026-13');
    const chips = page.getByRole('list', { name: 'What was understood' });
    await expect(chips).toContainText('sluice');
    await expect(chips).toContainText('not');
    await expect(chips).toContainText('after:2026-13');
    await chips.getByRole('button', { name: 'Remove market' }).click();
    await expect(shell.search).toHaveValue('sluice after:2026-13');
  });

  test('says when no article has all the words, and narrows by what was found', async ({
    page,
    app,
  }) => {
    await fill(app);
    const { items } = await app.call('articles.list', { query: 'sluice' });
    const [sluice] = items;
    if (sluice === undefined) throw new Error('nothing was imported');
    await app.call('articles.update', {
      id: sluice.id,
      'container-title': 'Weir Gazette',
      issued: '2026-03-11',
    });
    const shell = new Shell(page);
    await shell.search.fill('water OR warden');
    const results = page.getByRole('list', { name: /^Articles/ }).getByRole('listitem');
    await expect(results).toHaveCount(2);
    await expect(results.filter({ hasText: 'Sluice' })).toContainText('Weir Gazette · 11 Mar 2026');
    await expect(results.filter({ hasText: 'Market' })).toContainText('n.d.');
    const narrow = page.getByRole('complementary', { name: 'Narrow down' });
    await narrow.getByRole('checkbox', { name: /2026/ }).check();
    await expect(shell.search).toHaveValue('water OR warden after:2026 before:2027');
    await expect(results).toHaveCount(1);
    await narrow.getByRole('checkbox', { name: /2026/ }).uncheck();
    await narrow.getByRole('checkbox', { name: /Weir Gazette/ }).check();
    await expect(shell.search).toHaveValue('water OR warden outlet:"Weir Gazette"');
    await expect(results).toHaveCount(1);
    await expectAccessible(page);
    await shell.search.fill('who opened the sluice before the market prices and the water summit');
    await expect(page.getByText(/^No article has all of these words/)).toBeVisible();
    await expect(results.first()).toBeVisible();
  });

  test('finds Japanese without spaces', async ({ page, app }) => {
    await fill(app);
    await new Shell(page).search.fill('首脳会談');
    await expect(page.getByRole('list', { name: /^Articles/ }).getByRole('listitem')).toHaveCount(
      1,
    );
  });

  test('offers near words for a word with no hit', async ({ page, app }) => {
    await fill(app);
    const shell = new Shell(page);
    await shell.search.fill('sluise');
    await page.getByRole('button', { name: 'Search for “sluice”' }).click();
    await expect(shell.search).toHaveValue('sluice');
    await expect(page.getByRole('link', { name: /Sluice opens early/ })).toBeVisible();
  });
});

import { expectAccessible } from './accessibility.ts';
import { expect, test, type WebApp } from './launch-web.ts';
import { Shell } from './page-models/shell.ts';

/** The three articles, however often it is asked for: their ids, in this order. */
const fill = async (app: WebApp) => {
  const { imported, duplicates } = await app.call('import.run', {
    sources: [
      {
        name: 'a.txt',
        text: 'Sluice opens early\n\nThe warden opened the sluice before the summit.',
      },
      { name: 'b.txt', text: 'Market notes\n\nPrices rose. Nobody spoke of water.' },
      { name: 'c.txt', text: '首脳会談の延期\n\n両国は首脳会談を延期すると発表した。' },
    ],
  });
  return (imported.length > 0 ? imported : duplicates).map(({ articleId }) => articleId);
};

test.describe('search', () => {
  test.use({ library: 'shared' });

  test('finds while typing, says what was understood, and Enter opens at the word', async ({
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
    await page.keyboard.press('Control+f');
    const inArticle = page.getByRole('textbox', { name: 'Find in this article' });
    await expect(inArticle).toHaveValue('warden');
    await page.keyboard.press('Escape');
    await expect(inArticle).toBeHidden();

    await page.keyboard.press('Control+k');
    await page.keyboard.press('>');
    await expect(page.getByRole('dialog', { name: 'Actions' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(shell.search).toBeFocused();
    await page.getByRole('article').focus();
    await page.keyboard.press('>');
    await page.keyboard.type('search');
    await page.keyboard.press('Enter');
    await expect(shell.search).toBeFocused();
    await expect(shell.search).toHaveValue('warden sluice');
    await shell.go('History');
    await expect(shell.search).toHaveValue('');
    await page.goBack();
    await expect(shell.search).toHaveValue('warden sluice');
    await expect(results.getByRole('listitem')).toHaveCount(1);

    await shell.search.fill('sluice -market after:2026-13');
    const chips = page.getByRole('list', { name: 'What was understood' });
    await expect(chips).toContainText('sluice');
    await expect(chips).toContainText('not');
    await expect(chips).toContainText('after:2026-13');
    await chips.getByRole('button', { name: 'Remove market' }).click();
    await expect(shell.search).toHaveValue('sluice after:2026-13');

    await shell.search.fill('首脳会談');
    await expect(results.getByRole('listitem')).toHaveCount(1);

    await shell.search.fill('sluise');
    await page.getByRole('button', { name: 'Search for “sluice”' }).click();
    await expect(shell.search).toHaveValue('sluice');
    await expect(page.getByRole('link', { name: /Sluice opens early/ })).toBeVisible();

    await app.call('notes.create', {
      title: 'Crossings',
      markdown: '# What now\n\nThe keeper counted boats.',
    });
    await shell.search.fill('keeper');
    const note = page.getByRole('link', { name: /Crossings/ });
    await expect(note).toContainText('What now · The keeper counted boats.');
    await note.click();
    const selected = () => page.evaluate(() => getSelection()?.toString());
    await expect.poll(selected).toBe('keeper');
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
    await expect(page.getByRole('list', { name: 'What was understood' })).toContainText(
      /published\s*2026/,
    );
    await narrow.getByRole('checkbox', { name: /2026/ }).uncheck();
    await narrow.getByRole('checkbox', { name: /Weir Gazette/ }).check();
    await expect(shell.search).toHaveValue('water OR warden outlet:"Weir Gazette"');
    await expect(results).toHaveCount(1);
    await expectAccessible(page);
    await shell.search.fill('who opened the sluice before the market prices and the water summit');
    await expect(page.getByText(/^No article has all of these words/)).toBeVisible();
    await expect(results.first()).toBeVisible();
  });

  test('completes fields and values by keyboard alone', async ({ page, app }) => {
    const [sluice = '', market = ''] = await fill(app);
    await app.call('articles.update', { id: sluice, 'container-title': 'Weir Gazette' });
    await app.call('articles.update', { id: market, 'container-title': 'Weekly Market' });
    const shell = new Shell(page);
    const offered = page.getByRole('listbox', { name: 'Suggestions' });
    await page.keyboard.press('Control+k');
    await expect(shell.search).toBeFocused();
    await page.keyboard.type('opened -ou');
    await expect(offered.getByRole('option')).toHaveText([/^outlet:/]);
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(shell.search).toHaveValue('opened -outlet:');
    await expect(offered.getByRole('option')).toHaveText([/Weekly Market.*1/, /Weir Gazette.*1/]);
    // What was understood is read while one of them is chosen: nothing lies over it.
    await page.getByRole('search').getByText('opened', { exact: true }).click({ trial: true });
    await page.keyboard.type('gaz');
    await expect(offered.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(offered).toBeHidden();
    await page.keyboard.press('Backspace');
    await expect(offered.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await expect(offered.getByRole('option', { selected: true })).toHaveText(/Weir Gazette/);
    await page.keyboard.press('Enter');
    await expect(shell.search).toHaveValue('opened -outlet:"Weir Gazette" ');
    await expect(page.getByText(/^Nothing in the library has all of this/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'How a search can be written' })).toBeVisible();
    // Which part stands in the way is said, and one click takes it out.
    await expect(offered).toBeHidden();
    const shorter = page.getByRole('list', { name: 'With one part less' });
    await expect(shorter.getByRole('button')).toHaveText([
      /^Without “opened”: \d+ results?$/,
      /^Without “not outlet Weir Gazette”: \d+ results?$/,
    ]);
    await shorter.getByRole('button').last().click();
    await expect(shell.search).toHaveValue('opened');
    await expect(page.getByRole('list', { name: /^Articles/ })).toBeVisible();
    await shell.search.fill('opened "spoke opened"');
    await expect(shorter.getByRole('button')).toHaveText([
      /^Without “spoke opened”: \d+ results?$/,
    ]);
  });

  test('asks for what an input method has settled, not for what it still composes', async ({
    page,
    app,
  }) => {
    await fill(app);
    const shell = new Shell(page);
    await page.keyboard.press('Control+k');
    await expect(shell.search).toBeFocused();
    const keys = await page.context().newCDPSession(page);
    for (const text of ['し', 'しゅ', 'しゅのう', '首脳']) {
      await keys.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await expect(shell.search).toHaveValue(text);
    }
    await expect(page).not.toHaveURL(/#\/search/);
    await keys.send('Input.insertText', { text: '首脳' });
    await expect(page).toHaveURL(/#\/search\?q=/);
    await expect(page.getByRole('list', { name: /^Articles/ })).toContainText('首脳会談');
    await expect(shell.search).toHaveValue('首脳');
  });

  test('sorts, and narrows down beside the results or over them where there is no room', async ({
    page,
    app,
  }) => {
    const [sluice = '', market = ''] = await fill(app);
    await app.call('articles.update', { id: sluice, issued: '2025-12-11' });
    await app.call('articles.update', { id: market, issued: '2026-03' });
    const shell = new Shell(page);
    await shell.search.fill('water OR warden OR sluice');
    const results = page.getByRole('list', { name: /^Articles/ }).getByRole('listitem');
    await expect(results).toHaveText([/Sluice/, /Market/]);
    await page.getByRole('button', { name: /^Sort:/ }).click();
    await page.getByRole('menuitemradio', { name: 'Newest' }).click();
    await expect(results).toHaveText([/Market/, /Sluice/]);
    const narrow = page.getByRole('complementary', { name: 'Narrow down' });
    await expect(narrow.getByRole('img', { name: /Dec 2025 to Mar 2026/ })).toBeVisible();
    await page.setViewportSize({ width: 800, height: 600 });
    await expect(narrow).toBeHidden();
    const open = page.getByRole('button', { name: 'Narrow down' });
    await open.click();
    await expect(narrow).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(narrow).toBeHidden();
    await open.click();
    await expectAccessible(page);
    await narrow.getByRole('checkbox', { name: /2025/ }).check();
    await expect(results).toHaveText([/Sluice/]);
    await page.keyboard.press('Escape');
    await expect(narrow).toBeHidden();
    await expect(open).toBeFocused();

    await app.call('import.run', {
      sources: Array.from({ length: 12 }, (_, n) => ({
        name: `${n}.txt`,
        text: `Buoy ${n}\n\n${'Light '.repeat(n + 1)}on buoy ${n}.`,
      })),
    });
    await shell.search.fill('title:buoy');
    await expect(results).toHaveCount(11);
    await shell.search.press('Escape');
    await shell.search.press('ArrowDown');
    for (let n = 0; n < 10; n++) await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: '2 more' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(results.nth(10).getByRole('link')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(results.nth(11).getByRole('link')).toBeFocused();
  });

  test('tells what is wrong when typing rests, and which name it does not know', async ({
    page,
    app,
  }) => {
    await fill(app);
    await app.call('actors.create', { kind: 'person', name: 'Ruth Adler', names: [] });
    const shell = new Shell(page);
    await page.keyboard.press('Control+k');
    await expect(shell.search).toBeFocused();
    await page.keyboard.type('sluice "the su', { delay: 30 });
    const chips = page.getByRole('list', { name: 'What was understood' });
    await expect(chips).toContainText('the su');
    await expect(page.getByRole('link', { name: /Sluice opens early/ })).toBeVisible();
    await expect(page.getByText('This quotation mark is never closed.')).toBeVisible();
    await shell.search.fill('actor:adlr');
    await expect(page.getByText('No actor has the name “adlr”. Like it:')).toBeVisible();
    await page.getByRole('button', { name: 'Search for “Ruth Adler”' }).click();
    await expect(shell.search).toHaveValue('actor:"Ruth Adler"');
  });
});

test('keeps searches, counts them as the library grows, and offers what was asked last', async ({
  page,
  app,
}) => {
  await fill(app);
  const shell = new Shell(page);
  const saved = page.getByRole('navigation').getByRole('list', { name: 'Saved searches' });
  await shell.search.fill('sluice OR summit');
  await expect(page.getByRole('button', { name: 'Save search' })).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(saved.getByRole('listitem')).toHaveText(/sluice or summit\s*1/);
  await app.call('notes.create', { title: 'Ask about the summit', markdown: 'Who pays?' });
  await expect(saved.getByRole('listitem')).toHaveText(/sluice or summit\s*2/);
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Water');
  await page.keyboard.press('Enter');
  await expect(saved.getByRole('listitem')).toHaveText(/Water\s*2/);
  await expectAccessible(page);
  await shell.search.fill('warden');
  await shell.search.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('Control+k');
  await shell.search.fill('');
  const offered = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(offered.getByRole('option')).toHaveText([/Water/, 'warden', 'Clear this list']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(shell.search).toHaveValue('sluice OR summit');
  await saved.getByRole('link', { name: /Water/ }).press('Enter');
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(saved).toBeHidden();
  await shell.toast.getByRole('button', { name: 'Undo' }).first().click();
  await expect(saved).toBeVisible();
});

import { readFile } from 'node:fs/promises';
import { expectAccessible } from './accessibility.ts';
import { harbour } from './harbour-article.ts';
import { expect, test } from './launch-web.ts';
import { ImportPreview, textFile } from './page-models/import-preview.ts';
import { Shell } from './page-models/shell.ts';

const granite = `Granite prices fall again

The price of granite fell for the fifth month, the exchange said on Friday. Buyers wait.
`;

test.describe('import', () => {
  test('looks files over first, takes corrections, and one undo removes it all', async ({
    page,
    app,
  }) => {
    const shell = new Shell(page);
    const preview = new ImportPreview(page);
    await preview.choose([
      textFile('harbour.txt', harbour),
      textFile('harbour-copy.txt', harbour),
      textFile('2026-03-14 granite.txt', granite),
      textFile('empty.txt', ''),
    ]);

    await expect(page.getByRole('heading', { name: 'Three articles to look over' })).toBeVisible();
    await expect(preview.row('granite.txt')).toContainText('n.d.');
    await expect(preview.row('Identical to').getByRole('checkbox')).not.toBeChecked();
    await expect(preview.failures).toContainText('empty.txt');
    expect((await app.call('library.info', {})).counts.articles).toBe(0);
    await expectAccessible(page);

    await preview.look('Granite prices fall again');
    await preview.evidence.getByRole('button', { name: '13 Mar 2026' }).click();
    await expect(preview.row('granite.txt')).toContainText('13 Mar 2026');
    await preview.evidence.getByLabel('Published').fill('2026-13');
    await expect(preview.evidence.getByText('A date is written')).toBeVisible();
    await preview.evidence.getByLabel('Published').fill('2026-03');
    await preview
      .row('granite.txt')
      .getByRole('button', { name: /^Outlet/ })
      .click();
    await page.keyboard.type('The Quarry Post');
    await page.keyboard.press('Enter');
    await expect(preview.row('granite.txt')).toContainText('The Quarry Post');
    await expect(preview.row('granite.txt')).toContainText('Mar 2026');
    await preview.look('Granite prices fall again');
    await page.keyboard.press('F2');
    await page.keyboard.press('Escape');

    await expect(page.getByRole('button', { name: 'Granite prices fall again' })).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: '2 articles imported' })).toBeVisible();
    await expect(preview.failures).toContainText('empty-file');
    await expectAccessible(page);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save report' }).click();
    await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
    const report = await readFile(await (await saved).path(), 'utf8');
    expect(report).toContain('empty.txt,Not read,,,empty-file,');
    expect(report).toContain('harbour-copy.txt,Already in the library,Harbour opens at dawn,');
    await shell.go('All articles');
    await expect(shell.article('Granite prices fall again')).toContainText('The Quarry Post');
    const { items } = await app.call('articles.list', {});
    expect(items.find(({ title }) => title.startsWith('Granite'))).toMatchObject({
      issued: '2026-03',
      'container-title': 'The Quarry Post',
    });

    await page.locator('body').press('Control+z');
    await expect(shell.toast).toContainText('Undone');
    expect((await app.call('library.info', {})).counts.articles).toBe(0);
    await shell.toast.getByRole('button', { name: 'Redo' }).click();
    await expect(shell.articles.getByRole('listitem')).toHaveCount(2);
  });

  test('is there again, with what was corrected, when the window was closed before the import', async ({
    page,
    app,
  }) => {
    const preview = new ImportPreview(page);
    await preview.choose([textFile('harbour.txt', harbour), textFile('granite.txt', granite)]);
    await preview.row('granite.txt').getByRole('checkbox').uncheck();
    await preview
      .row('harbour.txt')
      .getByRole('button', { name: /^Outlet/ })
      .click();
    await page.keyboard.type('The Courier');
    const remembered = page.waitForResponse(
      (response) =>
        response.url().endsWith('/api/import.decide') &&
        response.request().postData()?.includes('The Courier') === true,
    );
    await page.keyboard.press('Enter');
    await remembered;
    await page.reload();
    const kept = page.getByRole('region', { name: 'Looked over and not imported' });
    await expect(kept).toContainText('2 files corrected');
    await expectAccessible(page);
    await kept.getByRole('button', { name: 'Look over again' }).click();
    await expect(preview.row('harbour.txt')).toContainText('The Courier');
    await expect(preview.row('granite.txt').getByRole('checkbox')).not.toBeChecked();
    await preview.run.click();
    await expect(page.getByRole('heading', { name: '1 article imported' })).toBeVisible();
    const { items } = await app.call('articles.list', {});
    expect(items).toMatchObject([{ 'container-title': 'The Courier' }]);
    await page.getByRole('button', { name: 'Import more' }).click();
    await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
    await expect(kept).toHaveCount(0);
  });

  test('hides lines with a reason and gives them back', async ({ page, app }) => {
    const preview = new ImportPreview(page);
    await preview.choose([textFile('harbour.txt', harbour)]);
    const prompt = preview.hidden.getByRole('listitem').filter({ hasText: 'newsletter' });
    await expect(prompt).toContainText('Newsletter prompt');
    await prompt.getByRole('button', { name: 'Restore' }).click();
    await expect(prompt).toHaveCount(0);
    await preview.run.click();
    await page.getByRole('button', { name: 'Read the first' }).click();
    const { items } = await app.call('articles.list', {});
    const { text, hidden } = await app.call('articles.get', { id: items[0]?.id ?? '' });
    expect(hidden.map(({ start, end }) => text.slice(start, end)).join()).not.toContain(
      'newsletter',
    );
    expect(text).toContain('Sign up for our newsletter');
  });

  test('shows every copy of a report beside its lead, leaves nothing behind when cancelled, groups them', async ({
    page,
    app,
  }) => {
    const preview = new ImportPreview(page);
    const words = (from: number) =>
      Array.from({ length: 90 }, (_, at) => `word${from + at}`).join(' ');
    const report = (title: string, from: number) =>
      `${title}\n\n${words(from)}.\n\n${words(from + 90)}.`;
    const files = [
      textFile('first.txt', report('The first of them', 0)),
      textFile('again.txt', report('The first of them', 0)),
      textFile('second.txt', report('The second of them', 25)),
      textFile('third.txt', report('The third of them', 50)),
      textFile('other.txt', granite),
    ];
    await preview.choose(files);
    await expect(preview.table.getByRole('row')).toHaveCount(6);
    await expect(preview.row('first.txt')).toContainText('Lead of 3');
    await expect(preview.row('again.txt')).toContainText('Identical to “The first of them”');
    await expect(preview.row('second.txt')).toContainText(/Near-duplicate, \d+%: “The first/);
    await expect(preview.row('third.txt')).toContainText(
      /Near-duplicate, \d+%: “The second of them”/,
    );
    await preview.look('The third of them');
    await preview.evidence.getByText('The lead', { exact: true }).click();
    await expect(preview.row('third.txt')).toContainText('Lead of 3');
    await expect(preview.row('first.txt')).not.toContainText('Lead of');
    await preview.evidence.getByText('Its shadow').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(preview.table).toHaveCount(0);
    expect((await app.call('library.info', {})).counts.articles).toBe(0);

    await preview.choose(files);
    await preview.row('again.txt').getByRole('button', { name: 'The first' }).click();
    await expect(preview.evidence).toContainText('so this file is left out');
    await preview.evidence.getByRole('button', { name: 'The first of them' }).click();
    await expect(preview.row('first.txt')).toHaveAttribute('aria-current', 'true');
    await preview.run.click();
    const likeFirst = page
      .getByRole('list', { name: /^Near-duplicates of other/ })
      .getByRole('listitem')
      .filter({ hasText: 'The second of them' });
    await expect(likeFirst).toContainText(/\d+% the same as The first of them/);
    await likeFirst.getByRole('link', { name: 'The first of them' }).click();
    await expect(page.getByRole('heading', { name: 'The first of them' })).toBeVisible();
    const group = page.getByRole('button', { name: 'Lead of 3' });
    await group.click();
    await page.getByRole('button', { name: 'All near-duplicates' }).click();
    await expect(page.getByRole('dialog', { name: 'Near-duplicates' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(group).toBeFocused();
    const shell = new Shell(page);
    await shell.go('All articles');
    await expect(shell.article('The first of them')).toContainText('Lead of 2 near-duplicates');
    await expect(shell.article('The third of them')).toContainText('Near-duplicate of another');
  });

  test('shows the encoding of a text and reads it again under another', async ({ page, app }) => {
    const preview = new ImportPreview(page);
    const council = Buffer.from([0xd1, 0xee, 0xe2, 0xe5, 0xf2]);
    await preview.choose([textFile('council.txt', council), textFile('granite.txt', granite)]);
    await preview.row('council.txt').getByRole('button').first().click();
    const encoding = preview.evidence.getByRole('combobox', { name: 'Encoding' });
    await encoding.selectOption('windows-1251');
    await expect(preview.row('council.txt')).toContainText('Совет');
    await expect(preview.evidence).toContainText('Chosen by you');
    await expectAccessible(page);
    await preview.run.click();
    await expect(page.getByRole('heading', { name: '2 articles imported' })).toBeVisible();
    const { items } = await app.call('articles.list', {});
    expect(items.map(({ title }) => title)).toContain('Совет');
  });

  test('fills in articles from a bibliography', async ({ page, app }) => {
    const preview = new ImportPreview(page);
    await app.call('import.run', { sources: [{ name: 'granite.txt', text: granite }] });
    const record = 'TY  - NEWS\nTI  - Granite prices fall again\nT2  - The Quarry Post\nER  - \n';
    const other = 'TY  - NEWS\nTI  - Nowhere to be found\nER  - \n';
    await preview.choose([textFile('zotero.ris', record + other)]);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Details for one article you have',
    );
    const records = page.getByRole('list', { name: 'Details for articles you have' });
    await expect(records).toContainText('fills in outlet');
    const unmatched = page.getByRole('list', { name: 'Records that match no article' });
    await expect(unmatched).toContainText('Nowhere to be found');
    await expect(preview.failures).toHaveCount(0);
    await expect(page.getByText('1 article to fill in, 1 record matches no article')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Fill in 1 article' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 article filled in');
    await expect(page.getByText('1 record matches no article', { exact: true })).toBeVisible();
    await expect(unmatched).toContainText('Nowhere to be found');
    const filled = page.getByRole('list', { name: 'Filled in from a bibliography' });
    await expect(filled.getByRole('link', { name: 'Granite prices fall again' })).toBeVisible();
    await expectAccessible(page);
    const { items } = await app.call('articles.list', {});
    expect(items[0]).toMatchObject({ 'container-title': 'The Quarry Post' });

    await preview.choose([textFile('zotero.ris', record)]);
    await expect(records).toContainText('adds nothing new');
    await expect(preview.run).toHaveAccessibleDescription('The records add nothing new');
  });

  test('stops where it is told to, and goes on with the rest', async ({ page, app }) => {
    const preview = new ImportPreview(page);
    const count = 150;
    const words = (index: number) =>
      Array.from({ length: 4000 }, (_, at) => `w${index}x${at * 7919}`).join(' ');
    await preview.choose(
      Array.from({ length: count }, (_, index) =>
        textFile(`${index}.txt`, `Story ${index}\n\n${words(index)}`),
      ),
    );
    // The table holds what is in sight, and says how long it is.
    await expect(preview.table).toHaveAttribute('aria-rowcount', `${count + 1}`);
    expect(await preview.table.getByRole('row').count()).toBeLessThan(count);
    await preview.table.getByRole('button', { name: 'Story 0', exact: true }).focus();
    await page.keyboard.press('End');
    await expect(page.locator(':focus')).toHaveText(`Story ${count - 1}`);
    await expect(preview.row(`${count - 1}.txt`)).toHaveAttribute('aria-rowindex', `${count + 1}`);
    await page.keyboard.press('ArrowUp');
    await preview.evidence.getByRole('button', { name: 'Next' }).click();
    await expect(preview.row(`${count - 1}.txt`)).toBeInViewport();
    await page.keyboard.press('Escape');
    await preview.run.click();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(page.getByText(/^Stopped: \d+ files were not read/)).toBeVisible();
    const { counts } = await app.call('library.info', {});
    expect(counts.articles).toBeLessThan(count);
    await page.getByRole('button', { name: 'Go on with the rest' }).click();
    await expect(page.getByRole('heading', { name: /articles imported/ })).toBeVisible();
    await expect.poll(async () => (await app.call('library.info', {})).counts.articles).toBe(count);
  });

  test('takes dropped files and pasted text', async ({ page, app }) => {
    const preview = new ImportPreview(page);
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
      return data;
    }, granite);
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    await expect(preview.row('dropped.txt')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('button', { name: 'Paste' }).click();
    await page.getByLabel('Text of the article').fill(harbour);
    await page.getByRole('button', { name: 'Look it over' }).click();
    await expect(preview.row('Harbour opens at dawn')).toBeVisible();
    expect((await app.call('library.info', {})).counts.articles).toBe(0);
  });
});

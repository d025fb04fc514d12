import { expectAccessible } from './accessibility.ts';
import { harbour } from './harbour-article.ts';
import { expect, test } from './launch-web.ts';
import { ImportPreview, textFile } from './page-models/import-preview.ts';
import { ReaderPage } from './page-models/reader.ts';
import { Shell } from './page-models/shell.ts';

test.describe('importing again', () => {
  test('makes a new version of a changed page, and learns what an outlet always prints', async ({
    page,
    app,
  }) => {
    const shell = new Shell(page);
    const preview = new ImportPreview(page);
    const at = (text: string) =>
      `---\noutlet: The Courier\nurl: https://courier.example/harbour\n---\n\n# ${text}`;
    const { imported } = await app.call('import.run', {
      sources: [{ name: 'harbour.md', text: at(harbour) }],
    });
    const articleId = imported[0]?.articleId ?? '';
    const before = await app.call('articles.get', { id: articleId });
    const words = 'The harbour opened at dawn';
    const start = before.text.indexOf(words);
    const place = { articleId, start, end: start + words.length };
    await app.call('annotations.create', { ...place, motivation: 'highlighting' });

    const changed = harbour.replace('The crews waited', 'The crews waited long');
    await preview.choose([textFile('again.md', at(changed))]);
    await expect(preview.row('again.md')).toContainText('New version of “Harbour opens at dawn”');
    await expect(preview.evidence.getByRole('radio', { name: 'New version' })).toBeChecked();
    await preview
      .row('again.md')
      .getByRole('button', { name: /hidden/ })
      .click();
    const line = preview.hidden.getByRole('listitem').filter({ hasText: 'newsletter' });
    await line.getByRole('button', { name: 'Everywhere in The Courier' }).click();
    await page.getByRole('menuitem', { name: 'Always show this line' }).click();
    await expect(line).toHaveCount(0);
    await preview.run.click();
    await expect(page.getByRole('heading', { name: '1 new version' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'New versions' })).toContainText('1 in place');
    await expectAccessible(page);
    const after = await app.call('articles.get', { id: articleId });
    expect(after).toMatchObject({ version: 2, annotations: 1 });
    expect(after.text).toContain('The crews waited long');

    await page.getByRole('button', { name: 'Read the first' }).click();
    await page.getByRole('button', { name: 'Original' }).click();
    const original = page.getByRole('region', { name: 'Original' });
    await original.getByRole('button', { name: 'Correct the text' }).click();
    const field = original.getByRole('textbox', { name: 'Correct the text' });
    await field.fill((await field.inputValue()).replace('waited long', 'waited for hours'));
    await expectAccessible(page);
    await original.getByRole('button', { name: 'Keep as a new version' }).click();
    await expect(shell.toast).toContainText('Version 3. Passages: 1 in place');
    await page.getByRole('button', { name: 'Original' }).click();
    await expect(original).toHaveCount(0);
    // The text moves while the pane beside it closes.
    await expect(async () => {
      await page.getByRole('article').getByText('The crews waited for hours').dblclick();
      await expect(page.getByRole('toolbar', { name: 'Passage' })).toBeVisible({ timeout: 1000 });
    }).toPass();
    await page.keyboard.press('x');
    await expect(shell.toast).toContainText('Hidden');
    await page.getByRole('button', { name: /lines? hidden$/ }).click();
    await page.getByRole('button', { name: 'All hidden lines' }).click();
    await page.getByRole('menuitem', { name: 'Cleaning rules' }).click();
    const rules = page.getByRole('dialog', { name: 'Cleaning rules' });
    await expect(rules.getByRole('region', { name: 'The Courier' })).toContainText(
      'Shows “Sign up',
    );
    await expectAccessible(page);
    await rules.getByRole('button', { name: /^Forget:/ }).click();
    await expect(rules).toContainText('No rule has been learnt yet');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Version 3', exact: true }).click();
    const versions = page.getByRole('dialog', { name: 'Versions of the text' });
    await expect(versions.getByRole('status')).toContainText('2 words added, 1 word taken out');
    await versions.getByRole('button', { name: /^Version 1/ }).click();
    await versions.getByLabel('Compared with').selectOption('Version 2');
    await expect(versions.getByRole('status')).toContainText('1 word added, none taken out');
    await expectAccessible(page);
    await versions.getByRole('button', { name: 'Bring this version back' }).click();
    await expect(shell.toast).toContainText('Version 1 of the text is back');
    await expect(page.getByRole('article')).not.toContainText('The crews waited for hours');
    await page.locator('body').press('Control+z');
    await expect(page.getByRole('article')).toContainText('The crews waited for hours');

    await page.getByRole('button', { name: 'Details', exact: true }).click();
    const details = page.getByRole('dialog', { name: 'Details of the article' });
    await details.getByLabel('Title').fill('Harbour open at last');
    await details.getByText('More fields').click();
    await details.getByLabel('Section', { exact: true }).fill('Harbour');
    await expectAccessible(page);
    await details.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name: 'Harbour open at last' })).toBeVisible();
    expect(await app.call('articles.get', { id: articleId })).toMatchObject({ section: 'Harbour' });
  });

  test('finds the passages of a changed article again, and lists those that moved or are lost', async ({
    page,
    app,
  }) => {
    const preview = new ImportPreview(page);
    const reader = new ReaderPage(page);
    const head = 'Title: Harbour opens\nURL: https://courier.example/harbour';
    const paragraphs = [
      'The harbour opened at dawn on Tuesday after a night of talks about the ferry.',
      '“We will open the gate,” the harbour master told the crews. The crews waited.',
      'Nobody on the quay would say what the night had cost the town, or who was to pay.',
    ];
    await preview.choose([textFile('harbour.txt', [head, ...paragraphs].join('\n\n'))]);
    await preview.run.click();
    await page.getByRole('button', { name: 'Read the first' }).click();
    for (const words of ['Nobody on the quay', 'The crews waited', 'after a night of talks']) {
      await reader.select(words);
      await page.keyboard.press('h');
      await expect(reader.card(words)).toBeVisible();
    }

    // The paper puts a line on top, rewrites one sentence and drops another.
    const changed = [
      'Updated with words of the crews.',
      paragraphs[0]?.replace('after a night of talks', 'after two nights of talks'),
      paragraphs[1]?.replace(' The crews waited.', ''),
      paragraphs[2],
    ];
    await preview.choose([textFile('harbour (2).txt', [head, ...changed].join('\n\n'))]);
    await expect(preview.row('harbour (2).txt')).toContainText('New version of “Harbour opens”');
    await preview.run.click();
    const versions = page.getByRole('list', { name: 'New versions' });
    await expect(versions).toContainText('Version 2. Passages: 0 in place, 2 moved, 1 lost');
    await page.getByRole('button', { name: 'See what moved or was lost' }).click();
    await expect(page.getByRole('heading', { name: 'Lost passages' })).toBeVisible();
    const entry = (words: string) =>
      page.getByRole('main').getByRole('listitem').filter({ hasText: words });
    await expectAccessible(page);

    await expect(entry('The crews waited')).toContainText('Nothing like it is in the text');
    await expect(entry('Nobody on the quay')).toContainText(/found in another place\. \d+% sure\./);
    for (const words of ['Nobody on the quay', 'after two nights of talks']) {
      await entry(words).getByRole('button', { name: 'Keep it here' }).click();
      await expect(entry(words)).toHaveCount(0);
    }
    const { items } = await app.call('annotations.list', {});
    expect(new Map(items.map(({ quote, status }) => [quote, status]))).toEqual(
      new Map([
        ['Nobody on the quay', 'exact'],
        ['The crews waited', 'orphaned'],
        ['after two nights of talks', 'exact'],
      ]),
    );
  });
});

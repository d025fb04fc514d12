import { expectAccessible } from './accessibility.ts';
import { expect, test } from './launch-web.ts';
import { ReaderPage } from './page-models/reader.ts';
import { importText, text } from './pier-article.ts';

test.describe('the text of an article', () => {
  test.use({ library: 'shared' });

  test('shows what is hidden and why, and restores one line', async ({ page, app }) => {
    const reader = new ReaderPage(page);
    const id = await importText(app);
    await reader.open(id);
    const before = await app.call('articles.get', { id });
    expect(before.hidden.length).toBeGreaterThan(0);
    await expect(reader.article.getByText('Sign up for our newsletter')).toBeHidden();
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Find in this article' }).fill('newsletter');
    const found = page.getByRole('search', { name: 'Find' });
    await expect(found).toContainText('0 of 0, 1 in hidden lines');
    await page.getByRole('button', { name: /hidden$/ }).click();
    await expect(found).toContainText(/1 of 1$/);
    await expect(reader.article.getByText('Sign up for our newsletter')).toBeVisible();
    await expect(reader.article.getByText('Newsletter prompt')).toBeVisible();
    await reader.article
      .getByText('Newsletter prompt')
      .getByRole('button', { name: 'Restore' })
      .click();
    await page.getByRole('button', { name: /hidden$/ }).click();
    await expect(reader.article.getByText('Sign up for our newsletter')).toBeVisible();
    const after = await app.call('articles.get', { id });
    expect(after.text).toBe(before.text);
    expect(after.hidden).toHaveLength(before.hidden.length - 1);
  });

  test('finds words in the open article and keeps the place', async ({ page, app }) => {
    const reader = new ReaderPage(page);
    const long = Array.from(
      { length: 300 },
      (_, i) => `Paragraph number ${i} of a long text.`,
    ).join('\n\n');
    const { imported } = await app.call('import.run', {
      sources: [{ name: 'long.txt', text: `A long text\n\n${long}\n\nThe last café.` }],
    });
    const id = imported[0]?.articleId ?? '';
    await reader.open(id);
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Find in this article' }).fill('CAFE');
    await expect(page.getByRole('search', { name: 'Find' })).toContainText('1 of 1');
    await expect.poll(() => reader.painted('hit-current')).toEqual(['café']);
    await expect(reader.article.getByText('The last café.')).toBeInViewport();
    const beside = page.locator('[data-find-marks] > [data-current]');
    const place = () => beside.evaluate((mark: HTMLElement) => parseFloat(mark.style.top));
    await expect.poll(place).toBeGreaterThan(75);
    // The title said again in the text is not shown, so it is no hit.
    await page.getByRole('textbox', { name: 'Find in this article' }).fill('a long text');
    await expect(page.getByRole('search', { name: 'Find' })).toContainText('of 300');
    await page.getByRole('textbox', { name: 'Find in this article' }).fill('CAFE');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Text' })).toBeFocused();
    await expect
      .poll(async () => (await app.call('articles.get', { id })).position)
      .toBeGreaterThan(1000);
    await page.reload();
    await expect(reader.article.getByText('The last café.')).toBeInViewport();

    const words = page.getByRole('textbox', { name: 'Find in this article' });
    await page.keyboard.press('Control+f');
    await words.fill('CAFE');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+f');
    await expect(words).toHaveValue('CAFE');
    await page.keyboard.type('number 150 ');
    await expect(reader.article.getByText('Paragraph number 150 of')).toBeInViewport();
    const placeKept = async () => (await app.call('articles.get', { id })).position;
    await expect.poll(placeKept).toBeLessThan(6000);
    expect(await placeKept()).toBeGreaterThan(4000);
  });

  test('shows the rows of a table below each other, and marks across its cells', async ({
    page,
    app,
  }) => {
    const cells = (row: string[]) => `<tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr>`;
    const rows = [
      ['', 'Landed', 'Since'],
      ['Norrvik', '', '1911'],
    ];
    const { imported } = await app.call('import.run', {
      sources: [
        { name: 'ports.html', text: `<p>Ports</p><table>${rows.map(cells).join('')}</table>` },
      ],
    });
    const id = imported[0]?.articleId ?? '';
    const reader = new ReaderPage(page);
    await reader.open(id);
    const table = reader.article.getByRole('table');
    await expect(table.getByRole('row').last().getByRole('cell')).toHaveText([
      'Norrvik',
      '',
      '1911',
    ]);
    const left = async (words: string) =>
      (await table.getByRole('cell', { name: words }).boundingBox())?.x;
    expect(await left('Since')).toBe(await left('1911'));
    await reader.select('Norrvik\t\t1911');
    await page.keyboard.press('h');
    await expect.poll(() => reader.painted('fill-amber')).toEqual(['Norrvik\t\t1911']);
    const { items } = await app.call('annotations.list', { articleId: id });
    expect(items.map(({ quote }) => quote)).toEqual(['Norrvik\t\t1911']);
  });

  test('draws of a very long line only what is near, finds, marks and copies all of it', async ({
    page,
    app,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.origin });
    const reader = new ReaderPage(page);
    const line = Array.from({ length: 40_000 }, (_, i) => `Sentence number ${i} of one line.`);
    const { imported } = await app.call('import.run', {
      sources: [{ name: 'line.txt', text: `One line\n\n${line.join(' ')}` }],
    });
    const id = imported[0]?.articleId ?? '';
    const { text: whole } = await app.call('articles.get', { id });
    await reader.open(id);
    const undrawn = reader.article.locator('[data-undrawn]');
    await expect.poll(() => undrawn.count()).toBeGreaterThan(20);

    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Find in this article' }).fill('number 39000 of');
    await expect.poll(() => reader.painted('hit-current')).toEqual(['number 39000 of']);
    await expect(reader.article.getByText('Sentence number 39000 of')).toBeInViewport();
    await page.keyboard.press('Escape');
    expect(await undrawn.count()).toBeGreaterThan(20);

    await reader.select('Sentence number 39000 of one line.');
    await page.keyboard.press('h');
    await expect
      .poll(() => reader.painted('fill-amber'))
      .toEqual(['Sentence number 39000 of one line.']);
    await expect
      .poll(async () => (await app.call('articles.get', { id })).position)
      .toBeGreaterThan(1_000_000);
    await page.reload();
    await expect.poll(() => reader.painted('fill-amber')).toHaveLength(1);

    await reader.article.evaluate((article) => {
      const blocks = [...article.querySelectorAll('[data-chunk]')];
      const last = blocks.at(-1) ?? article;
      getSelection()?.setBaseAndExtent(blocks[1] ?? article, 0, last, last.childNodes.length);
    });
    await page.keyboard.press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.length).toBeGreaterThan(1_000_000);
    expect(whole).toContain(copied);
  });

  test('after a correction of the text a moved passage is kept and a lost one found again', async ({
    page,
    app,
  }) => {
    const articleId = await importText(app);
    const mark = (words: string) => {
      const start = text.indexOf(words);
      const range = { start, end: start + words.length };
      return app.call('annotations.create', { articleId, ...range, motivation: 'highlighting' });
    };
    const moved = await mark('Two members left the room before the count');
    const lost = await mark('Lund had asked for sixty metres');
    await app.call('articles.revise', {
      id: articleId,
      text: `A line that was not there before.\n\n${text.replace(
        'Lund had asked for sixty metres. Her brother, Ben Lund, voted against any.',
        'Seventy was what she wanted at first.',
      )}`,
    });
    const states = async () =>
      new Map(
        (await app.call('annotations.list', { articleId })).items.map(({ id, status, quote }) => [
          id,
          { status, quote },
        ]),
      );
    expect((await states()).get(moved.id)?.status).toBe('moved');
    expect((await states()).get(lost.id)?.status).toBe('orphaned');

    const reader = new ReaderPage(page);
    await reader.open(articleId);
    await reader.annotations.getByRole('button', { name: 'Keep it here' }).click();
    await expect.poll(async () => (await states()).get(moved.id)?.status).toBe('exact');

    await page.evaluate(() => {
      location.hash = '#/lost';
    });
    await page.getByRole('button', { name: 'Re-find' }).click();
    await expect(reader.article).toBeVisible();
    await expect(page).not.toHaveURL(/start=/);
    await reader.select('Seventy was what she wanted');
    await reader.toolbar.getByRole('button', { name: 'Put the passage here' }).click();
    await expect
      .poll(async () => (await states()).get(lost.id))
      .toEqual({ status: 'exact', quote: 'Seventy was what she wanted' });
    await expectAccessible(page);
  });
});

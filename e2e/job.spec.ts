import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from './launch-web.ts';
import { mostNamed } from './most-named.ts';
import { ImportPreview } from './page-models/import-preview.ts';
import { ReaderPage } from './page-models/reader.ts';
import { Shell } from './page-models/shell.ts';

const corpus = resolve(import.meta.dirname, '../../shared/corpus');
const isThere = existsSync(corpus);
if (!isThere)
  console.warn(`LEFT OUT: ${corpus} is not there, so the job on real articles is not run.`);

test('the whole job on five real articles, as a researcher does it', async ({ page, app }) => {
  test.skip(!isThere, 'the shared corpus is not there');
  test.setTimeout(180_000);
  const shell = new Shell(page);
  const preview = new ImportPreview(page);
  const reader = new ReaderPage(page);
  const files = readdirSync(corpus)
    .filter((name) => name.endsWith('.txt'))
    .sort();

  await test.step('the first screen says what to do and that nothing leaves', async () => {
    await expect(page.getByRole('heading', { name: 'Drop articles here' })).toBeVisible();
    for (const name of [/^Paste/, /^Choose files/, 'Try the sample']) {
      await expect(page.getByRole('button', { name })).toBeVisible();
    }
    await expect(page.getByText('Nothing leaves this computer').first()).toBeVisible();
  });

  await test.step('five files become a table, and then articles', async () => {
    await preview.choose(
      files.map((name) => ({
        name,
        mimeType: 'text/plain',
        buffer: readFileSync(join(corpus, name)),
      })),
    );
    for (const name of files) await expect(preview.row(name)).toHaveCount(1);
    expect((await app.call('library.info', {})).counts.articles).toBe(0);
    await preview.run.click();
    await expect(page.getByRole('heading', { name: '5 articles imported' })).toBeVisible();
    await shell.go('All articles');
    await expect(shell.articles.getByRole('listitem')).toHaveCount(5);
  });

  const { items } = await app.call('articles.list', {});
  const articles = await Promise.all(items.map(({ id }) => app.call('articles.get', { id })));
  const name = mostNamed(articles.map(({ text }) => text));
  const naming = articles.filter(({ text }) => text.includes(name));
  expect(naming.length).toBeGreaterThan(1);
  const article = naming[0] ?? articles[0];
  if (article === undefined) throw new Error('nothing was imported');

  await test.step('every article can be read, with what is hidden on demand', async () => {
    for (const { id, title } of articles) {
      await reader.open(id);
      await expect(reader.article.getByRole('heading', { level: 1 })).toHaveText(title);
    }
    const withHidden = articles.find(({ hidden }) => hidden.some(({ by }) => by !== 'offered'));
    if (withHidden === undefined) throw new Error('no line of the corpus is hidden');
    await reader.open(withHidden.id);
    const toggle = page.getByRole('button', { name: /lines? hidden$/ });
    await toggle.click();
    await expect(reader.article.getByRole('button', { name: 'Restore' }).first()).toBeVisible();
    await toggle.click();
    await expect(reader.article.getByRole('button', { name: 'Restore' })).toHaveCount(0);
  });

  await test.step('passages are marked, overlapping, and taken back', async () => {
    await reader.open(article.id);
    await page.keyboard.press('s');
    await page.keyboard.press('h');
    await expect(reader.annotations.getByRole('listitem')).toHaveCount(1);
    await reader.select(name);
    await page.keyboard.press('2');
    await expect(reader.annotations.getByRole('listitem')).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect(reader.annotations.getByRole('listitem')).toHaveCount(1);
  });

  await test.step('an actor tagged once is found in every article that names it', async () => {
    await reader.select(name);
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByRole('button', { name: 'Add actor' }).click();
    await expect(reader.actors.getByRole('button', { name: new RegExp(name) })).toBeVisible();
    const { items: mentions } = await app.call('mentions.list', {});
    const found = new Set(mentions.map(({ articleId }) => articleId));
    for (const { id } of naming) expect(found).toContain(id);
    await expect.poll(() => reader.painted('mention-proposed')).toContain(name);
  });

  await test.step('search finds it and opens at the word', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(`"${name}"`);
    const results = page.getByRole('main');
    await expect(results.locator('mark').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(reader.article).toBeVisible();
    await expect(page).toHaveURL(/start=\d+/);
  });

  await test.step('a briefing cites passages, and says what has no source', async () => {
    await shell.newBriefing.click();
    await expect(page.getByRole('region', { name: 'Briefing' })).toBeVisible();
    await reader.open(article.id);
    await reader.select(name);
    await page.keyboard.press('b');
    await expect(shell.toast).toContainText('Added to');
    await shell.toast.getByRole('button', { name: 'Open' }).click();
    const briefing = page.getByRole('region', { name: 'Briefing' });
    await expect(briefing).toContainText(name);
    await expect(page.getByRole('status', { name: 'Coverage' })).toContainText(
      '1 of 1 sentences sourced',
    );
    await briefing.getByRole('textbox', { name: 'Text of the briefing' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('This sentence stands on nothing.');
    await expect(page.getByRole('status', { name: 'Coverage' })).toContainText(
      '1 of 2 sentences sourced',
    );
    await expect(briefing).toContainText(/Saved \d/);
  });

  await test.step('it leaves as a Word file with real footnotes', async () => {
    await shell.exportButton.click();
    const download = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.docx$/);
    const parts = unzipSync(readFileSync(await file.path()));
    expect(strFromU8(parts['word/footnotes.xml'] ?? new Uint8Array())).toContain(name);
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain(
      'This sentence stands on nothing.',
    );
  });

  await test.step('everything is there again after closing without saving', async () => {
    await page.reload();
    await expect(page.getByRole('region', { name: 'Briefing' })).toContainText(
      'This sentence stands on nothing.',
    );
    expect((await app.call('library.check', {})).problems).toEqual([]);
  });
});

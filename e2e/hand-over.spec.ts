import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import mammoth from 'mammoth';
import { expectAccessible } from './accessibility.ts';
import { expect, test, type WebApp } from './launch-web.ts';

const ferry = 'Ferry to sail\n\nThe ferry carried 120 people, the mayor said on Monday.';
const count = 'Passengers counted\n\nThe ferry carried 95 people, the harbour office said.';

/** A new briefing that cites two articles that count differently. */
async function story(app: WebApp) {
  const run = await app.call('import.run', {
    sources: [
      { name: 'ferry.txt', text: ferry },
      { name: 'count.txt', text: count },
    ],
  });
  const imported = run.imported.length > 0 ? run.imported : run.duplicates;
  const marked = await Promise.all(
    imported.map(async ({ articleId }) => {
      const { text } = await app.call('articles.get', { id: articleId });
      const start = text.indexOf('The ferry carried');
      const end = text.indexOf(' people') + ' people'.length;
      return app.call('annotations.create', {
        articleId,
        start,
        end,
        motivation: 'tagging',
        tags: ['passengers'],
      });
    }),
  );
  await app.call('articles.update', {
    id: imported[0]?.articleId ?? '',
    'container-title': 'The Daily Quay',
    issued: '2031-04-02',
  });
  const [first, second] = marked.map(({ id }) => id);
  return app.call('briefings.create', {
    title: 'Ferry',
    markdown: `Many people were on the ferry.[@${first ?? ''}][@${second ?? ''}]\n\nWho counted them?[@gap]`,
  });
}

const open = async (page: Page, app: WebApp, id: string) => {
  await page.goto(`${app.origin}/#/briefings/${id}`);
  await expect(page.getByRole('region', { name: 'Briefing', exact: true })).toBeVisible();
};

test.describe('a briefing', () => {
  test.use({ library: 'shared' });

  test('differing figures and contradicting passages are seen and kept', async ({ page, app }) => {
    const { id } = await story(app);
    await open(page, app, id);
    await expect(page.getByText('Sources give different numbers').first()).toBeVisible();
    await expect(page.getByText('An open gap', { exact: true }).first()).toBeVisible();
    const citation = page.getByRole('link', { name: /Source 2:/ });
    await citation.focus();
    await page.keyboard.press('-');
    await expect(page.getByRole('link', { name: /Contradicts\. Source 2:/ })).toBeVisible();
    await expect(page.getByText('Source 2 contradicts this').first()).toBeVisible();
    await expect
      .poll(async () => (await app.call('briefings.get', { id })).markdown)
      .toMatch(/\[@[0-9a-f-]+, contradicts\]/);
    await expectAccessible(page);
  });

  test('a briefing goes to Word in the chosen style, which is kept', async ({ page, app }) => {
    const { id } = await story(app);
    await open(page, app, id);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    const style = dialog.getByRole('combobox', { name: 'Citation style' });
    await style.selectOption('chicago');
    await expect(dialog.getByText('“Ferry to Sail,” The Daily Quay, April 2, 2031.')).toBeVisible();
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const path = await (await download).path();
    const { value } = await mammoth.extractRawText({ path });
    expect(value).toContain('“Passengers Counted,” n.d.');
    await expect(page.getByText('Exported to Ferry.docx')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy name' })).toBeVisible();
    await page.reload();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(style).toHaveValue('chicago');

    const language = dialog.getByLabel('Notes and headings in');
    await expect(language).toHaveValue('en');
    await language.selectOption('ja');
    await expect(
      dialog.getByText('日付なし').or(dialog.getByText('2031年4月2日')).first(),
    ).toBeVisible();
    const japanese = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const again = await mammoth.extractRawText({ path: await (await japanese).path() });
    expect(again.value).toContain('根拠資料');
    await page.getByRole('button', { name: 'Export', exact: true }).click();

    const chooser = page.waitForEvent('filechooser');
    await style.selectOption('file');
    await (
      await chooser
    ).setFiles(join(resolve(import.meta.dirname, '../resources/csl'), 'apa.csl'));
    await expect(style).toHaveValue('own');
    await expect(dialog.getByText(/\(n\.d\.\)|\(2031, April 2\)/).first()).toBeVisible();
  });
});

test('a bundle is merged after a preview, and undone', async ({ page, app }) => {
  const { id } = await story(app);
  const old = await app.call('notes.create', { title: 'Old', markdown: 'Out of date.' });
  await app.call('notes.delete', { id: old.id });
  await app.call('notes.create', { title: 'Ask', markdown: 'Who pays?' });
  const bundle = join(app.dir, 'Colleague.attache');
  await app.call('export.bundle', { path: bundle });
  await app.call('history.undo', {});
  await app.call('history.undo', {});
  await app.call('briefings.update', { id, markdown: 'Written anew.' });
  await page.reload();

  await page.getByRole('button', { name: /: library and view$/ }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Merge a library bundle…' }).click();
  await (
    await chooser
  ).setFiles({
    name: 'Colleague.attache',
    mimeType: 'application/octet-stream',
    buffer: readFileSync(bundle),
  });
  const dialog = page.getByRole('dialog', { name: 'Merge “Colleague”' });
  await expect(dialog.getByText('1 note', { exact: true })).toBeVisible();
  await expect(dialog.getByText('1 thing was changed on both sides')).toBeVisible();
  await expect(dialog.getByRole('group', { name: 'What to do with Ferry' })).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'Both' })).toBeFocused();
  await expect(dialog.getByText('The difference in words')).toBeVisible();
  await expect(dialog.getByRole('deletion').first()).toContainText('Written anew.');
  await expect(dialog.getByRole('insertion').first()).toContainText('Many people');
  const deletion = dialog.getByRole('group', { name: 'What to do with Old' });
  await expect(deletion.getByRole('radio', { name: 'Keep' })).toBeChecked();
  await deletion.getByText('Delete', { exact: true }).click();
  await expectAccessible(page);
  expect((await app.call('notes.list', {})).items.map(({ title }) => title)).toEqual(['Old']);
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText(/^“Colleague” was merged/)).toBeVisible();
  expect((await app.call('notes.list', {})).items.map(({ title }) => title)).toEqual(['Ask']);
  const titles = (await app.call('briefings.list', {})).items.map(({ title }) => title);
  expect(titles.sort()).toEqual(['Ferry', 'Ferry (Colleague)']);
  await app.call('history.undo', {});
  expect((await app.call('briefings.list', {})).total).toBe(1);

  const imported = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await (await imported).setFiles(bundle);
  await expect(dialog.getByText('1 note', { exact: true })).toBeVisible();
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, violationsOn } from './accessibility.ts';
import { expect, test, type WebApp } from './launch-web.ts';

const text = `The pier is to be longer

${Array.from({ length: 40 }, (_, i) => `Member number ${i + 1} of the council rose to speak about the pier, and sat down again after ${i + 2} minutes.`).join('\n\n')}
`;

const tags = [['pier/cost'], ['pier/cost/loans', 'gap'], ['boats'], [], ['pier']];

async function prepared(app: WebApp): Promise<string> {
  const { imported } = await app.call('import.run', { sources: [{ name: 'pier.txt', text }] });
  const articleId = imported[0]?.articleId ?? '';
  for (let i = 0; i < 40; i += 1) {
    const start = text.indexOf(`Member number ${i + 1} of`);
    await app.call('annotations.create', {
      articleId,
      start,
      end: start + 40,
      motivation: 'tagging',
      tags: tags[i % 5] ?? [],
    });
  }
  return articleId;
}

test('all passages in one list: narrowed, chosen by mouse and keys, changed many at a time', async ({
  page,
  app,
}) => {
  const articleId = await prepared(app);
  const tagged = async (tag: string) => (await app.call('annotations.list', { tag })).total;
  await page.evaluate(() => {
    location.hash = '#/annotations';
  });
  const list = page.getByRole('listbox', { name: 'Annotations' });
  const row = (n: number) => list.getByRole('option', { name: `Member number ${n} of` });
  await expect(page.getByText('40 passages')).toBeVisible();
  // Only what is in sight is built.
  expect(await list.getByRole('option').count()).toBeLessThan(30);
  await page.getByRole('button', { name: 'Newest' }).click();
  await page.getByRole('menuitemradio', { name: 'By article' }).click();

  await row(2).click();
  await row(5).click({ modifiers: ['Shift'] });
  await row(3).click({ modifiers: ['Control'] });
  await expect(page.getByText('3 chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Add tags' }).click();
  await page.keyboard.type('loa');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('who spoke, ');
  await page.getByRole('dialog').getByRole('button', { name: 'Add tags' }).click();
  await expect.poll(() => tagged('who spoke')).toBe(3);
  expect(await tagged('pier/cost/loans')).toBe(8 + 2);

  // The same by keys alone: two chosen with Shift, one let go with Space, deleted, and all back.
  await row(10).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 chosen')).toBeVisible();
  await page.keyboard.press('5');
  const iris = async () => (await app.call('annotations.list', { colour: 'iris' })).total;
  await expect.poll(iris).toBe(2);
  await page.keyboard.press('t');
  await page.keyboard.type('who spoke');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(() => tagged('who spoke')).toBe(5);
  await expect(row(10)).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByText('38 passages', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('40 passages', { exact: true })).toBeVisible();
  await list.getByRole('option').first().focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('40 chosen')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('None chosen')).toBeVisible();

  // A tag takes those beneath it along: in the filter, and when it moves.
  await page.getByRole('button', { name: 'pier/cost, 18 passages' }).click();
  await expect(page.getByText('18 passages', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Change pier/cost', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Move' }).click();
  await page.getByRole('combobox', { name: 'Beneath which tag' }).fill('boats');
  await page.keyboard.press('Enter');
  await expect(page.getByText('pier/cost moved')).toBeVisible();
  expect(await tagged('boats/cost/loans')).toBe(10);
  await expect(page.getByText('18 passages', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(() => tagged('pier/cost/loans')).toBe(10);
  await page.getByRole('button', { name: 'All passages' }).first().click();

  // The outline is one stop for Tab; F2 renames where the focus is; a tag is dragged to another.
  const tag = (name: string) =>
    page.getByRole('button', { name: new RegExp(`^${name}, \\d+ passages?$`) });
  await tag('boats').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(tag('boats')).toBeFocused();
  for (let row = 0; row < 2; row += 1) await page.keyboard.press('ArrowDown');
  await expect(tag('pier')).toBeFocused();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name' }).fill('quay');
  await page.keyboard.press('Enter');
  await expect.poll(() => tagged('quay/cost/loans')).toBe(10);
  await expect(tag('quay')).toBeFocused();
  await tag('quay/cost').dragTo(tag('boats'));
  await expect.poll(() => tagged('boats/cost/loans')).toBe(10);
  for (let undone = 0; undone < 2; undone += 1) await page.keyboard.press('Control+z');
  await expect.poll(() => tagged('pier/cost/loans')).toBe(10);

  await page.getByRole('button', { name: 'Say what amber means' }).click();
  await page.getByRole('textbox', { name: 'Meaning' }).fill('Who spoke');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Who spoke/ })).toBeVisible();
  await expectAccessible(page);

  // Enter opens the article at the passage.
  await page.getByRole('searchbox', { name: 'Words in passages' }).fill('number 33');
  await expect(page.getByText('1 passage', { exact: true })).toBeVisible();
  await row(33).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${articleId}\\?start=`));
  await expect(page.getByRole('article').getByText('Member number 33 of')).toBeInViewport();
});

test('annotations from a file: placed, confirmed, waiting, and what is malformed named', async ({
  page,
  app,
  home,
}) => {
  const text = `The pier is to be longer

The harbour council voted on Tuesday to lengthen the pier by forty metres. Two members left.

“We are building for boats we do not have yet,” Ada Lund told the council.
`;
  const { imported } = await app.call('import.run', { sources: [{ name: 'pier.txt', text }] });
  const articleId = imported[0]?.articleId ?? '';
  await app.call('articles.update', { id: articleId, URL: 'https://news.example/pier' });
  const quote = (exact: string, source = 'https://news.example/pier') => {
    const at = text.indexOf(exact);
    const context = at < 0 ? {} : { prefix: text.slice(Math.max(0, at - 20), at) };
    return {
      type: 'Annotation',
      target: { source, selector: { type: 'TextQuoteSelector', exact, ...context } },
    };
  };
  const file = join(home, 'annotations.jsonld');
  writeFileSync(
    file,
    JSON.stringify([
      quote('lengthen the pier by forty metres'),
      quote('boats we do not have yet'),
      quote('words that are nowhere'),
      quote('another text', 'https://elsewhere.example/'),
      null,
    ]),
  );
  await page.setViewportSize({ width: 800, height: 600 });
  await page.evaluate(() => {
    location.hash = '#/annotations';
  });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import annotations' }).click(),
  ]);
  await chooser.setFiles(file);
  const report = page.getByRole('dialog');
  await expect(report).toContainText('3 annotations imported');
  await expect(report).toContainText('item 5');
  await page.keyboard.press('Enter');
  await expect(report).toHaveCount(0);

  await page.evaluate(() => {
    location.hash = '#/lost';
  });
  await expect(page.getByRole('region', { name: 'Lost', exact: true })).toContainText('nowhere');
  const waiting = page.getByRole('region', { name: 'Waiting for their text' });
  await expect(waiting).toContainText('https://elsewhere.example/');
  expect(await violationsOn(page)).toEqual([]);
  await waiting.getByRole('button', { name: 'Place them in an article' }).click();
  await page.getByRole('combobox', { name: 'In which article' }).fill('pier long');
  await page.getByRole('option', { name: /The pier is to be longer/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(waiting).toHaveCount(0);
  expect((await app.call('annotations.list', { status: 'orphaned' })).total).toBe(2);
});

import { expectAccessible } from './accessibility.ts';
import { expect, test } from './launch-web.ts';
import { ReaderPage } from './page-models/reader.ts';

const report = (ending: string) => `The quay will stay open, mayor says

“We will keep the quay open all winter,” Mayor Hedda Moen said on Friday. ${ending}

The mayor spoke beside the old crane.
`;

test('a quotation is recorded with the speaker the text names, and stands in the grid', async ({
  page,
  app,
}) => {
  const { imported } = await app.call('import.run', {
    sources: [
      { name: 'first.txt', text: report('Fishermen cheered.') },
      {
        name: 'second.txt',
        text: 'Crane to be sold\n\nHedda Moen signed the sale of the crane. Moen gave no price.\n\n“It is too soon,” harbour master Piet Brandt said.',
      },
    ],
  });
  const [first, second] = imported;
  if (first === undefined || second === undefined) throw new Error('Both texts are imported.');
  const { id: speaker } = await app.call('actors.create', { kind: 'person', name: 'Hedda Moen' });

  const reader = new ReaderPage(page);
  await reader.open(first.articleId);
  await reader.select('“We will keep the quay open all winter,” Mayor Hedda Moen said on Friday.');
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Speaker: Hedda Moen?')).toBeVisible();
  await expect(dialog.getByLabel('Form')).toHaveValue('direct');
  // All of it lies in the window, also in one that has no room for it above or below the words.
  for (const height of [450, 800]) {
    await page.setViewportSize({ width: 1280, height });
    await expect
      .poll(() =>
        dialog.evaluate((box) => {
          const { top, bottom } = box.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
  }
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(async () => (await app.call('statements.list', {})).items)
    .toMatchObject([
      {
        articleId: first.articleId,
        speaker,
        kind: 'direct',
        quote: 'We will keep the quay open all winter,',
      },
    ]);

  // Where the text names no speaker, a letter chooses one and Enter records.
  await reader.select('The mayor spoke beside the old crane.');
  await page.keyboard.press('a');
  const speakers = dialog.getByLabel('Speaker');
  await expect(speakers).toBeFocused();
  await page.keyboard.press('h');
  await expect(speakers).toHaveValue(speaker);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => (await app.call('statements.list', {})).total).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await app.call('statements.list', {})).total).toBe(1);

  await page.getByRole('link', { name: 'Who said what' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Hedda Moen' });
  await expect(row.getByRole('gridcell').filter({ hasText: 'named twice' })).toHaveCount(1);
  await expectAccessible(page);

  // What is proposed is answered in its cell: Enter accepts, N refuses, arrows move.
  const asking = page.getByRole('gridcell').filter({ hasText: 'Speaker: Piet Brandt?' });
  await expect(asking).toHaveCount(1);
  await expect(asking).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(asking).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(asking).toHaveCount(0);
  const brandt = page.getByRole('row').filter({ hasText: 'Piet Brandt' });
  await expect(brandt.getByRole('gridcell').filter({ hasText: 'too soon' })).toHaveCount(1);
  await expect(brandt.getByRole('rowheader')).toHaveText(/1 mention/);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await asking.focus();
  await page.keyboard.press('Control+z');
  // His row is another one once he is no actor any more; the focus stays where it was.
  await expect(brandt).toHaveAttribute('data-stranger', 'true');
  await expect(asking).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.getByText('Piet Brandt will not be proposed for these words')).toBeVisible();
  await expect(asking).toHaveCount(0);

  await page.getByLabel('Kinds of statement').selectOption('Paraphrase');
  await expect(row.getByRole('link', { name: /quay open all winter/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Copy as table' }).click();
  await expect(page.getByText(/^Copied: 1 actor, 2 articles/)).toBeVisible();
  await page.context().grantPermissions(['clipboard-read']);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\t.*quay open all winter/);
  await row.getByRole('link', { name: /quay open all winter/ }).click();
  await expect
    .poll(() => reader.painted('hit-current'))
    .toEqual(['We will keep the quay open all winter,']);

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await app.call('statements.list', {})).total).toBe(0);
});

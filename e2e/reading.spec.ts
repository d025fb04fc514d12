import { expectAccessible } from './accessibility.ts';
import { expect, test } from './launch-web.ts';
import { ReaderPage } from './page-models/reader.ts';
import { importText, text } from './pier-article.ts';

test.describe('an article', () => {
  test.use({ library: 'shared' });

  test('marks passages with mouse and keys, overlapping, with comment and tags, and takes them back', async ({
    page,
    app,
  }) => {
    const reader = new ReaderPage(page);
    await reader.open(await importText(app));

    await reader.select('We are building for boats we do not have yet');
    await reader.toolbar.getByRole('button', { name: 'Highlight' }).click();
    await expect(reader.card('building for boats')).toHaveCount(1);
    await expect
      .poll(() => reader.painted('fill-amber'))
      .toEqual(['We are building for boats we do not have yet']);

    // A second passage inside the first takes a lane of its own; the fill stays that of the outer one.
    await reader.select('boats we do not have');
    await page.keyboard.press('3');
    await expect.poll(() => reader.painted('line-sky-1')).toEqual(['boats we do not have']);
    await expect.poll(() => reader.painted('fill-sky')).toEqual([]);
    // With nothing selected the key gives the chosen passage another colour.
    await page.keyboard.press('4');
    await expect.poll(() => reader.painted('line-rose-1')).toEqual(['boats we do not have']);

    // Clicking where both lie offers both, shortest first.
    await reader.click('boats we');
    const menu = page.getByRole('menu', { name: '2 passages here' });
    await expect(menu.getByRole('menuitem')).toHaveText([
      'boats we do not have',
      /^We are building/,
    ]);
    await menu.getByRole('menuitem').nth(1).click();
    await expect(reader.card('We are building').locator('[aria-current]')).toBeVisible();

    await reader.select('Two members left the room');
    // What is typed before the field is there never runs as a shortcut.
    await page.keyboard.type('cnu');
    await expect(page).toHaveURL(/#\/articles\//);
    const card = reader.card('Two members left');
    await card.getByRole('textbox', { name: 'Comment' }).fill('Who left, and why?');
    await card.getByRole('combobox', { name: 'Tags' }).fill('procedure, gap');
    await card.getByRole('button', { name: 'Save' }).click();
    await expect(card).toContainText('Who left, and why?');
    await expect(card).toContainText('procedure');

    // From the card to the words.
    await reader.card('boats we do not have').nth(1).getByRole('button').first().click();
    await expect.poll(() => reader.painted('active-passage')).toEqual(['boats we do not have']);

    await card.getByRole('button').first().click();
    await card.getByRole('button', { name: 'Delete passage' }).click();
    await expect(card).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(card).toContainText('Who left, and why?');
    await page.keyboard.press('Control+z');
    await expectAccessible(page);
  });

  test('works by keyboard alone: sentences, a highlight, stepping through passages', async ({
    page,
    app,
  }) => {
    const reader = new ReaderPage(page);
    await reader.open(await importText(app));
    await page.keyboard.press('s');
    await expect(reader.toolbar).toBeVisible();
    await page.keyboard.press('h');
    await expect(reader.annotations.getByRole('listitem')).toHaveCount(1);
    await expect(reader.card('The harbour council voted on Tuesday')).toHaveCount(1);
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('s');
    await page.keyboard.press('Shift+S');
    await page.keyboard.press('h');
    await expect(reader.annotations.getByRole('listitem')).toHaveCount(2);
    await page.keyboard.press('[');
    await page.keyboard.press('[');
    await expect(page.getByRole('status').filter({ hasText: /1 passage here/ })).toHaveCount(1);
    // Forced colours: the words of the passage that is chosen are told from what lies behind them.
    await page.emulateMedia({ forcedColors: 'active' });
    await expect.poll(() => reader.painted('active-passage')).toHaveLength(1);
    const [ink, chosen] = await reader.article.evaluate((article) =>
      [null, '::highlight(active-passage)'].map((part) => getComputedStyle(article, part).color),
    );
    expect(chosen).not.toBe(ink);
  });

  test('the text takes the keys when it opens; a caret selects in it, F6 goes from pane to pane', async ({
    page,
    app,
  }) => {
    const reader = new ReaderPage(page);
    await reader.open(await importText(app));
    const region = page.getByRole('region', { name: 'Text' });
    await expect(region).toBeFocused();

    await page.keyboard.press('F7');
    await expect(page.getByRole('status').filter({ hasText: 'Caret on' })).toHaveCount(1);
    // Before the first letter of a paragraph as well it is as high as one line.
    const caret = await page.locator('main span[style*="height"]').boundingBox();
    expect(caret?.height).toBeGreaterThan(10);
    expect(caret?.height).toBeLessThan(40);
    const selection = () => page.evaluate(() => getSelection()?.toString() ?? '');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Home');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+Shift+ArrowRight');
    const words = (await selection()).trim();
    expect(words.length).toBeGreaterThan(3);
    expect(text).toContain(`\n${words}`);
    await page.keyboard.press('h');
    await expect(reader.card(words)).toHaveCount(1);
    await page.keyboard.press('F7');
    await expect(page.getByRole('status').filter({ hasText: 'Caret on' })).toHaveCount(0);

    const inPane = (name: string) =>
      page.evaluate(
        (label) => document.activeElement?.closest(`[aria-label="${label}"]`) != null,
        name,
      );
    await page.keyboard.press('F6');
    expect(await inPane('Beside the text')).toBe(true);
    await page.keyboard.press('F6');
    expect(await inPane('Library')).toBe(true);
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('Shift+F6');
    await expect(region).toBeFocused();
    // From the text, Tab leads to the passages of each paragraph.
    await page.keyboard.press('Tab');
    const bubble = page.getByRole('button', { name: '1 passage here' });
    for (
      let i = 0;
      i < 8 && !(await bubble.evaluate((it) => it === document.activeElement));
      i += 1
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(reader.card(words).locator('[aria-current]')).toBeVisible();
  });

  test('under 900 px bubbles in the margin stand for the cards', async ({ page, app }) => {
    await page.setViewportSize({ width: 800, height: 600 });
    const reader = new ReaderPage(page);
    const articleId = await importText(app);
    for (const [words, colour] of [
      ['The harbour council voted on Tuesday', 'sky'],
      ['council voted', 'rose'],
      ['We are building for boats', 'amber'],
    ] as const) {
      const start = text.indexOf(words);
      const range = { start, end: start + words.length };
      await app.call('annotations.create', {
        articleId,
        ...range,
        motivation: 'highlighting',
        colour,
      });
    }
    await reader.open(articleId);
    const bubbles = page.getByRole('group', { name: 'Passages by paragraph' }).getByRole('button');
    await expect(bubbles).toHaveText(['2', '1']);
    await expectAccessible(page);
    await bubbles.first().click();
    await page.getByRole('menuitem', { name: 'council voted' }).first().click();
    await expect(reader.card('council voted').locator('[aria-current]').first()).toBeVisible();
    // Once to let go of the passage, once to close what lies over the text.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(reader.annotations).toHaveCount(0);
  });
});

test('an actor made from a selection is found wherever it is named', async ({ page, app }) => {
  const reader = new ReaderPage(page);
  await reader.open(await importText(app));
  await reader.select('Ada Lund');
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: /Ada Lund/ });
  await expect(dialog.getByRole('textbox')).toHaveValue('Ada Lund');
  await page.keyboard.press('Enter');
  await expect(reader.actors.getByRole('button', { name: /Ada Lund/ })).toBeVisible();
  await expect.poll(() => reader.painted('mention-proposed')).toContain('Ada Lund');

  await reader.select('Ben Lund');
  await page.keyboard.press('a');
  await page
    .getByRole('dialog', { name: /Ben Lund/ })
    .getByRole('button', { name: 'Add actor' })
    .click();
  // A bare surname with two owners is not guessed.
  const open = reader.actors.getByRole('button', { name: /which one/ });
  await expect(open).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('o');
  const question = page.getByRole('dialog', { name: 'Who is Lund?' });
  await expect(question.getByRole('listitem').filter({ hasText: 'Ada Lund' })).toContainText(
    'named once here: “Ada Lund”',
  );
  await expectAccessible(page);
  // Arrows go from answer to answer.
  await page.keyboard.press('ArrowUp');
  const answers = question.getByRole('button', { name: /^Here/ });
  await expect(answers.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(answers.first()).toBeFocused();
  const first = await question.getByRole('listitem').first().textContent();
  await page.keyboard.press(first?.startsWith('Ada Lund') === true ? 'Shift+1' : 'Shift+2');
  await expect(question).toHaveCount(0);
  await expect(open).toHaveCount(0);
  await expect.poll(() => reader.painted('mention-sure')).toEqual(['Lund', 'Lund']);
});

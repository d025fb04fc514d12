import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expectAccessible, violationsOn } from './accessibility.ts';
import { expect, test } from './launch-web.ts';
import { ReaderPage } from './page-models/reader.ts';

const corpus = resolve(import.meta.dirname, '../../shared/corpus');
const isThere = existsSync(corpus);
if (!isThere)
  console.warn(`LEFT OUT: ${corpus} is not there, so actors are not tried on real articles.`);

test('actors of five real articles, from proposals to the grid, by keyboard alone', async ({
  page,
  app,
}) => {
  test.skip(!isThere, 'the shared corpus is not there');
  test.setTimeout(240_000);
  const reader = new ReaderPage(page);
  await app.call('import.run', {
    sources: readdirSync(corpus)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ name, text: readFileSync(join(corpus, name), 'utf8') })),
  });
  const articles = (await app.call('articles.list', {})).items;
  const { items: proposals } = await app.call('actors.propose', {});

  await test.step('three proposals are ticked, one of them corrected, one dismissed', async () => {
    await page.getByRole('link', { name: 'Proposed' }).focus();
    await page.keyboard.press('Enter');
    const boxes = page
      .getByRole('list', { name: 'Names that may be actors' })
      .getByRole('checkbox');
    await expect(boxes.first()).toBeVisible();
    await boxes.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    await page.keyboard.type('Corrected Name');
    await page.keyboard.press('Enter');
    await expect(page.getByText('corrected', { exact: false }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add 3 actors' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await expect(page.getByText(/will not be proposed again/)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^3 actors added/)).toBeVisible();
    const actors = (await app.call('actors.list', {})).items;
    expect(new Set(actors.map(({ name }) => name))).toEqual(
      new Set([proposals[0]?.name, proposals[1]?.name, 'Corrected Name']),
    );
    const dismissed = (await app.call('actors.dismissed', {})).items;
    expect(dismissed.map(({ name }) => name)).toEqual([proposals[3]?.name]);
  });

  await test.step('their mentions light up in every article that names them', async () => {
    const { items: mentions } = await app.call('mentions.list', {});
    for (const { id } of articles) {
      const here = mentions.filter(({ articleId }) => articleId === id);
      if (here.length === 0) continue;
      await reader.open(id);
      await expect
        .poll(async () => (await reader.painted('mention-proposed')).length)
        .toBeGreaterThan(0);
    }
  });

  await test.step('the grid is filled with Enter and emptied with undo', async () => {
    await page.getByRole('link', { name: 'Who said what' }).focus();
    await page.keyboard.press('Enter');
    const asking = page.getByRole('gridcell').filter({ hasText: 'Speaker:' });
    await expect(asking.first()).toBeVisible();
    await page.locator('td[tabindex="0"]').focus();
    for (let n = 1; n <= 3; n += 1) {
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await app.call('statements.list', {})).total).toBe(n);
      await expect(page.getByRole('gridcell').and(page.locator(':focus'))).toContainText(
        'Speaker:',
      );
    }
    await page.keyboard.press('Control+Home');
    await expect(page.locator(':focus')).toHaveAttribute('data-cell', '0,0');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await app.call('statements.list', {})).total).toBe(2);
  });

  await test.step('what the articles show together leads down to the passages', async () => {
    for (const name of ['Timeline', 'Outlets', 'Network']) {
      await page.getByRole('link', { name }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await expectAccessible(page);
    }
    await page.getByRole('link', { name: 'Timeline' }).focus();
    await page.keyboard.press('Enter');
    const counts = page.getByRole('table', { name: 'Counts by period' });
    await counts
      .getByRole('button', { name: /in the texts$/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    const chosen = (await page.locator(':focus').getAttribute('aria-label'))?.split(':')[0] ?? '';
    await expect(page.getByRole('button', { name: 'Show all in sight' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Timeline' }).getByRole('row')).not.toHaveCount(1);
    expect(chosen).toMatch(/\d{4}$/);
    await page.keyboard.press('+');
    await expect(page.getByRole('radio', { name: 'Months' })).toBeChecked();
    await page.getByRole('link', { name: 'Network' }).focus();
    await page.keyboard.press('Enter');
    for (const [kind, beginning] of [
      ['Picture (.svg)', '<svg '],
      ['Picture (.png)', '\u0089PNG'],
      ['Table (.csv)', '\u00ef\u00bb\u00bfActor,With,Articles'],
    ] as const) {
      await page.getByRole('button', { name: 'Save', exact: true }).focus();
      await page.keyboard.press('Enter');
      const saved = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: kind }).focus();
      await page.keyboard.press('Enter');
      const bytes = readFileSync(await (await saved).path());
      expect(bytes.toString('latin1').startsWith(beginning), kind).toBe(true);
    }
    const ties = page.getByRole('table', { name: 'Who is named with whom' });
    await ties.getByRole('row').nth(1).getByRole('link').last().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /in the same article$/ })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('an actor has an office, company, a timeline and its statements', async () => {
    const [actor] = (await app.call('actors.list', {})).items;
    if (actor === undefined) throw new Error('no actor');
    await page.evaluate((id) => {
      location.hash = `#/actors/${id}`;
    }, actor.id);
    await page.getByRole('button', { name: 'Edit', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('A Better Name');
    await page.getByLabel('Description').fill('Spokesman for the ministry');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'A Better Name' })).toBeVisible();
    await page.getByRole('button', { name: `Make “${actor.name}” the preferred name` }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: actor.name })).toBeVisible();
    await page.getByRole('button', { name: 'All actors' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox', { name: 'Find an actor' }).fill('MINISTRY better');
    const found = page.getByRole('region', { name: 'Actors' }).getByRole('listitem');
    await expect(found).toHaveCount(1);
    await expectAccessible(page);
    await found.getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Title', { exact: true }).fill('Chair');
    await page.getByLabel('From', { exact: true }).fill('2031-02');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: 'Chair' })).toContainText(
      'since Feb 2031',
    );
    await expect(page.getByRole('heading', { name: 'Named together with' })).toBeVisible();
    await expectAccessible(page);
    // Decisions follow each other by keyboard: the focus stays where the last one was made.
    const mentions = page.locator('[data-section="mentions"]');
    for (const [name, status] of [
      ['Confirm', 'confirmed'],
      ['Reject', 'rejected'],
    ] as const) {
      const button = mentions.getByRole('button', { name, exact: true }).first();
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(button).toHaveAttribute('aria-pressed', 'true');
      await expect(button).toBeFocused();
      await expect(mentions.getByRole('listitem').first()).toContainText(status);
    }
    await page.keyboard.press('Enter');
    await expect(mentions.getByRole('listitem').first()).toContainText('proposed');
    const relations = page.locator('[data-section="relations"]');
    await relations.getByRole('button', { name: 'Edit: Chair' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('To', { exact: true }).fill('2033');
    await page.keyboard.press('Enter');
    await expect(relations.getByRole('listitem')).toContainText('Feb 2031 to 2033');
    await expect(relations.getByRole('button', { name: 'Edit: Chair' })).toBeFocused();
    const names = page.locator('[data-section="names"]');
    const scope = names.getByLabel('“A Better Name” counts');
    await scope.focus();
    await scope.selectOption('only in one article…');
    await page.getByRole('combobox', { name: 'Choose an article' }).click();
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('Only in');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(scope).toHaveValue('article');
    await expect(scope).toBeFocused();
    expect((await app.call('actors.get', { id: actor.id })).names).toContainEqual({
      name: 'A Better Name',
      scope: { articleId: expect.any(String) },
    });
    await page.keyboard.press('Control+z');
    await expect(scope).toHaveValue('everywhere');
    await names.getByRole('button', { name: 'Remove A Better Name' }).focus();
    await page.keyboard.press('Enter');
    await expect(names.getByText('A Better Name')).toHaveCount(0);
    await expect(names.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(names.getByText('A Better Name')).toHaveCount(1);
    await app.call('settings.set', { theme: 'dark' });
    await page.setViewportSize({ width: 800, height: 600 });
    for (const place of [
      'proposed',
      'said',
      'timeline',
      'network',
      'outlets',
      `actors/${actor.id}`,
    ]) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/${place}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await violationsOn(page, 'colours')).toEqual([]);
    }
  });

  await test.step('a name is given away, and two actors become one, by keyboard', async () => {
    const [one, other] = (await app.call('actors.list', {})).items;
    if (one === undefined || other === undefined) throw new Error('two actors are needed');
    const kept = one.names.find(({ name }) => name !== one.name)?.name ?? '';
    const choose = async () => {
      const field = page.getByRole('combobox', { name: 'Choose an actor' });
      await expect(field).toBeFocused();
      await page.keyboard.type(other.name);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog').getByRole('status')).toContainText(other.name);
      await page.keyboard.press('Enter');
    };
    const names = page.locator('[data-section="names"]');
    await names.getByRole('button', { name: `Give “${kept}” to another actor` }).focus();
    await page.keyboard.press('Enter');
    await choose();
    await expect(names.getByText(kept, { exact: true })).toHaveCount(0);
    await expect(names.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(names.getByText(kept, { exact: true })).toHaveCount(1);
    await page.getByRole('button', { name: 'Merge with' }).focus();
    await page.keyboard.press('Enter');
    await choose();
    await expect(page.getByRole('heading', { level: 1, name: other.name })).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await app.call('actors.list', {})).total).toBe(3);
  });

  await test.step('one thing done before is taken back by itself', async () => {
    await page.evaluate(() => {
      location.hash = '#/history';
    });
    await page.getByRole('searchbox', { name: 'Words in what was done' }).fill('edit actor');
    const entries = page.getByRole('button', { name: /^Take back: Edit actor/ });
    await expect(entries).toHaveCount(2);
    await entries.first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Taken back: Edit actor/)).toBeVisible();
    const names = (await app.call('actors.list', {})).items.map(({ name }) => name);
    expect(names).toContain('A Better Name');
  });
});

test('proposed names are narrowed; the last one shown leaves the focus to the field', async ({
  page,
  app,
}) => {
  await app.call('library.sample', {});
  const [first] = (await app.call('actors.propose', {})).items;
  await page.getByRole('link', { name: 'Proposed' }).click();
  const field = page.getByRole('searchbox', { name: 'Find a name' });
  await field.fill(first?.name ?? '');
  const boxes = page.getByRole('list', { name: 'Names that may be actors' }).getByRole('checkbox');
  await expect(boxes).toHaveCount(1);
  await boxes.first().focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText('No proposed name has these words')).toBeVisible();
  await expect(field).toBeFocused();
});

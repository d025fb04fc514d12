import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, launchWeb, test } from './launch-web.ts';
import { BriefingPage } from './page-models/briefing.ts';
import { ImportPreview, textFile } from './page-models/import-preview.ts';
import { ProposedPage } from './page-models/proposed.ts';
import { ReaderPage } from './page-models/reader.ts';
import { SearchPage } from './page-models/search.ts';
import { Shell } from './page-models/shell.ts';
import { readStory, storyFiles, wireCopy } from './story.ts';

/** The words with one of them replaced. */
const misquoted = (words: string): string => words.replace(/\b\p{L}{4,}\b/u, 'otherwise');

test('the first ten minutes, by mouse', async ({ page, app, home, context }) => {
  test.setTimeout(180_000);
  const shell = new Shell(page);
  const preview = new ImportPreview(page);
  const reader = new ReaderPage(page);
  const proposed = new ProposedPage(page);
  const briefing = new BriefingPage(page);
  const search = new SearchPage(page);

  await test.step('0:00 the first screen says what to do and that nothing leaves', async () => {
    await expect(page.getByRole('heading', { name: 'Drop articles here' })).toBeVisible();
    for (const name of [/^Paste/, /^Choose files/, 'Try the sample']) {
      await expect(page.getByRole('button', { name })).toBeVisible();
    }
    await expect(page.getByText('Nothing leaves this computer').first()).toBeVisible();
  });

  await test.step('0:20 five files become a table, then articles', async () => {
    await preview.choose(storyFiles);
    for (const path of storyFiles) {
      const row = preview.row(basename(path));
      await expect(row.getByRole('button').first()).not.toBeEmpty();
      await expect(row.getByRole('button', { name: /^Outlet/ })).toBeVisible();
      await expect(row.getByRole('button', { name: /^Published/ })).toContainText(/n\.d\.|\d/);
    }
    await expect(page.getByText(/^5 articles, \d+ hidden lines?$/)).toBeVisible();
    await preview.table
      .getByRole('button', { name: /lines? hidden: show$/ })
      .first()
      .click();
    await expect(preview.hidden.getByRole('listitem').first()).toBeVisible();
    expect((await app.call('library.info', {})).counts.articles).toBe(0);
    await preview.run.click();
    await expect(page.getByRole('heading', { name: '5 articles imported' })).toBeVisible();
    await shell.go('All articles');
    await expect(shell.articles.getByRole('listitem')).toHaveCount(5);
  });

  const story = await readStory(app);
  const { hidden, quotation, name } = story;

  await test.step('1:30 one click shows what was hidden and why; a line is restored', async () => {
    await shell.article(hidden.article.title).click();
    await expect(reader.article.getByRole('heading', { level: 1 })).toHaveText(
      hidden.article.title,
    );
    await reader.hiddenLines.click();
    await reader.article.getByRole('button', { name: 'Restore' }).first().click();
    await expect
      .poll(async () => (await app.call('articles.get', { id: hidden.article.id })).hidden.length)
      .toBe(hidden.article.hidden.length - 1);
    await reader.hiddenLines.click();
    await expect(reader.article.getByText(hidden.words).first()).toBeVisible();
  });

  await test.step('2:15 a sentence is highlighted, overlapped, and the last taken back', async () => {
    const [first] = story.sentences;
    if (first === undefined) throw new Error('No article has a plain sentence.');
    await shell.article(first.article.title).click();
    await reader.select(first.words);
    await reader.toolbar.getByRole('button', { name: 'Highlight', exact: true }).click();
    await expect(reader.card(first.words)).toHaveCount(1);
    const half = first.words.slice(first.words.indexOf(' ') + 1, first.words.lastIndexOf(' '));
    await reader.select(half);
    await reader.toolbar.getByRole('button', { name: 'Highlight', exact: true }).click();
    await expect(reader.annotations.getByRole('listitem')).toHaveCount(2);
    await expect.poll(() => reader.painted('line-amber-1')).toEqual([half]);
    await page.keyboard.press('Control+z');
    await expect(reader.annotations.getByRole('listitem')).toHaveCount(1);
  });

  const corrected = `${name} II`;
  await test.step('3:30 three names are ticked, one corrected, and light up where they stand', async () => {
    await shell.go('Proposed');
    const others = (await app.call('actors.propose', {})).items
      .map((item) => item.name)
      .filter((other) => other !== name);
    for (const other of others.slice(0, 2)) await proposed.checkbox(other).check();
    await proposed.correct(name, corrected);
    await proposed.add.click();
    await expect(page.getByText(/^3 actors added/)).toBeVisible();
    const { items } = await app.call('actors.list', {});
    expect(items.map((actor) => actor.name).sort()).toEqual(
      [corrected, ...others.slice(0, 2)].sort(),
    );
    for (const article of story.naming) {
      await shell.go('All articles');
      await shell.article(article.title).click();
      await expect.poll(() => reader.painted('mention-proposed')).toContain(name);
    }
  });

  await test.step('5:00 a quotation has a proposed speaker, and the grid fills', async () => {
    await shell.article(quotation.article.title).click();
    await reader.select(quotation.words);
    await reader.toolbar.getByRole('button', { name: 'Tag actor' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(`Speaker: ${corrected}?`)).toBeVisible();
    await dialog.getByRole('button', { name: 'Record statement' }).click();
    await expect(dialog).toHaveCount(0);
    await shell.go('Who said what');
    const row = page.getByRole('row').filter({ hasText: corrected });
    await expect(row.getByRole('link', { name: quotation.words })).toBeVisible();
  });

  await test.step('6:00 one box finds by word, actor and what is not said', async () => {
    await shell.search.click();
    await search.type(`${story.subject} actor:"${corrected}" -said`);
    for (const part of [story.subject, corrected, 'said']) {
      await expect(search.understood).toContainText(part);
    }
    await search.understood.getByRole('button', { name: 'Remove said' }).click();
    const results = page.getByRole('list', { name: /^Articles/ });
    await expect(results.locator('mark').first()).toBeVisible();
    await results.getByRole('listitem').getByRole('link').first().click();
    await expect(page).toHaveURL(/#\/articles\/.*start=\d+/);
    await expect(reader.article).toBeVisible();
  });

  await test.step('7:00 a briefing from the template takes three passages', async () => {
    await shell.newBriefing.click();
    for (const heading of ['Bottom line', 'What happened', 'Positions', 'Assessment', 'Gaps']) {
      await expect(briefing.text.getByRole('heading', { name: heading })).toBeVisible();
    }
    const [first, second] = story.sentences;
    await briefing.passage(first?.words ?? '').dragTo(briefing.under('What happened'));
    await expect(briefing.coverage).toContainText('1 of 1 sentences sourced');
    for (const place of [second, quotation]) {
      await page.getByRole('link', { name: 'All articles' }).click();
      await shell.article(place?.article.title ?? '').click();
      await reader.select(place?.words ?? '');
      await reader.toolbar.getByRole('button', { name: 'Add to briefing' }).click();
      await shell.toast.getByRole('button', { name: 'Open' }).last().click();
    }
    await expect(briefing.coverage).toContainText('3 of 3 sentences sourced');
  });

  const report = story.sentences[1] ?? quotation;
  await test.step('8:00 another paper carries one of the reports, and is cited beside it', async () => {
    await preview.choose([textFile('another-paper.txt', wireCopy(report))]);
    await preview.run.click();
    await expect(page.getByRole('heading', { name: '1 article imported' })).toBeVisible();
    const known = new Set(story.articles.map(({ id }) => id));
    const { items } = await app.call('articles.list', {});
    await reader.open(items.find(({ id }) => !known.has(id))?.id ?? '');
    await reader.select(report.words);
    await reader.toolbar.getByRole('button', { name: 'Add to briefing' }).click();
    await shell.toast.getByRole('button', { name: 'Open' }).last().click();
    await expect(briefing.coverage).toContainText('4 of 4 sentences sourced');
  });

  await test.step('8:30 the check finds a word that differs, one report behind two sources, a source without a date', async () => {
    await briefing.clickEndOf(quotation.words);
    await page.keyboard.type(
      ` He also said “${misquoted(quotation.words)}” so. This stands on nothing.`,
    );
    await expect(briefing.coverage).toContainText('4 of 5 sentences sourced');
    await page.getByRole('button', { name: 'Check briefing' }).click();
    const check = page.getByRole('dialog', { name: 'Check briefing' });
    await expect(check.getByText('Differs by one word')).toBeVisible();
    await expect(check.getByText(/^2 articles, 1 origin: /)).toBeVisible();
    await expect(check.getByText(/has no date/).first()).toBeVisible();
    await expect(check.getByText('Needs a source').first()).toBeVisible();
    await check.getByRole('button', { name: /^Use “/ }).click();
    await expect(check.getByText('Differs by one word')).toHaveCount(0);
    await briefing.title.click();
    await expect(check).toHaveCount(0);
  });

  await test.step('9:15 Word gets it, with footnotes', async () => {
    await expect(briefing.saved).toBeVisible();
    await shell.exportButton.click();
    const download = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
    const parts = unzipSync(readFileSync(await (await download).path()));
    const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    expect(part('word/footnotes.xml').match(/<w:footnote /g)?.length).toBeGreaterThanOrEqual(4);
    expect(part('word/document.xml')).toContain('This stands on nothing.');
  });

  await test.step('9:50 closed without saving, it opens again at the same article and place', async () => {
    await page.getByRole('link', { name: 'All articles' }).click();
    const long = story.articles.toSorted((a, b) => b.words - a.words)[0] ?? quotation.article;
    await shell.article(long.title).click();
    const last = long.blocks.findLast(
      ({ kind, start, end }) =>
        kind === 'paragraph' &&
        !long.hidden.some((range) => range.start < end && range.end > start),
    );
    const words = long.text.slice(last?.start, last?.end).slice(0, 40);
    await reader.article.getByText(words).first().scrollIntoViewIfNeeded();
    await expect
      .poll(async () => (await app.call('articles.get', { id: long.id })).position)
      .toBeGreaterThan((last?.start ?? 0) / 2);
    await expect.poll(async () => (await app.call('settings.get', {})).place).toContain(long.id);
    await page.close();
    await app.stop();

    const again = await launchWeb(home);
    try {
      const reopened = await context.newPage();
      await reopened.goto(again.url);
      const text = new ReaderPage(reopened).article;
      await expect(text.getByRole('heading', { level: 1 })).toHaveText(long.title);
      await expect(text.getByText(words).first()).toBeInViewport();
      expect((await again.call('library.check', {})).problems).toEqual([]);
      await reopened.close();
    } finally {
      await again.stop();
    }
  });
});

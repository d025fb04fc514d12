import type { Page } from '@playwright/test';
import { expect, test } from './launch-web.ts';
import { ReaderPage } from './page-models/reader.ts';

const arabic = 'قالت الوزيرة إن القمة تأجلت إلى الربيع. وأضافت أن المحادثات مستمرة.';
const hebrew = 'השרה אמרה שהפסגה נדחתה לאביב. היא הוסיפה שהשיחות נמשכות.';
const astral =
  'The 😀 envoy ate cafe\u0301 👩‍👩‍👧 cake. Then Orla Quinn spoke. Ruth Quinn left. Later Quinn slept.';
const text = `Selections of every kind\n\n${arabic}\n\n${hebrew}\n\nBefore the hidden line.\n\nSign up for our newsletter here.\n\nAfter the hidden line.\n\n${astral}\n`;

/** Where the first letter of `words` begins on the screen, and its last one ends. */
async function ends(page: Page, words: string) {
  return page.evaluate((words) => {
    const walker = document.createTreeWalker(
      document.querySelector('article') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(words) ?? -1;
      if (at < 0) continue;
      const boxOf = (from: number, to: number) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return range.getBoundingClientRect();
      };
      node.parentElement?.scrollIntoView({ block: 'center' });
      const first = boxOf(at, at + 1);
      const last = boxOf(at + words.length - 1, at + words.length);
      const isRightToLeft = last.left < first.left;
      const y = (box: DOMRect) => box.top + box.height / 2;
      return {
        from: { x: isRightToLeft ? first.right - 1 : first.left + 1, y: y(first) },
        to: { x: isRightToLeft ? last.left + 1 : last.right - 1, y: y(last) },
      };
    }
    throw new Error(`“${words}” is not in the text`);
  }, words);
}

async function drag(page: Page, from: string, to = from): Promise<void> {
  const start = (await ends(page, from)).from;
  const end = (await ends(page, to)).to;
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
}

test('selects right-to-left text, over hidden lines, emoji and accents, and asks about names', async ({
  page,
  app,
}) => {
  const reader = new ReaderPage(page);
  const { imported } = await app.call('import.run', { sources: [{ name: 'kinds.txt', text }] });
  const articleId = imported[0]?.articleId ?? '';
  const article = await app.call('articles.get', { id: articleId });
  const hidden = 'Sign up for our newsletter here.';
  const at = article.text.indexOf(hidden);
  await app.call('articles.hide', { id: articleId, start: at, end: at + hidden.length });
  await reader.open(articleId);
  const quotes = async () =>
    (await app.call('annotations.list', { articleId, sort: 'created' })).items.map(
      ({ quote }) => quote,
    );
  /** Highlights what is selected and answers with its words. */
  const mark = async () => {
    const before = (await quotes()).length;
    await reader.toolbar.waitFor();
    await page.keyboard.press('h');
    await expect.poll(async () => (await quotes()).length).toBe(before + 1);
    return (await quotes()).at(-1) ?? '';
  };

  await test.step('right to left by mouse, by double click and sentence by sentence', async () => {
    const block = reader.article.locator('[data-start]').filter({ hasText: 'الوزيرة' });
    expect(await block.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    await drag(page, 'القمة تأجلت');
    expect(await mark()).toBe('القمة تأجلت');
    await drag(page, 'שהפסגה נדחתה');
    expect(await mark()).toBe('שהפסגה נדחתה');
    const word = await ends(page, 'المحادثات');
    await page.mouse.dblclick((word.from.x + word.to.x) / 2, word.from.y);
    expect(await mark()).toBe('المحادثات');
    await drag(page, 'قالت');
    await page.keyboard.press('Escape');
    await drag(page, 'قالت');
    await page.keyboard.press('s');
    await page.keyboard.press('Shift+s');
    const sentences = [arabic, hebrew].flatMap((words) => words.split(/(?<=\.) /u));
    expect(await mark()).toBe(
      article.text.slice(
        article.text.indexOf(sentences[1] ?? ''),
        article.text.indexOf(sentences[2] ?? '') + (sentences[2] ?? '').length,
      ),
    );
  });

  await test.step('over a hidden line: its words belong to the passage, its own do not show', async () => {
    await drag(page, 'Before the', 'After the');
    expect(await mark()).toBe(
      article.text.slice(
        article.text.indexOf('Before the'),
        article.text.indexOf('After the') + 'After the'.length,
      ),
    );
    await expect(page.getByText(hidden).first()).toBeHidden();
  });

  await test.step('no letter is cut in two', async () => {
    await drag(page, '😀 envoy ate cafe\u0301');
    expect(await mark()).toBe('😀 envoy ate cafe\u0301');
    await page.keyboard.press('Escape');
    await drag(page, 'ate cafe\u0301 ');
    await page.keyboard.press('F7');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('Shift+ArrowRight');
    const marked = (await mark()) ?? '';
    expect(marked.startsWith('ate cafe\u0301')).toBe(true);
    expect([...new Intl.Segmenter().segment(marked)].map(({ segment }) => segment).join('|')).toBe(
      [...new Intl.Segmenter().segment(astral)]
        .map(({ segment }) => segment)
        .join('|')
        .split('|')
        .filter((_, i, all) => {
          const start = all.slice(0, i).join('').length - astral.indexOf('ate');
          return start >= 0 && start < marked.length;
        })
        .join('|'),
    );
    await page.keyboard.press('F7');
  });

  await test.step('the keys go on with the passage that was marked last', async () => {
    const passage = async () =>
      (await app.call('annotations.list', { articleId, sort: 'created' })).items.at(-1);
    await page.keyboard.press('Escape');
    await drag(page, 'Later Quinn');
    const words = await mark();
    await reader.annotations.locator('[aria-current]', { hasText: words }).waitFor();
    await page.keyboard.press('c');
    await page.keyboard.type('Says who?');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await passage())?.comment).toBe('Says who?');
    await expect(page.getByRole('region', { name: 'Text' })).toBeFocused();
    await page.keyboard.press('t');
    await page.keyboard.type('rest');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await passage())?.tags).toEqual(['rest']);
    await page.keyboard.press('4');
    await expect.poll(async () => (await passage())?.colour).toBe('rose');
    await drag(page, 'Quinn slept');
    await reader.toolbar.getByRole('button', { name: 'Give the passage these words' }).waitFor();
    await page.keyboard.press('e');
    await expect.poll(async () => (await passage())?.quote).toBe('Quinn slept');
    expect(await passage()).toMatchObject({ comment: 'Says who?', tags: ['rest'], colour: 'rose' });
    const total = (await quotes()).length;
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await quotes()).length).toBe(total - 1);
    for (const undone of ['Quinn slept', words]) {
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await passage())?.quote).toBe(undone);
    }
    await reader.annotations.locator('[aria-current]', { hasText: words }).waitFor();
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await quotes()).length).toBe(total - 1);
  });

  await test.step('a click on an open name asks who it is, one on an inferred name says why', async () => {
    const ids: string[] = [];
    for (const name of ['Orla Quinn', 'Ruth Quinn']) {
      ids.push((await app.call('actors.create', { kind: 'person', name })).id);
    }
    await expect.poll(async () => (await reader.painted('mention-open')).length).toBeGreaterThan(0);
    const open = await ends(page, 'Quinn slept');
    await page.mouse.click(open.from.x + 4, open.from.y);
    const asking = page.getByRole('dialog', { name: 'Who is Quinn?' });
    await expect(asking).toContainText('named once here: “Ruth Quinn”');
    await page.keyboard.press('Escape');
    await app.call('actors.delete', { id: ids[1] ?? '' });
    await expect.poll(async () => reader.painted('mention-open')).toEqual([]);
    const inferred = await ends(page, 'Quinn slept');
    await page.mouse.click(inferred.from.x + 4, inferred.from.y);
    const why = page.getByRole('dialog', { name: '“Quinn”: Orla Quinn' });
    await expect(why).toContainText('Nobody else among the actors');
    await page.keyboard.press('Enter');
    await expect(why).toBeHidden();
    await expect.poll(async () => reader.painted('mention-sure')).toContain('Quinn');
  });

  await test.step('a second window follows every change, and neither asks for the whole list', async () => {
    const other = await page.context().newPage();
    await other.goto(`${app.origin}/#/articles/${articleId}`);
    const second = new ReaderPage(other);
    await expect(second.annotations.getByRole('listitem').first()).toBeVisible();
    const asked: string[] = [];
    for (const each of [page, other]) {
      each.on('request', (request) => {
        if (request.url().endsWith('/api/annotations.list')) asked.push(request.postData() ?? '');
      });
    }
    const { items } = await app.call('annotations.list', { articleId });
    const [first, next] = items;
    await app.call('annotations.update', { id: first?.id ?? '', comment: 'Seen by both' });
    await app.call('annotations.delete', { id: next?.id ?? '' });
    const made = article.text.indexOf('Then Orla');
    await app.call('annotations.create', {
      articleId,
      start: made,
      end: made + 9,
      motivation: 'highlighting',
    });
    for (const view of [reader, second]) {
      await expect(view.annotations.getByText('Seen by both')).toBeVisible();
      await expect(view.card('Then Orla')).toBeVisible();
      await expect(view.annotations.getByRole('listitem')).toHaveCount(items.length);
    }
    for (let i = 0; i < 3; i += 1) await app.call('history.undo', {});
    await expect(reader.annotations.getByText('Seen by both')).toBeHidden();
    await expect(second.card('Then Orla')).toBeHidden();
    await expect(second.annotations.getByRole('listitem')).toHaveCount(items.length);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((input) => !input.includes('"ids"'))).toEqual([]);
    await other.close();
  });
});

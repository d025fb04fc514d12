import type { Locator, Page } from '@playwright/test';

/** The open article as a reader meets it. */
export class ReaderPage {
  readonly page: Page;
  readonly article: Locator;
  readonly toolbar: Locator;
  readonly annotations: Locator;
  readonly actors: Locator;
  /** “14 lines hidden”: shows them, and hides them again. */
  readonly hiddenLines: Locator;

  constructor(page: Page) {
    this.page = page;
    this.article = page.getByRole('article');
    this.toolbar = page.getByRole('toolbar', { name: 'Passage' });
    this.annotations = page.getByRole('region', { name: 'Annotations' });
    this.actors = page.getByRole('region', { name: 'Actors' });
    this.hiddenLines = page.getByRole('button', { name: /lines? hidden$/ });
  }

  async open(articleId: string): Promise<void> {
    await this.page.evaluate((id) => {
      location.hash = `#/articles/${id}`;
    }, articleId);
    await this.article.waitFor();
  }

  /** Selects the first place of `words` in the text with the mouse, from the first to the last letter. */
  async select(words: string): Promise<void> {
    const box = await this.article.evaluate((article, words) => {
      for (const block of article.querySelectorAll('[data-start]')) {
        const at = block.textContent.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        const place = (offset: number): [Node, number] => {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          let left = offset;
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const length = node.nodeValue?.length ?? 0;
            if (left <= length) return [node, left];
            left -= length;
          }
          throw new Error('beyond the block');
        };
        range.setStart(...place(at));
        range.setEnd(...place(at + words.length));
        range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
        const rects = [...range.getClientRects()];
        const first = rects[0];
        const last = rects.at(-1);
        if (first === undefined || last === undefined) throw new Error('not in sight');
        return {
          from: { x: first.left + 1, y: first.top + first.height / 2 },
          to: { x: last.right - 1, y: last.top + last.height / 2 },
        };
      }
      throw new Error(`“${words}” is not in the text`);
    }, words);
    await this.page.mouse.move(box.from.x, box.from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.to.x, box.to.y, { steps: 4 });
    await this.page.mouse.up();
    await this.toolbar.waitFor();
  }

  /** Clicks in the middle of the first place of `words`. */
  async click(words: string): Promise<void> {
    const point = await this.article.evaluate((article, words) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(words) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        node.parentElement?.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = range.getClientRects()[0] ?? new DOMRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
      throw new Error(`“${words}” is not in the text`);
    }, words);
    await this.page.mouse.click(point.x, point.y);
  }

  card(quote: string | RegExp): Locator {
    return this.annotations.getByRole('listitem').filter({ hasText: quote });
  }

  /** The words a painted layer covers, in the order of the text. */
  async painted(name: string): Promise<string[]> {
    return this.page.evaluate(
      (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
      name,
    );
  }
}

import type { Locator, Page } from '@playwright/test';

/** A briefing: its text, the passages beside it, and what it says about its sentences. */
export class BriefingPage {
  readonly page: Page;
  readonly region: Locator;
  readonly title: Locator;
  readonly text: Locator;
  readonly passages: Locator;
  readonly coverage: Locator;
  readonly saved: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('region', { name: 'Briefing', exact: true });
    this.title = page.getByRole('textbox', { name: 'Title of the briefing' });
    this.text = page.getByRole('textbox', { name: 'Text of the briefing' });
    this.passages = page.getByRole('region', { name: 'Passages' });
    this.coverage = page.getByRole('status', { name: 'Coverage' });
    this.saved = page.getByText(/^Saved \d\d:\d\d$/);
  }

  /** The paragraph beneath a heading. */
  under(heading: string): Locator {
    return this.text.locator('h2').filter({ hasText: heading }).locator('xpath=following::p[1]');
  }

  /** Puts the cursor at the end of the paragraph that has these words. */
  async clickEndOf(words: string): Promise<void> {
    const paragraph = this.text.locator('p').filter({ hasText: words });
    const { width, height } = (await paragraph.boundingBox()) ?? { width: 1, height: 1 };
    await paragraph.click({ position: { x: width - 1, y: height - 4 } });
    await this.page.keyboard.press('End');
  }

  /** A passage beside the text. */
  passage(words: string): Locator {
    return this.passages.getByRole('button').filter({ hasText: words });
  }
}

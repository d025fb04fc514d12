import type { Locator, Page } from '@playwright/test';

/** The search box in use: what is typed, and what of it was understood. */
export class SearchPage {
  readonly page: Page;
  readonly suggestions: Locator;
  readonly understood: Locator;

  constructor(page: Page) {
    this.page = page;
    this.suggestions = page.getByRole('listbox', { name: 'Suggestions' });
    this.understood = page.getByRole('list', { name: 'What was understood' });
  }

  /**
   * Types where the cursor is. What is offered to complete the last word lies over the results
   * until it is put away.
   */
  async type(query: string): Promise<void> {
    await this.page.keyboard.type(query);
    await this.suggestions.waitFor();
    await this.page.keyboard.press('Escape');
  }
}

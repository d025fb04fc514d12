import type { Locator, Page } from '@playwright/test';

/** The names that may be actors, to be ticked, corrected or dismissed. */
export class ProposedPage {
  readonly page: Page;
  readonly list: Locator;
  readonly add: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('list', { name: 'Names that may be actors' });
    this.add = page.getByRole('button', { name: /^Add (\d+ )?actors?$/ });
  }

  checkbox(name: string): Locator {
    return this.list.getByRole('checkbox', { name, exact: true });
  }

  /** Corrects a name with the pencil beside it. */
  async correct(name: string, to: string): Promise<void> {
    await this.list.getByRole('button', { name: `Correct ${name}`, exact: true }).click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(to);
    await this.page.keyboard.press('Enter');
  }
}

import type { Locator, Page } from '@playwright/test';

/** The frame around every view: top bar, navigation, article list, toasts. */
export class Shell {
  readonly page: Page;
  readonly search: Locator;
  readonly navigation: Locator;
  readonly articles: Locator;
  readonly importButton: Locator;
  readonly newBriefing: Locator;
  readonly exportButton: Locator;
  readonly toast: Locator;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole('searchbox', { name: 'Search' });
    this.navigation = page.getByRole('navigation', { name: 'Library' });
    this.articles = page.getByRole('list', { name: 'Articles', exact: true });
    this.importButton = page.getByRole('button', { name: 'Import', exact: true });
    this.newBriefing = page.getByRole('button', { name: 'New briefing' });
    this.exportButton = page.getByRole('button', { name: 'Export', exact: true });
    this.toast = page.getByRole('region', { name: 'Notifications' });
  }

  /** One article of the list, by words of its title. */
  article(title: string | RegExp): Locator {
    return this.articles.getByRole('listitem').filter({ hasText: title }).getByRole('link');
  }

  /** Goes to one of the navigation's places. */
  async go(name: string): Promise<void> {
    await this.navigation.getByRole('link', { name }).click();
  }

  /** Shows the list in another order. */
  async sortBy(order: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Sort:/ }).click();
    await this.page.getByRole('menuitemradio', { name: order }).click();
  }
}

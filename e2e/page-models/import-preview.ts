import type { Locator, Page } from '@playwright/test';

export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const textFile = (name: string, text: string | Buffer): TestFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

/** The table of files that could be imported, and what stands beside it. */
export class ImportPreview {
  readonly page: Page;
  readonly table: Locator;
  readonly evidence: Locator;
  readonly hidden: Locator;
  readonly failures: Locator;
  readonly run: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('table', { name: 'Files to import' });
    this.evidence = page.getByRole('complementary', { name: 'Where this was read' });
    this.hidden = this.evidence.getByRole('list', { name: 'Hidden lines' });
    this.failures = page.getByRole('list', { name: 'Files that were left out' });
    this.run = page
      .getByRole('button', {
        name: /^Import(?: \d+ (?:article|new version)s?)?(?:, \d+ new versions?)?$/,
      })
      .last();
  }

  /** Chooses files as a person does: Import, then the system's dialog. */
  async choose(files: readonly TestFile[] | readonly string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Import', exact: true }).click();
    await (await chooser).setFiles(files);
    const head = /to look over$|^Details for|^Nothing to import$/;
    await this.page.getByRole('heading', { level: 1, name: head }).waitFor();
  }

  row(words: string | RegExp): Locator {
    return this.table.getByRole('row').filter({ hasText: words });
  }

  /** Shows what a row's values were read from. */
  async look(title: string | RegExp): Promise<void> {
    await this.table.getByRole('button', { name: title }).click();
  }
}

import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does who has no mouse. */
export class Keys {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Runs an action of the list that `>` in the search box opens, by its name. */
  async action(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('>');
    const actions = this.page.getByRole('dialog', { name: 'Actions' });
    await expect(actions).toBeVisible();
    await this.page.keyboard.type(name);
    await expect(actions.getByRole('option').first()).toContainText(name);
    await this.page.keyboard.press('Enter');
    await expect(actions).toHaveCount(0);
  }

  isAt(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element === document.activeElement);
  }

  isIn(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element.contains(document.activeElement));
  }

  /** The words selected in the page. */
  selected(): Promise<string> {
    return this.page.evaluate(() => getSelection()?.toString() ?? '');
  }

  /** Presses a key until it has led there, and fails where that takes more than `most` times. */
  async press(key: string, there: () => Promise<boolean>, most: number): Promise<void> {
    for (let pressed = 0; !(await there()); pressed += 1) {
      expect(pressed, `${key} leads there`).toBeLessThan(most);
      await this.page.keyboard.press(key);
    }
  }

  /** Goes to an element with Tab, and fails where that takes more than `most` of them. */
  async tabTo(target: Locator, most: number, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.waitFor();
    await this.press(key, () => this.isAt(target), most);
  }
}

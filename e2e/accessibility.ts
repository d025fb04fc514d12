import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Every WCAG 2.2 A and AA violation that axe finds: the rule, the element and the reason.
 * `colours` looks at contrast only, which is all that another theme changes.
 */
export async function violationsOn(
  page: Page,
  looking: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
  // Without frames of other origins there is nothing for the page that axe would open to join.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (
    looking === 'colours'
      ? axe.withRules(['color-contrast'])
      : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
}

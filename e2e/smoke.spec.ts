import { expectAccessible } from './accessibility.ts';
import { expect, test } from './launch-web.ts';

test('opens from the printed address and leaves the token out of the address bar', async ({
  page,
  app,
}) => {
  await expect(page).toHaveURL(`${app.origin}/`);
  await expect(page).toHaveTitle(/Attache/);
  await expect(page.locator('#root > *').first()).toBeVisible();
});

test('the first screen is accessible', async ({ page }) => {
  await expect(page.locator('#root > *').first()).toBeVisible();
  await expectAccessible(page);
});

test('the page calls methods with its cookie', async ({ page }) => {
  const answer = await page.evaluate(async () => {
    const response = await fetch('/api/library.info', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    return response.json() as Promise<unknown>;
  });
  expect(answer).toMatchObject({ ok: true, value: { counts: { articles: 0 } } });
});

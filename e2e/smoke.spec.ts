import { expect, test } from './launch-web.ts';

test('opens from the printed address, leaves the token out of it, and calls with its cookie', async ({
  page,
  app,
}) => {
  await expect(page).toHaveURL(`${app.origin}/`);
  await expect(page).toHaveTitle(/Attache/);
  await expect(page.locator('#root > *').first()).toBeVisible();
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

import { expect, test } from './launch-web.ts';
import { Shell } from './page-models/shell.ts';

const run = 'globalThis.canary=true';

/** Each would set the canary, or ask for something, if it were ever taken for HTML. */
const payloads = [
  `<script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<svg onload="${run}"><script>${run}</script></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${run}">`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<iframe src="javascript:parent.${run}"></iframe>`,
  `<object data="javascript:${run}"></object><embed src="javascript:${run}">`,
  `<details open ontoggle="${run}"><summary>More</summary></details>`,
  `<form action="javascript:${run}"><button formaction="javascript:${run}">Go</button></form>`,
  `<base href="http://example.invalid/"><link rel="stylesheet" href="a.css">`,
  `<meta http-equiv="refresh" content="0;url=http://example.invalid/">`,
  `<div style="background:url(http://example.invalid/a.png)">x</div>`,
  `<img srcset="http://example.invalid/a.png 2x" alt=""><video poster="http://example.invalid/b.png">`,
  `<a href="java\tscript:${run}" id="root">link</a><a href="&#106;avascript:${run}">link</a>`,
  `<a name="attributes"><input name="attributes"></a>`,
  `[link](javascript:${run}) ![image](http://example.invalid/c.png)`,
  `"><script>${run}</script>`,
  `{{constructor.constructor('${run}')()}}`,
];

const lede = 'The ferry of Brisk sails again, the harbour master said on Tuesday.';

test('imported and written payloads never run and never reach out, on any screen', async ({
  page,
  app,
}) => {
  test.setTimeout(180_000);
  const name = `Harbour master ${payloads[1]}`;
  const body = payloads.map((payload) => `<p>${payload}</p>`).join('\n');
  const { imported, failed } = await app.call('import.run', {
    sources: [
      {
        name: 'page.html',
        text: `<title>Ferry sails</title><h1>Ferry sails</h1><p>${lede}</p>${body}`,
      },
      { name: 'page.md', text: `# Ferry ${payloads[1]}\n\n${lede}\n\n${payloads.join('\n\n')}` },
      { name: `${payloads[1]}.txt`, text: `${payloads[0]}\n\n${lede}\n\n${payloads.join('\n\n')}` },
    ],
  });
  expect(failed).toEqual([]);
  const shell = new Shell(page);
  for (const { articleId } of imported) {
    await app.call('articles.update', { id: articleId, title: `Ferry ${payloads[1]}` });
    const { text } = await app.call('articles.get', { id: articleId });
    const start = text.indexOf('The ferry of Brisk');
    await app.call('annotations.create', {
      articleId,
      start,
      end: start + 18,
      motivation: 'commenting',
      comment: payloads.join('\n'),
      tags: payloads.map((payload) => payload.slice(0, 200)),
    });
  }
  await app.call('actors.create', { kind: 'person', name, description: payloads.join('\n') });
  await app.call('notes.create', { title: payloads[1], markdown: payloads.join('\n\n') });
  await app.call('briefings.create', { title: payloads[1], markdown: payloads.join('\n\n') });

  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const unharmed = async () => {
    expect(await page.evaluate(() => Object.hasOwn(globalThis, 'canary'))).toBe(false);
    await expect(page).toHaveURL(new RegExp(`^${app.origin}/`));
  };
  await page.reload();
  const items = shell.articles.getByRole('listitem').getByRole('link');
  await expect(items).toHaveCount(imported.length);
  for (const item of await items.all()) {
    await item.click();
    await expect(page.getByRole('article').getByText('The ferry of Brisk').first()).toBeVisible();
    await unharmed();
  }
  for (const place of ['Annotations', 'Actors', 'Notes']) {
    await shell.navigation.getByRole('link', { name: new RegExp(`^${place}`) }).click();
    await expect(page.getByText('onerror', { exact: false }).first()).toBeVisible();
    await unharmed();
  }
  await shell.navigation.getByRole('link', { name: payloads[1] ?? '' }).click();
  await expect(page.getByRole('region', { name: 'Briefing', exact: true })).toContainText(
    'onerror',
  );
  await unharmed();
  await shell.search.fill('ferry');
  await shell.search.press('Enter');
  await expect(page.getByText('onerror', { exact: false }).first()).toBeVisible();
  await unharmed();
  expect(dialogs).toEqual([]);
});

test('the canary can sing: the same page outside Attache runs', async ({ browser }) => {
  const page = await browser.newPage();
  await page.setContent(`<p>${payloads[0]}</p>`);
  expect(await page.evaluate(() => Object.hasOwn(globalThis, 'canary'))).toBe(true);
  await page.close();
});

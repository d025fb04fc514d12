import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test, type WebApp } from './launch-web.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the briefing' });

/** Opens a briefing with these words. */
async function open(page: Page, app: WebApp, markdown: string): Promise<string> {
  const { id } = await app.call('briefings.create', { title: 'Harbour', markdown });
  await page.goto(`${app.origin}/#/briefings/${id}`);
  await expect(text(page)).toBeVisible();
  return id;
}

/** Pastes as another program would, where the cursor is. */
const paste = (page: Page, html: string) =>
  text(page).evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', given);
    clipboardData.setData('text/plain', 'as plain text');
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);

const saved = async (app: WebApp, id: string) =>
  (await app.call('briefings.get', { id })).markdown.trim();

test('words are found, replaced in one step, and reached by the outline', async ({ page, app }) => {
  const id = await open(
    page,
    app,
    '## North pier\n\nThe pier is shut.[@a] **Pi**er two is open.\n\n## South pier\n\nNo pier.',
  );
  await text(page).getByText('No pier.').click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('PIER');
  const bar = page.getByRole('search', { name: 'Find and replace' });
  await expect(bar).toContainText('1 of 5');
  await page.keyboard.press('Control+h');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('quay');
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect
    .poll(() => saved(app, id))
    .toBe(
      '## North quay\n\nThe quay is shut.[@a] **quay** two is open.\n\n## South quay\n\nNo quay.',
    );
  await page.keyboard.press('Control+z');
  await expect.poll(() => saved(app, id)).toContain('No pier.');

  await page.getByRole('button', { name: 'Outline' }).press('Enter');
  await page.getByRole('menuitem', { name: 'South pier' }).press('Enter');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('The ');
  await expect.poll(() => saved(app, id)).toContain('## The South pier');
});

test('a paste from a word processor or a page comes in as structure', async ({ page, app }) => {
  const id = await open(page, app, '');
  await text(page).click();
  await paste(
    page,
    `<style>p{color:red}</style><h2><b>Tides</b></h2>
     <p class=MsoNormal>Plain <span style='mso-bidi-font-weight:bold'>words</span>, <b>bold</b>,
       <span style="font-style:italic">slanted</span>, <a href="https://a.example/x">linked</a>, onset = 3,
       <a href="javascript:alert(1)">not linked</a><span style="display:none">secret</span>.<o:p></o:p></p>
     <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>First</p>
     <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.</span>Below</p>
     <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Second</p>
     <b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Strong</span> end</p></b>
     <script>window.ran = true</script><img src="https://a.example/y.png" onerror="window.ran = true">`,
  );
  await expect
    .poll(() => saved(app, id))
    .toBe(
      [
        '## Tides',
        'Plain words, **bold**, *slanted*, [linked](https://a.example/x), onset = 3, not linked.',
        '- First\n  1. Below\n- Second',
        '**Strong** end',
      ].join('\n\n'),
    );
});

test('hostile words and pages are pasted inert', async ({ page, app }) => {
  const list = resolve(import.meta.dirname, '../../shared/data/hostile/hostile-strings.jsonl');
  test.skip(!existsSync(list), `The list of hostile strings is not there: ${list}`);
  const payloads = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line.includes('<'))
    .map((line) => (JSON.parse(line) as { payload: string }).payload);
  const id = await open(page, app, 'Before.');
  await text(page).click();
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  await paste(page, payloads.map((payload) => `<p>${payload}</p>`).join('\n'));
  await page.keyboard.type('After.');
  await expect.poll(() => saved(app, id)).toContain('After.');
  expect(alerts).toEqual([]);
  const inert = await text(page).evaluate((root) => ({
    active: root.querySelectorAll('script, iframe, object, embed, img, svg, form, input').length,
    links: [...root.querySelectorAll('a[href]')].filter(
      (link) => !/^(?:https?:|mailto:)/u.test((link as HTMLAnchorElement).href),
    ).length,
    handlers: [...root.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    ).length,
  }));
  expect(inert).toEqual({ active: 0, links: 0, handlers: 0 });
});

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

test.describe('the editor', () => {
  test.use({ library: 'shared' });

  test('words are found, replaced in one step, and reached by the outline', async ({
    page,
    app,
  }) => {
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

  test('what is pasted over a whole briefing that begins with a citation goes nowhere else', async ({
    page,
    app,
  }) => {
    const id = await open(page, app, '[@a] said so.\n\nTwo.');
    await text(page).getByText('Two.').click();
    await page.keyboard.press('Control+a');
    // The browser tells the paste of the element in which the selection begins.
    await text(page)
      .locator('[contenteditable=false]')
      .first()
      .evaluate((mark) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'Only this.');
        mark.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      });
    await expect.poll(() => saved(app, id)).toBe('Only this.');
    await expect(text(page)).toBeVisible();
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
});

test('versions come back, citations follow their passages, and a note becomes a briefing', async ({
  page,
  app,
}) => {
  const { imported } = await app.call('import.run', {
    sources: [{ name: 'tide.txt', text: 'The tide turned at noon. Nobody had expected that.' }],
  });
  const articleId = imported[0]?.articleId ?? '';
  const place = { articleId, start: 0, end: 24, motivation: 'highlighting' } as const;
  const passage = await app.call('annotations.create', place);
  const note = await app.call('notes.create', {
    title: 'Tide',
    markdown: `## Tides\n\nIt turned at noon.[@${passage.id}] Boats left.`,
  });
  await page.goto(`${app.origin}/#/notes/${note.id}`);
  await page.getByRole('button', { name: 'Make a briefing of this note' }).click();
  await expect(text(page)).toContainText('It turned at noon.');
  await expect(page.getByRole('status', { name: 'Coverage' })).toContainText('1 of 2 sentences');
  const { items } = await app.call('briefings.list', {});
  const id = items[0]?.id ?? '';

  await text(page).getByText('Boats left.').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('status', { name: 'Coverage' })).toContainText('1 my judgement');
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('status', { name: 'Coverage' })).toContainText('1 needs a source');

  await page.getByRole('button', { name: 'Versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions' });
  await versions.getByRole('textbox', { name: 'Name of this version' }).fill('For Ann');
  await page.keyboard.press('Enter');
  await expect(versions.getByRole('button', { name: /For Ann/ })).toBeVisible();
  await versions.getByRole('button', { name: 'Close' }).click();
  await text(page).getByText('Boats left.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Late.');
  await page.getByRole('button', { name: 'Versions' }).click();
  await expect(versions.locator('ins')).toHaveText(/Late\./);
  await versions.getByRole('textbox', { name: 'Name of this version' }).fill('Later');
  await page.keyboard.press('Enter');
  await expect(versions.locator('ins')).toHaveCount(0);
  await versions.getByRole('combobox', { name: 'Compare with' }).selectOption('For Ann');
  await expect(versions.getByText('From For Ann to Later')).toBeVisible();
  await expect(versions.locator('ins')).toHaveText(/Late\./);
  await versions.getByRole('button', { name: /For Ann/ }).click();
  await expectAccessible(page);
  await versions.getByRole('button', { name: 'Restore this version' }).click();
  await expect(versions).toBeHidden();
  await expect(text(page)).not.toContainText('Late.');

  await text(page)
    .getByRole('link', { name: /^Source 1/ })
    .focus();
  await expect(page.getByRole('button', { name: 'Supports' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Supports' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(text(page).getByRole('link', { name: /^Supports/ })).toBeFocused();

  await app.call('annotations.delete', { id: passage.id });
  await expect(text(page).getByRole('link', { name: /was deleted/ })).toBeVisible();
  await expect(page.getByRole('status', { name: 'Coverage' })).toContainText('0 of 2 sentences');
  await page
    .getByRole('region', { name: 'Briefing' })
    .getByRole('button', { name: 'Re-find' })
    .click();
  await expect(text(page).getByRole('link', { name: /Source 1: The tide/ })).toBeVisible();
  expect((await app.call('annotations.get', { id: passage.id })).citedIn).toContain(id);

  for (const [tags, decision] of [
    [['sea'], 'Update'],
    [['lake'], 'Keep'],
  ] as const) {
    await app.call('annotations.update', { id: passage.id, tags: [...tags] });
    await expect(text(page).getByRole('link', { name: /tags of source 1 changed/ })).toBeVisible();
    await page
      .getByRole('region', { name: 'Briefing' })
      .getByRole('button', { name: decision })
      .click();
    await expect(text(page).getByRole('link', { name: /Source 1: The tide/ })).toBeVisible();
  }
  const { citations } = await app.call('briefings.get', { id });
  expect(citations[0]).toMatchObject({ change: null, kept: true, cited: { tags: ['sea'] } });

  await page.getByRole('button', { name: 'Templates' }).click();
  const templates = page.getByRole('dialog', { name: 'Templates' });
  await templates.getByRole('textbox', { name: 'Name of the template' }).fill('Tide report');
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await templates.getByRole('button', { name: 'Rename Tide report' }).click();
  await templates.getByRole('textbox', { name: 'New name' }).fill('Tides and boats');
  await page.keyboard.press('Enter');
  await templates.getByRole('button', { name: 'New briefing from “Tides and boats”' }).click();
  await expect(page.getByRole('textbox', { name: 'Title of the briefing' })).toHaveValue(
    'Untitled briefing',
  );
  await expect(text(page)).toContainText('Tides');
  await expect(text(page).getByRole('link')).toHaveCount(0);
});

import { HtmlValidate } from 'html-validate/node';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { documentHandlers } from '../../documents/documents.ts';
import { testNotebook } from '../../documents/test-notebook.ts';
import { exportHandlers } from '../export.ts';

let notebook: ReturnType<typeof testNotebook>;
beforeEach(() => {
  notebook = testNotebook();
});
afterEach(() => notebook.dispose());

/** What the standard forbids; matters of taste are left out. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  root: true,
});

it.each([undefined, 'chicago' as const])(
  'a briefing with everything in it is valid HTML (style: %s)',
  async (style) => {
    const article = notebook.addArticle({
      title: 'Piers <b> & "more"',
      outlet: '港日報',
      url: 'https://quay.example/a?b=1&c=2',
      text: 'Long before. قال العمدة إن السفينة وصلت. 船は出た。 Long after.',
    });
    const [rtl, cjk] = ['قال العمدة إن السفينة وصلت', '船は出た'].map((words) =>
      notebook.annotate(article, words),
    );
    const { id } = await documentHandlers(notebook.context)['briefings.create']({
      title: 'Harbour "week" <i>',
      markdown: [
        '## Bottom line',
        `It **is** *said*.[@${rtl ?? ''}][@${cjk ?? ''}] We think so.[@judgement] Who?[@gap]`,
        'وصلت السفينة.',
        `> A quotation.[@${cjk ?? ''}]`,
        '- One\n  - Inner\n    1. Deep\n- Two',
        '3. Three\n4. Four',
        '| Who | Says |\n|-|-|\n| Mayor | `Yes` |',
        '```\ncode < code\n```',
        '---',
        '[Link](https://quay.example/) and [no link](javascript:alert(1))',
        `A passage that is not there.[@none]`,
      ].join('\n\n'),
    });
    const exports = exportHandlers(notebook.context);
    const input = { id, format: 'html' as const };
    const file = await exports['export.briefing'](
      style === undefined ? input : { ...input, style },
    );
    const html = 'base64' in file ? Buffer.from(file.base64, 'base64').toString() : '';
    const report = await validator.validateString(html);
    const found = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line}: ${message} (${ruleId})`),
    );
    expect(found).toEqual([]);
  },
);

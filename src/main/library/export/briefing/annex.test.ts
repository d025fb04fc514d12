import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { deepLink } from './deep-link.ts';
import { readDossier } from './dossier.ts';
import { sharedDesk } from './test-briefing.ts';

const shared = sharedDesk();

describe('the evidence annex', () => {
  it('says how a passage bears on its sentence, and what goes back to one report', async () => {
    const { desk } = shared;
    const { notebook, documents } = desk;
    const [one, two] = ['One', 'Two'].map((title) =>
      notebook.addArticle({ title, text: `${title} pier.`, origin: 'Coast Wire' }),
    );
    const first = notebook.annotate(one ?? '', 'One pier');
    const second = notebook.annotate(two ?? '', 'Two pier');
    const { id } = await documents['briefings.create']({
      title: 'Origins',
      markdown: `It stands.[@${first}] It does not.[@${second}, contradicts] Who knows?[@gap]`,
    });
    const markdown = (await desk.bytes({ id, format: 'md' })).data.toString();
    expect(markdown).toContain('One origin with E2: Coast Wire.');
    expect(markdown).toContain('It contradicts the sentence that cites it. One origin with E1');
    expect(markdown).toContain('> **Open gaps:** 1: Who knows?');
    expect(markdown).toContain('2 articles, 1 origin, 2 passages');
    const html = (await desk.bytes({ id, format: 'html' })).data.toString();
    expect(html).toContain('It contradicts the sentence that cites it.');
    const { value } = await mammoth.extractRawText({
      buffer: (await desk.bytes({ id, format: 'docx' })).data,
    });
    expect(value).toContain('It contradicts the sentence that cites it. One origin with E1');
  });

  it('shows the words around a passage without the lines that are hidden', async () => {
    const { notebook, documents } = shared.desk;
    const text = 'Before.\nFollow us\nIt stands. After.\n© Quay';
    const article = notebook.addArticle({ title: 'Pier', text });
    const { db } = notebook.context;
    for (const hidden of ['Follow us\n', '\n© Quay']) {
      const start = text.indexOf(hidden);
      db.prepare(
        `INSERT INTO hidden_ranges (article, start, "end", reason, by)
         SELECT seq, ?, ?, 'prompt', 'rule' FROM articles WHERE id = ?`,
      ).run(start, start + hidden.length, article);
    }
    const passage = notebook.annotate(article, 'It stands.');
    const { id } = await documents['briefings.create']({ markdown: `So.[@${passage}]` });
    const { evidence } = readDossier(db, id);
    expect(evidence[0]).toMatchObject({ before: 'Before. ', after: ' After.' });
  });

  it('opens the passage on the page it is from', () => {
    expect(deepLink('https://quay.example/a#top', 'One-way, or not')).toBe(
      'https://quay.example/a#top:~:text=One%2Dway%2C%20or%20not',
    );
    expect(
      deepLink('https://quay.example/a', `First five words of it ${'x '.repeat(90)}end here`),
    ).toMatch(/#:~:text=First%20five%20words%20of%20it,x%20x%20x%20end%20here$/);
    expect(deepLink('javascript:alert(1)', 'One')).toBeNull();
  });
});

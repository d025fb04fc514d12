import { describe, expect, it } from 'vitest';
import { stopped } from '../stopped.ts';
import { readDossier } from './dossier.ts';
import { contained } from './language.ts';
import { sharedDesk } from './test-briefing.ts';

const shared = sharedDesk();

describe('notes', () => {
  it('refer to the note that cited the same passage first', async () => {
    const { desk, id } = shared;
    const markdown = (await desk.bytes({ id, format: 'md' })).data.toString();
    expect(markdown).toMatch(/^\[\^3\]: See note 1\. \(\[E1\]\(#e1\)\)$/m);
    const html = (await desk.bytes({ id, format: 'html' })).data.toString();
    expect(html).toContain('<a href="#note-1">See note 1.</a>');
  });

  it('say all of their source each time it is cited', async () => {
    const { notebook, documents } = shared.desk;
    const article = notebook.addArticle({
      title: 'Pier',
      outlet: 'Quay',
      issued: '2031-04',
      url: 'https://quay.example/pier',
      text: 'It stands. It fell.',
    });
    const passages = ['It stands.', 'It fell.'].map((words) => notebook.annotate(article, words));
    const { id } = await documents['briefings.create']({
      markdown: `One.[@${passages[0] ?? ''}] Two.[@${passages[1] ?? ''}]`,
    });
    const markdown = (await shared.desk.bytes({ id, format: 'md' })).data.toString();
    expect(markdown).toContain(
      '[^1]: “It stands.” *Quay*, “Pier”, April 2031. <https://quay.example/pier> ([E1](#e1))',
    );
    expect(markdown).toContain(
      '[^2]: “It fell.” *Quay*, “Pier”, April 2031. <https://quay.example/pier> ([E2](#e2))',
    );
  });

  it.each([
    ['Pier', 'Pier.'],
    ['n.d.', 'n.d.'],
    ['Who knows…', 'Who knows…'],
    ['“Where?”', '“Where?”'],
    ['“Pier”', '“Pier”.'],
  ])('%s ends as %s', (words, said) => {
    expect(stopped(words)).toBe(said);
  });

  it('keep words of the other direction from taking the figures behind them along', () => {
    expect(contained('القمة', 'en')).toBe('القمة\u200E');
    expect(contained('Pier', 'en')).toBe('Pier');
    expect(contained('Pier', 'ar')).toBe('Pier\u200F');
    expect(contained('القمة', 'he')).toBe('القمة');
  });
});

it('a context begins and ends with whole sentences where there are any near', async () => {
  const { notebook, documents } = shared.desk;
  const filler = (word: string) => `${`${word} `.repeat(30).trim()}.`;
  const text = `${filler('Early')} ${filler('Before')} It stands. ${filler('After')} ${filler('Later')}`;
  const passage = notebook.annotate(notebook.addArticle({ title: 'Long', text }), 'It stands.');
  const { id } = await documents['briefings.create']({ markdown: `So.[@${passage}]` });
  const [evidence] = readDossier(notebook.context.db, id).evidence;
  expect(evidence?.before).toBe(`${filler('Before')} `);
  expect(evidence?.after).toBe(` ${filler('After')}`);
});

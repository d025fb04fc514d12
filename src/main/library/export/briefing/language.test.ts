import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentLanguages } from '../../../../shared/model/document-language.ts';
import { documentHandlers } from '../../documents/documents.ts';
import { testNotebook } from '../../documents/test-notebook.ts';
import { exportHandlers } from '../export.ts';
import { documentWords } from '../words/document-words.ts';
import { languageOf } from './language.ts';

describe('the language of a text', () => {
  it.each([
    ['The ship left the harbour and it was not seen at the pier again.', 'en'],
    ['Das Schiff hat den Hafen verlassen, und es ist nicht mehr auf der See.', 'de'],
    ['Le navire a quitté le port et il est dans la baie avec les autres.', 'fr'],
    ['El barco salió del puerto y no se le ha visto en la bahía.', 'es'],
    ['船は港を出た。誰も来なかった。', 'ja'],
    ['배가 항구를 떠났다.', 'ko'],
    ['غادرت السفينة الميناء.', 'ar'],
    ['Harbour', null],
  ])('of “%s” is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('an export', () => {
  let notebook: ReturnType<typeof testNotebook>;
  let exports: ReturnType<typeof exportHandlers>;
  let id: string;

  beforeAll(async () => {
    notebook = testNotebook();
    exports = exportHandlers(notebook.context);
    const article = (title: string, issued?: string) =>
      notebook.addArticle({
        title,
        text: `${title}: 船は出た。`,
        outlet: 'Quay',
        origin: 'Coast Wire',
        url: 'https://quay.example/',
        ...(issued === undefined ? {} : { issued }),
      });
    const [one, two, lost] = [article('A', '2031-04-02'), article('B'), article('C')].map(
      (articleId) => notebook.annotate(articleId, '船は出た'),
    );
    ({ id } = await documentHandlers(notebook.context)['briefings.create']({
      title: '7',
      markdown: `Das Schiff ist auf der See.[@${one ?? ''}, supports] Es ist nicht in dem Hafen.[@${two ?? ''}, contradicts][@${lost ?? ''}] Und wann?[@gap]`,
    }));
    notebook.removeAnnotation(lost ?? '');
  });
  afterAll(() => notebook.dispose());

  const bytes = async (input: Parameters<(typeof exports)['export.briefing']>[0]) => {
    const file = await exports['export.briefing'](input);
    return Buffer.from('base64' in file ? file.base64 : '', 'base64');
  };

  it('says once that no source has a date', async () => {
    const cited = notebook.annotate(
      notebook.addArticle({ title: 'D', text: 'D: 船は出た。', url: 'https://quay.example/d' }),
      '船は出た',
    );
    const briefing = await documentHandlers(notebook.context)['briefings.create']({
      title: '8',
      markdown: `The ship left the harbour and it was not seen at the pier again.[@${cited}]`,
    });
    const markdown = (await bytes({ id: briefing.id, format: 'md' })).toString();
    expect(markdown).toContain('> **Dates:** n.d.  \n');
  });

  it('speaks the language of its text where none is asked for', async () => {
    const markdown = (await bytes({ id, format: 'md' })).toString();
    expect(markdown).toContain('> **Stand:** 1. Mai 2031');
    expect(markdown).toContain('2. April 2031; 2 ohne Datum');
    expect(markdown).toContain('## Belege');
    expect(markdown).toContain('Sie widerspricht dem Satz, der sie zitiert.');
    expect((await bytes({ id, format: 'html' })).toString()).toContain('<html lang="de">');
  });

  const latin = /[a-z]{3,}/giu;
  /** What is in Latin letters in any language: the text, the names, addresses. */
  const ofItself = new Set(
    'das schiff ist auf der see nicht dem hafen und wann quay coast wire https example text'.split(
      ' ',
    ),
  );

  it.each(['ja', 'ko', 'zh', 'ar', 'he'] as const)(
    'asked for in %s says nothing in another language',
    async (language) => {
      const { value: word } = await mammoth.extractRawText({
        buffer: await bytes({ id, format: 'docx', language }),
      });
      const markdown = (await bytes({ id, format: 'md', language })).toString();
      const html = (await bytes({ id, format: 'html', language })).toString();
      const page = html.slice(html.indexOf('<main>')).replaceAll(/<[^>]+>/gu, ' ');
      const labels = [...html.matchAll(/aria-label="([^"]+)"/gu)].map(([, label]) => label);
      for (const said of [word, markdown, page, labels.join(' ')]) {
        const foreign = (said.match(latin) ?? []).filter(
          (word) => !ofItself.has(word.toLowerCase()),
        );
        expect(foreign).toEqual([]);
      }
    },
  );

  it.each(documentLanguages)('in %s has its sources in that language too', async (language) => {
    // Harvard is a style made for one language; how it gives way is told from a style for any.
    const styles = language === 'de' ? (['chicago', 'harvard'] as const) : (['harvard'] as const);
    const written = await Promise.all(
      styles.map((style) => bytes({ id, format: 'md', language, style })),
    );
    const { say } = documentWords(language);
    const month = {
      ar: /أبريل|نيسان|ابريل/u,
      he: /אפריל/u,
      de: /April/u,
      en: /April/u,
      es: /abril/u,
      fr: /avril/u,
      ja: /4月/u,
      ko: /4월/u,
      zh: /4月|四月/u,
    }[language];
    for (const markdown of written.map(String)) {
      expect(markdown).toContain(`## ${say('sources.heading')}`);
      const source = markdown.split('\n').find((line) => /^- .*2031/u.test(line));
      expect(source).toMatch(month);
    }
  });
});

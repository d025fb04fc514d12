import type { Run } from '../csl/runs.ts';
import type { DocumentWords } from '../words/document-words.ts';
import { deepLink } from './deep-link.ts';
import type { Dossier } from './dossier.ts';
import type { Evidence } from './evidence.ts';
import { element as el, escapeHtml as esc } from './html-writer.ts';
import { isRtlLanguage, staysUpright } from './language.ts';
import { evidenceLabel, evidenceRemarks, sourceLine, type Footnote } from './wording.ts';

const wrap = (is: true | undefined, name: string, html: string): string =>
  is === true ? el(name, {}, html) : html;

function runHtml({ text, href, italic, bold, superscript, subscript, smallCaps }: Run): string {
  const raised = wrap(subscript, 'sub', wrap(superscript, 'sup', esc(text)));
  const small = smallCaps === true ? el('span', { class: 'caps' }, raised) : raised;
  const slanted = staysUpright(text) ? undefined : italic;
  const words = wrap(bold, 'b', wrap(slanted, 'i', small));
  return href === undefined ? words : el('a', { href, rel: 'noreferrer' }, words);
}

const reference = (runs: readonly Run[], { language }: DocumentWords): string =>
  runs.length === 0
    ? ''
    : el('bdi', { dir: isRtlLanguage(language) ? 'rtl' : 'ltr' }, runs.map(runHtml).join(''));

/** The language and direction of what the export itself says, where its text is in another. */
export const ownLanguage = ({
  language,
  words,
}: Dossier): { lang: string | null; dir: string | null } =>
  words.language === language
    ? { lang: null, dir: null }
    : { lang: words.language, dir: isRtlLanguage(words.language) ? 'rtl' : 'ltr' };

/** One footnote of the list, with its links to the passage and back to the text. */
export function footnote(number: number, note: Footnote, words: DocumentWords): string {
  const { say } = words;
  const { evidence } = note;
  const parts = [
    note.quotation === ''
      ? ''
      : el('q', { dir: 'auto', lang: evidence?.language ?? null }, esc(note.quotation)),
    reference(note.reference, words),
    note.earlier === null
      ? ''
      : el('a', { href: `#note-${note.earlier}` }, esc(say('notes.see', { number: note.earlier }))),
    note.warning === null ? '' : el('strong', {}, esc(note.warning)),
    evidence === null
      ? ''
      : el(
          'a',
          { href: `#evidence-${evidence.number}` },
          esc(say('notes.inContext', { label: evidenceLabel(evidence) })),
        ),
    el(
      'a',
      {
        href: `#ref-${number}`,
        role: 'doc-backlink',
        'aria-label': say('notes.back', { number }),
      },
      '↩',
    ),
  ];
  return el('li', { id: `note-${number}` }, parts.filter((part) => part !== '').join(' '));
}

/** The table of sources; nothing where nothing is cited. */
export function sources(dossier: Dossier): string {
  const { references, words } = dossier;
  if (references.sources.length === 0) return '';
  const entries = references.sources.map(({ runs }) => el('li', {}, reference(runs, words)));
  return el(
    'section',
    {
      role: 'doc-bibliography',
      class: 'sources',
      'aria-labelledby': 'sources',
      ...ownLanguage(dossier),
    },
    `${el('h2', { id: 'sources' }, esc(words.say('sources.heading')))}\n`,
    el('ul', {}, entries.join('\n')),
  );
}

function annexEntry(item: Evidence, cited: readonly number[], words: DocumentWords): string {
  const { say, list } = words;
  const links = cited.map((number) =>
    el('a', { href: `#ref-${number}` }, esc(say('evidence.note', { number }))),
  );
  const href = deepLink(item.URL, item.quote);
  const online =
    href === null ? [] : [el('a', { href, rel: 'noreferrer' }, esc(say('evidence.online')))];
  return el(
    'article',
    { id: `evidence-${item.number}` },
    el(
      'h3',
      {},
      `${evidenceLabel(item)} `,
      el(
        'bdi',
        { dir: isRtlLanguage(words.language) ? 'rtl' : 'ltr' },
        esc(sourceLine(item, words)),
      ),
    ),
    el(
      'blockquote',
      { dir: 'auto', lang: item.language },
      esc(item.before),
      el('mark', {}, esc(item.quote)),
      esc(item.after),
    ),
    el(
      'p',
      {},
      [
        say('evidence.citedIn', { notes: list(links) }),
        ...evidenceRemarks(item, words).map(esc),
        ...online,
      ].join(' · '),
    ),
  );
}

/** Every cited passage with the words around it; `references` are the notes by annotation. */
export function annex(
  dossier: Dossier,
  references: ReadonlyMap<string, readonly number[]>,
): string {
  const { evidence, words } = dossier;
  if (evidence.length === 0) return '';
  const entries = evidence.map((item) =>
    annexEntry(item, references.get(item.annotationId) ?? [], words),
  );
  return el(
    'section',
    { class: 'annex', 'aria-labelledby': 'evidence', ...ownLanguage(dossier) },
    `${el('h2', { id: 'evidence' }, esc(words.say('evidence.heading')))}\n`,
    entries.join('\n'),
  );
}

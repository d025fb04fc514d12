import { languageNamed } from '../bibliography/language-names.ts';
import type { Part, Role } from './article.ts';
import type { Database, Record } from './database.ts';
import { hints } from './hints.ts';
import { localDate } from '../../metadata/local-date.ts';
import { splitAt, type Paragraph } from './paragraphs.ts';
import { isEdition, isPage } from './placing.ts';

/** The last line of every article: source code, date and number. */
const documentLabel = /^(?:Document|Dokument|Documento|文件|ドキュメント)\s+/;
const documentId =
  /^(?:Document|Dokument|Documento|文件|ドキュメント)\s+[A-Za-z][A-Za-z\d]{2,}\d{8}[a-z\d]{4,}$/;
const wordCount =
  /^\d[\d.,\s]{0,9}\s*(?:words?|Wörter|mots|palabras|parole|palavras|woorden|ord|sanaa|słów|слов|字|語|단어)$/iu;

const roles: Readonly<globalThis.Record<string, Role>> = {
  SE: 'section',
  HD: 'title',
  BY: 'byline',
  CR: 'credit',
  WC: 'dimensions',
  PD: 'date',
  ET: 'field',
  SN: 'outlet',
  SC: 'field',
  ED: 'edition',
  PG: 'page',
  VOL: 'volume',
  LA: 'language',
  CY: 'copyright',
  LP: 'body',
  TD: 'body',
  CX: 'body',
  CT: 'field',
  RF: 'field',
  ART: 'caption',
  CO: 'field',
  IN: 'field',
  NS: 'field',
  RE: 'field',
  IPC: 'field',
  IPD: 'field',
  PUB: 'field',
  AN: 'number',
};
const code = new RegExp(`^(${Object.keys(roles).join('|')})(?:\\s+(?=\\S)|$)`);

/** "HD Ferry vote" in one paragraph as a code and its value. */
const withCodesApart = (paragraphs: readonly Paragraph[]): Paragraph[] =>
  paragraphs.flatMap((paragraph) => {
    const match = code.exec(paragraph.text);
    return match === null || match[0].length === paragraph.text.length
      ? [paragraph]
      : splitAt(paragraph, match[0].length);
  });

const numbered = (paragraph: Paragraph): Part => ({
  role: 'number',
  paragraph,
  from: documentLabel.exec(paragraph.text)?.[0].length ?? 0,
});

const isCode = ({ text }: Paragraph): boolean => Object.hasOwn(roles, text);

/** An article with its indexing: every field after its code. */
function byCodes(paragraphs: readonly Paragraph[]): Part[] | null {
  const apart = withCodesApart(paragraphs);
  const start = apart.findIndex(({ text }) => text === 'HD' || text === 'SE');
  if (start === -1) return null;
  let role: Role = 'field';
  return apart.slice(start).map((paragraph): Part => {
    if (!isCode(paragraph)) return role === 'number' ? numbered(paragraph) : { role, paragraph };
    role = roles[paragraph.text] ?? 'field';
    return { role: 'field', paragraph };
  });
}

const longestSection = 80;

const byline = /^(?:by|von|par|por|di|door|af|av)\s+\p{Lu}/iu;

/** Section, headline and byline, as far as they are there, before the number of words. */
function headOf(paragraphs: readonly Paragraph[], isFirst: boolean): Part[] {
  const strong = paragraphs.findIndex(({ draft }) =>
    draft.runs.some(({ marks }) => marks.some(({ kind }) => kind === 'strong')),
  );
  const signed = paragraphs.findLastIndex(({ text }) => byline.test(text) && text.length <= 160);
  const heading = paragraphs.findLastIndex(({ draft }) => draft.kind === 'heading');
  const title = [strong, signed - 1, heading].find((index) => index >= 0) ?? paragraphs.length - 1;
  return paragraphs.map((paragraph, index) => {
    if (index === title) return { role: 'title', paragraph };
    if (index > title) return { role: 'byline', paragraph };
    // What stands above the first article may be of the whole file.
    const isSection = title === 1 && !isFirst && paragraph.text.length <= longestSection;
    return { role: isSection ? 'section' : 'field', paragraph };
  });
}

const copyright =
  /^(?:©|\(c\)|copyright\b)|\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés)\b/iu;
const time = /^\d{1,2}:\d{2}/;
const sourceCode = /^[A-Z][A-Z\d]{1,11}$/;
/** What the service's pages have above the first article. */
const masthead = /^(?:dow jones|(?:dow jones )?factiva(?:,? inc\.?)?)$/iu;
/** So many lines of fields may stand between the number of words and the text. */
const mostFields = 10;

function fieldRole({ text }: Paragraph, had: ReadonlySet<Role>): Role {
  if (copyright.test(text)) return 'copyright';
  if (!had.has('date') && localDate(text) !== null) return 'date';
  if (!had.has('outlet') && !time.test(text)) return 'outlet';
  if (
    !had.has('language') &&
    text.length < 30 &&
    languageNamed(text) !== null &&
    !sourceCode.test(text)
  )
    return 'language';
  if (isPage(text)) return 'page';
  return isEdition(text) ? 'edition' : 'field';
}

/** An article as it is read: headline, byline, number of words, date, outlet, language, copyright, text. */
function asRead(paragraphs: readonly Paragraph[], isFirst: boolean): Part[] | null {
  const count = paragraphs.findIndex(({ text }) => wordCount.test(text));
  if (count < 1) return null;
  // Before the first article there may be a heading of the whole file.
  const above = paragraphs
    .slice(isFirst ? Math.max(0, count - 3) : 0, count)
    .filter(({ text }) => !masthead.test(text));
  const head = headOf(above, isFirst);
  const rest = paragraphs.slice(count + 1);
  const candidates = rest.slice(0, mostFields);
  const last = Math.max(
    candidates.findLastIndex(({ text }) => copyright.test(text)),
    candidates.findLastIndex(({ text }) => sourceCode.test(text)),
    candidates.findIndex(({ text }) => localDate(text) !== null) + 1,
  );
  const had = new Set<Role>();
  const fields = rest.slice(0, last + 1).map((paragraph): Part => {
    const role = fieldRole(paragraph, had);
    had.add(role);
    return { role, paragraph };
  });
  const language = rest[last + 1];
  const body = rest.slice(last + 1).map((paragraph): Part => {
    const isLanguage =
      paragraph === language && !had.has('language') && fieldRole(paragraph, had) === 'language';
    if (documentId.test(paragraph.text)) return numbered(paragraph);
    return { role: isLanguage ? 'language' : 'body', paragraph };
  });
  const number = paragraphs[count];
  return [
    ...head,
    ...(number === undefined ? [] : [{ role: 'dimensions' as const, paragraph: number }]),
    ...fields,
    ...body,
  ];
}

/** Factiva's articles, with or without their indexing: each ends with its document number. */
export const factiva: Database = {
  id: 'factiva',
  hint: hints.factiva,
  split(paragraphs) {
    const ends = paragraphs.flatMap(({ text }, index) =>
      documentId.test(text) || /^AN\s+/.test(text) ? [index] : [],
    );
    const coded = paragraphs.some(({ text }) => text === 'HD' || text.startsWith('HD '));
    const records: Record[] = [];
    let start = 0;
    for (const end of [...ends, paragraphs.length - 1]) {
      const own = paragraphs.slice(start, end + 1);
      if (own.length === 0) continue;
      const isLast = start > 0 && end === paragraphs.length - 1 && !ends.includes(end);
      const parts = coded ? byCodes(own) : asRead(own, start === 0);
      // What follows the last article is a summary of the search.
      if (parts !== null || !isLast) records.push({ parts, words: own[0]?.text ?? '' });
      start = end + 1;
    }
    return records;
  },
};

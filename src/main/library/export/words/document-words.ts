import { formatDates, formatIssued } from '../../../../shared/messages/dates.ts';
import { translator, type Translate } from '../../../../shared/messages/translate.ts';
import type { DocumentLanguage } from '../../../../shared/model/document-language.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type ExportMessages } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { zh } from './zh.ts';

const catalogues: Readonly<Record<DocumentLanguage, ExportMessages>> = {
  ar,
  de,
  en,
  es,
  fr,
  he,
  ja,
  ko,
  zh,
};

/** Numbers are in the digits of the notes; English dates have the day first. */
const locales: Readonly<Partial<Record<DocumentLanguage, string>>> = {
  ar: 'ar-u-nu-latn',
  en: 'en-GB',
};

/** What an exported document says in its own words, in one language. */
export interface DocumentWords {
  readonly language: DocumentLanguage;
  readonly say: Translate<ExportMessages>;
  /** A CSL date as precise as it is known, or that there is none. */
  readonly date: (issued: string | null) => string;
  /** From the first to the last of some dates in order. */
  readonly dates: (issued: readonly string[]) => string;
  /** "1, 4 and 5". */
  readonly list: (items: readonly string[]) => string;
  /** Sentences one after the other. */
  readonly sentences: (items: readonly string[]) => string;
}

const unspaced: ReadonlySet<DocumentLanguage> = new Set(['ja', 'zh']);

export function documentWords(language: DocumentLanguage): DocumentWords {
  const locale = locales[language] ?? language;
  const say = translator(locale, catalogues[language]);
  const lists = new Intl.ListFormat(locale);
  const date = (issued: string | null) =>
    formatIssued(issued, 'long', locale) ?? say('notes.noDate');
  return {
    language,
    say,
    date,
    dates: (issued) => {
      const [first] = issued;
      return first === undefined ? date(null) : formatDates(first, issued.at(-1) ?? first, locale);
    },
    list: (items) => lists.format(items),
    sentences: (items) => items.join(unspaced.has(language) ? '' : ' '),
  };
}

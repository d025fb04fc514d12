import { placingFields, type CslName, type Placing } from '../../../../../shared/model/article.ts';
import { plainLine } from '../../../../../shared/model/plain-line.ts';
import { absoluteHttp } from '../html/links.ts';
import { languageNamed } from './language-names.ts';

/** What a bibliography says of one work, in CSL-JSON terms. Unknown stays null. */
export interface BibliographicRecord {
  readonly title: string | null;
  readonly 'container-title': string | null;
  readonly author: readonly CslName[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as `accessed`. */
  readonly issued: string | null;
  readonly accessed: string | null;
  /** Absolute http(s) address. */
  readonly URL: string | null;
  /** Lower case, beginning `10.`. */
  readonly DOI: string | null;
  /** ISO 639: `en`. */
  readonly language: string | null;
  readonly placing: Partial<Placing>;
  /** The work's own words, as far as the record carries them. */
  readonly abstract: string | null;
}

/** A record's fields as they are written in a file. */
export interface WrittenRecord {
  readonly title?: string | undefined;
  readonly container?: string | undefined;
  readonly author: readonly CslName[];
  readonly issued?: string | null | undefined;
  readonly accessed?: string | null | undefined;
  /** The first that is an address counts. */
  readonly urls: readonly string[];
  readonly doi?: string | undefined;
  readonly language?: string | undefined;
  readonly placing?: { readonly [field in keyof Placing]?: string | undefined };
  readonly abstract?: string | undefined;
}

/** What CSL may write into a title: italics, small capitals, raised figures. */
const richText = ['i', 'b', 'em', 'strong', 'sub', 'sup', 'sc', 'span'].map((name) => ({
  begins: new RegExp(String.raw`<${name}(?:\s[^<>]*)?>`, 'gi'),
  ends: new RegExp(`</${name}>`, 'gi'),
}));

/** A title without its rich text. What is not closed as often as it is opened is the title's own. */
function plainTitle(title: string): string {
  let plain = title;
  for (const { begins, ends } of richText) {
    if (plain.match(begins)?.length !== plain.match(ends)?.length) continue;
    plain = plain.replaceAll(begins, '').replaceAll(ends, '');
  }
  return plain;
}

const line = (text: string | undefined, longest: number): string | null =>
  plainLine((text ?? '').replaceAll(/\s+/g, ' '))
    .slice(0, longest)
    .toWellFormed() || null;

/** The DOI in a field or an address, in lower case: case means nothing in one. */
export const doiIn = (text: string): string | null =>
  /\b10\.\d{4,9}\/[^\s"<>?#]*[^\s"<>?#.,;)\]]/.exec(text)?.[0].toLowerCase() ?? null;

function placingOf(written: NonNullable<WrittenRecord['placing']>): Partial<Placing> {
  const placing: Partial<Placing> = {};
  for (const field of placingFields) {
    const value = line(written[field], 500);
    if (value !== null) placing[field] = value;
  }
  return placing;
}

const harmlessName = (name: CslName): CslName =>
  Object.fromEntries(Object.entries(name).map(([part, words]) => [part, plainLine(words ?? '')]));

const mostAuthors = 100;

/** A record with every field checked and cut to what an article may hold; null where it has none. */
export function recordOf(written: WrittenRecord): BibliographicRecord | null {
  const urls = written.urls.map((url) => absoluteHttp(url.trim(), null));
  const abstract = (written.abstract ?? '').trim().toWellFormed();
  const record = {
    title: line(plainTitle(written.title ?? ''), 2000),
    'container-title': line(written.container, 500),
    author: written.author.slice(0, mostAuthors).map(harmlessName),
    issued: written.issued ?? null,
    accessed: written.accessed ?? null,
    URL: urls.find((url) => url !== null && url.length <= 4000) ?? null,
    DOI: doiIn(written.doi ?? ''),
    language: languageNamed(written.language ?? ''),
    placing: placingOf(written.placing ?? {}),
    abstract: abstract === '' ? null : abstract,
  };
  const nothing = record.title === null && record.URL === null && record.DOI === null;
  return nothing ? null : record;
}

import type { CslName } from '../../../../../shared/model/article.ts';
import { dateOf, isoDateIn } from '../../metadata/iso-date.ts';
import type { Format } from '../format.ts';
import { bibtexEntries, type BibtexEntry } from './bibtex-entries.ts';
import { plainOfLatex } from './latex.ts';
import { nameOf } from './names.ts';
import { recordOf, type BibliographicRecord } from './record.ts';
import { contentsOf, type RecordSource } from './record-source.ts';

/** Pieces of a value at the places where `pattern` stands outside braces. */
function splitOutside(text: string, pattern: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth !== 0) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    pieces.push(text.slice(start, at));
    start = pattern.lastIndex;
    at = start - 1;
  }
  return [...pieces, text.slice(start)];
}

const partOf = (pieces: readonly string[], name: string): string | undefined =>
  pieces
    .find((piece) => piece.trim().startsWith(`${name}=`))
    ?.split('=')[1]
    ?.trim();

/** Stands for a family name in braces while the rest of the name is read. */
const familyInBraces = 'Familyinbraces';

/** "Martin Luther {King Jr.}": what stands in braces at the end is a family name and is not cut. */
function withBracedFamily(name: string): CslName | null {
  const [, before, family] = /^([^{},]+ )\{([^{}]+)\}$/u.exec(name) ?? [];
  if (before === undefined || family === undefined) return null;
  const read = nameOf(plainOfLatex(before + familyInBraces));
  return read?.family === undefined
    ? null
    : { ...read, family: read.family.replace(familyInBraces, plainOfLatex(family)) };
}

/** A name as BibTeX writes it, in braces where it is not to be taken apart, or BibLaTeX's parts. */
function authorOf(written: string): CslName | null {
  const name = written.trim();
  if (name === '' || name === 'others') return null;
  if (/^\{.*\}$/s.test(name)) return { literal: plainOfLatex(name) };
  if (/\bfamily=/.test(name)) {
    const pieces = splitOutside(name, /,/y);
    const family = [partOf(pieces, 'prefix'), partOf(pieces, 'family')].filter(Boolean).join(' ');
    const given = partOf(pieces, 'given');
    return given === undefined
      ? { literal: plainOfLatex(family) }
      : { family: plainOfLatex(family), given: plainOfLatex(given) };
  }
  return withBracedFamily(name) ?? nameOf(plainOfLatex(name));
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function issuedIn(field: (...names: string[]) => string | undefined): string | null {
  const date = isoDateIn((field('date') ?? '').trim().split('/')[0] ?? '');
  if (date !== null) return date;
  const year = /\d{4}/.exec(field('year') ?? '')?.[0];
  if (year === undefined) return null;
  const month = (field('month') ?? '').trim().toLowerCase();
  const named = monthNames.indexOf(month.slice(0, 3)) + 1;
  const number = named > 0 ? named : Number.parseInt(month, 10);
  const day = Number.parseInt(field('day') ?? '', 10);
  const whole = Number.isNaN(number)
    ? null
    : dateOf(Number(year), number, Number.isNaN(day) ? undefined : day);
  return whole ?? dateOf(Number(year));
}

function toRecord({ fields }: BibtexEntry): BibliographicRecord | null {
  const field = (...names: string[]) =>
    names
      .map((name) => fields.get(name))
      .find((found) => found !== undefined && found.trim() !== '');
  const words = (...names: string[]) => {
    const found = field(...names);
    return found === undefined ? undefined : plainOfLatex(found);
  };
  const address = /https?:\/\/[^\s{}]+/.exec(field('howpublished', 'note') ?? '')?.[0];
  return recordOf({
    title: words('title'),
    container: words(
      'journaltitle',
      'journal',
      'newspaper',
      'maintitle',
      'booktitle',
      'organization',
      'publisher',
      'institution',
    ),
    author: splitOutside((field('author') ?? '').replaceAll(/\s+/g, ' '), / and /y).flatMap(
      (name) => authorOf(name) ?? [],
    ),
    issued: issuedIn(field),
    accessed: isoDateIn(field('urldate') ?? ''),
    urls: [field('url'), address].flatMap((url) => url?.replaceAll(/\\([%&_#~])/g, '$1') ?? []),
    doi: field('doi'),
    language: words('langid', 'language'),
    placing: {
      page: words('pages')?.replaceAll(/-{2,}/g, '–'),
      edition: words('edition'),
      volume: words('volume'),
      issue: words('number', 'issue'),
      archive: words('library'),
    },
    abstract: words('abstract'),
  });
}

function* records(text: string): Generator<RecordSource> {
  for (const entry of bibtexEntries(text)) {
    yield 'broken' in entry
      ? { label: entry.broken, record: null }
      : { label: entry.key, record: toRecord(entry) };
  }
}

const anyEntry = /^[^\S\n]*@[a-z]+\s*[{(]/im;
/** A text that begins like this is a bibliography whatever its name. */
const usualEntry =
  /^\s*(?:%[^\n]*\n\s*)*@(?:string|comment|preamble|article|online|electronic|misc|book|booklet|in(?:book|collection|proceedings)|(?:tech)?report|(?:phd|masters)?thesis|manual|proceedings|unpublished|newspaper|periodical)\s*[{(]/i;

/** BibTeX and BibLaTeX. */
export const bibtex: Format = {
  id: 'bibtex',
  label: 'BibTeX bibliography',
  extensions: ['bib', 'bibtex'],
  quick: true,
  matches: ({ text, extension }) =>
    text !== null && (bibtex.extensions.includes(extension) ? anyEntry : usualEntry).test(text),
  read: (file) => contentsOf(file, records(file.decode().text)),
};

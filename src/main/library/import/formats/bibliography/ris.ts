import type { CslName } from '../../../../../shared/model/article.ts';
import { bylineParts } from '../../../../../shared/text/credits/byline.ts';
import { isoDateIn } from '../../metadata/iso-date.ts';
import type { Format } from '../format.ts';
import { nameInverted } from '../../../../../shared/text/name-inverted.ts';
import { doiIn, recordOf, type BibliographicRecord } from './record.ts';
import { contentsOf, type RecordSource } from './record-source.ts';

type Fields = ReadonlyMap<string, readonly string[]>;

const tagged = /^([A-Z][A-Z\d]) {1,2}- ?(.*)$/;

/** The tags of each record. A line without a tag goes on with the field before it. */
function* risFields(text: string): Generator<Map<string, string[]>> {
  let fields = new Map<string, string[]>();
  let open: string[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const match = tagged.exec(line.trimEnd());
    const [tag, value = ''] = match === null ? [undefined] : [match[1], match[2]];
    if (tag === undefined) {
      if (line.trim() !== '' && open.length > 0) open.push(`${open.pop() ?? ''}\n${line.trim()}`);
      continue;
    }
    // A record whose end is missing ends where the next one begins.
    if (tag === 'ER' || (tag === 'TY' && fields.size > 0)) {
      if (fields.size > 0) yield fields;
      fields = new Map();
      open = [];
    }
    if (tag === 'ER') continue;
    open = fields.get(tag) ?? [];
    open.push(value);
    fields.set(tag, open);
  }
  if (fields.size > 0) yield fields;
}

/** Kinds of works whose publisher is the outlet where nothing else is named. */
const onItsOwn = new Set(['ELEC', 'NEWS', 'BLOG', 'WEB', 'GEN', 'MGZN', 'PRESS']);

/** The more exact of a year and a date that agree. */
function issuedIn(fields: Fields): string | null {
  const dates = ['DA', 'PY', 'Y1'].flatMap((tag) =>
    (fields.get(tag) ?? []).flatMap((value) => isoDateIn(value.replace(/\/+$/, '')) ?? []),
  );
  const [first] = dates;
  return (
    dates.find((date) => date.length > (first?.length ?? 0) && date.startsWith(first ?? '')) ??
    first ??
    null
  );
}

/** "523 words"; `M2` holds whatever a program had no other place for. */
const lengthIn = (text: string | undefined) =>
  text !== undefined && /^\d[\d.,\s]*\p{L}+$/u.test(text.trim()) ? text : undefined;

/** Serial numbers (`SN`) and the like are the outlet's and not kept. */
function placingIn(first: (...tags: readonly string[]) => string | undefined) {
  const [from, to] = [first('SP'), first('EP')];
  const kind = first('M3');
  return {
    section: first('SE'),
    page: from === undefined || to === undefined || from === to ? from : `${from}–${to}`,
    edition: first('ET'),
    volume: first('VL'),
    issue: first('IS'),
    genre: kind === undefined || doiIn(kind) !== null ? undefined : kind,
    dimensions: lengthIn(first('M2')),
    archive: first('DB'),
    number: first('AN'),
  };
}

/** One name to a line; some databases write all of them on one. */
const writers = (value: string): CslName[] => {
  const names = value.includes(',') ? [value] : bylineParts(value);
  return names.flatMap((name) => nameInverted(name) ?? []);
};

function toRecord(fields: Fields): BibliographicRecord | null {
  const first = (...tags: readonly string[]) =>
    tags.flatMap((tag) => fields.get(tag) ?? []).find((value) => value.trim() !== '');
  const all = (...tags: readonly string[]) => tags.flatMap((tag) => fields.get(tag) ?? []);
  const publisher = onItsOwn.has(first('TY')?.trim() ?? '') ? ['PB'] : [];
  return recordOf({
    title: first('TI', 'T1', 'CT'),
    container: first('T2', 'JF', 'JO', 'JA', 'J2', ...publisher),
    author: all('AU', 'A1').flatMap(writers),
    issued: issuedIn(fields),
    accessed: isoDateIn((first('RD', 'Y2') ?? '').replace(/\/+$/, '')),
    urls: all('UR', 'LK', 'L2'),
    doi: first('DO', 'M3'),
    language: first('LA'),
    placing: placingIn(first),
    abstract: all('N2', 'AB').join('\n\n'),
  });
}

function* records(text: string): Generator<RecordSource> {
  let number = 0;
  for (const fields of risFields(text)) {
    number += 1;
    yield {
      label: fields.get('TI')?.[0] ?? fields.get('T1')?.[0] ?? `${number}`,
      record: toRecord(fields),
    };
  }
}

/** RIS, as reference managers and news databases export it. */
export const ris: Format = {
  id: 'ris',
  label: 'RIS bibliography',
  extensions: ['ris'],
  quick: true,
  matches: ({ text }) => text !== null && /^\uFEFF?\s*TY {1,2}- ?[A-Z]{2}/.test(text),
  read: (file) => contentsOf(file, records(file.decode().text)),
};

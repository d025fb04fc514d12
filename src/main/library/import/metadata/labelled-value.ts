import type { Evidence, Proposal } from '../../../../shared/model/import.ts';
import { languageNamed } from '../formats/bibliography/language-names.ts';
import { absoluteHttp } from '../formats/html/links.ts';
import { isAgency } from '../../../../shared/text/credits/agency.ts';
import { bylineNames, bylineParts } from '../../../../shared/text/credits/byline.ts';
import { isoDateIn } from './iso-date.ts';
import { dateLine } from './text-dates.ts';
import { partialDateIn } from './partial-dates.ts';
import { wordedDate } from './worded-date.ts';

/** A value as a proposal has it, without its evidence. */
type LabelledValue = Pick<Proposal, 'field' | 'value' | 'certain'>;

const machineDate = /^\d{4}(?:[-/]\d|\d{4}(?!\d)|$)/;
/** A note's link, as clippers write a name: `[[Ada Lund]]`, `[[people/ada|Ada Lund]]`. */
const wikiLink = /\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/g;
/** Longer ones are sentences. */
const longestName = 120;
const longestTitle = 500;
/** Where an article was found, which is not where it appeared. */
const archives =
  /^(?:lexis\s?nexis|nexis(?: uni)?|factiva|proquest|ebsco(?:host)?|gale|newsbank|pressreader)\b/i;

function dateIn(text: string): Omit<LabelledValue, 'field'> | null {
  const iso = machineDate.test(text) ? isoDateIn(text) : null;
  const value = iso ?? wordedDate(text)?.value;
  if (value !== undefined) return { value, certain: true };
  const found = dateLine(text);
  if (found !== null) return found;
  const partial = partialDateIn(text);
  return partial === null ? null : { value: partial.value, certain: false };
}

const sure = (field: LabelledValue['field'], value: string | null): LabelledValue[] =>
  value === null || value === '' ? [] : [{ field, value, certain: true }];

function outlet(name: string): LabelledValue[] {
  if (name.length > longestName) return [];
  if (archives.test(name)) return sure('archive', name);
  return [...sure('container-title', name), ...(isAgency(name) ? sure('origin', name) : [])];
}

function writers(text: string): LabelledValue[] {
  if (text.length > longestName) return [];
  if (isAgency(text)) return sure('origin', text);
  const signed = bylineNames(text);
  return (signed.length > 0 ? signed : bylineParts(text)).flatMap((name) => sure('author', name));
}

function valuesOf(field: Proposal['field'], words: string): LabelledValue[] {
  const text = words.replaceAll(wikiLink, '$1').replaceAll(/\s+/g, ' ').trim();
  if (field === 'issued') {
    const date = dateIn(text);
    return date === null ? [] : [{ field, value: date.value, certain: date.certain }];
  }
  if (field === 'accessed') {
    const date = dateIn(text);
    // Nothing is guessed of the day a page was looked at.
    return date === null || date.value.includes('X') ? [] : sure(field, date.value);
  }
  const address = absoluteHttp(text.replace(/^<(.*)>$/, '$1'), null);
  if (field === 'URL') return sure('URL', address);
  if (field === 'container-title') return address === null ? outlet(text) : sure('URL', address);
  if (field === 'author') return writers(text);
  if (field === 'language') return sure('language', languageNamed(text));
  return text.length > longestTitle ? [] : sure(field, text);
}

/**
 * What stands behind a label: "Date: 4 March 2026", `source: The Courier`. Empty where it is nothing
 * of that kind; a source may be an outlet or an address.
 */
export const labelledValues = (
  field: Proposal['field'],
  words: string,
  evidence: Evidence,
): Proposal[] =>
  valuesOf(field, words).map(({ field: found, value, certain }) => ({
    field: found,
    value,
    certain,
    evidence,
  }));

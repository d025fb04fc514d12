import type { EvidenceRule } from '../../../shared/model/import.ts';

/** Where a proposed value was read. */
export const rules = {
  'front-matter': 'Front matter of the file',
  'json-ld': 'Data in the page (JSON-LD)',
  'open-graph': 'Data in the page (Open Graph)',
  meta: 'Data in the page (meta)',
  'canonical-link': 'Canonical address of the page',
  'html-lang': 'Language named by the page',
  'time-element': 'Time in the page',
  'title-element': 'Title of the page',
  'document-properties': 'Properties of the document',
  'mail-header': 'Header of the mail',
  bibliography: 'Bibliographic record',
  'database-field': 'Field of a database',
  heading: 'Heading of the text',
  'first-words': 'First words of the text',
  byline: 'Byline',
  'date-line': 'Line with the date',
  'date-in-text': 'A date in the text; it may be the day of the event',
  dateline: 'Dateline',
  'agency-credit': 'Credit of an agency',
  'copyright-line': 'Copyright line',
  'outlet-prompt': 'A prompt that names the outlet',
  script: 'The script it is written in',
  'common-words': 'Common words of the language',
} as const satisfies Record<EvidenceRule, string>;

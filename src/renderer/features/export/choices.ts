import type { Input } from '../../../shared/contract/methods.ts';

/** What can leave the library, and in which formats. */
export const formats = {
  briefing: ['docx', 'pdf', 'html', 'md'],
  sources: ['csl-json', 'bibtex', 'ris'],
  annotations: ['md', 'csv', 'jsonld'],
  statements: ['csv', 'grid'],
  network: ['graphml', 'csv'],
  bundle: ['attache', 'qdpx'],
} as const satisfies {
  briefing: readonly Input<'export.briefing'>['format'][];
  sources: readonly Input<'export.sources'>['format'][];
  annotations: readonly Input<'export.annotations'>['format'][];
  statements: readonly Exclude<Input<'export.statements'>['format'], undefined>[];
  network: readonly Input<'export.network'>['format'][];
  bundle: readonly Exclude<Input<'export.bundle'>['format'], undefined>[];
};

export type What = keyof typeof formats;
export type Format = (typeof formats)[What][number];

/** One thing to export; with a briefing's id that briefing, or its sources. */
export interface Choice {
  readonly what: What;
  readonly briefingId?: string;
}

/** A choice as the value of an option in a list, and back. */
export const writeChoice = ({ what, briefingId }: Choice): string =>
  briefingId === undefined ? what : `${what} ${briefingId}`;

export function readChoice(value: string): Choice {
  const [name, briefingId] = value.split(' ', 2);
  const what = (Object.keys(formats) as What[]).find((known) => known === name) ?? 'annotations';
  return briefingId === undefined ? { what } : { what, briefingId };
}

export const extensions: Readonly<Record<Format, string>> = {
  docx: 'docx',
  pdf: 'pdf',
  html: 'html',
  md: 'md',
  'csl-json': 'json',
  bibtex: 'bib',
  ris: 'ris',
  csv: 'csv',
  grid: 'csv',
  jsonld: 'jsonld',
  graphml: 'graphml',
  attache: 'attache',
  qdpx: 'qdpx',
};

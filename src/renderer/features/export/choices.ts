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

/** One thing to export; with an id that briefing, its sources, or the annotations of that article. */
export interface Choice {
  readonly what: What;
  readonly id?: string;
}

/** A choice as the value of an option in a list, and back. */
export const writeChoice = ({ what, id }: Choice): string =>
  id === undefined ? what : `${what} ${id}`;

export function readChoice(value: string): Choice {
  const [name, id] = value.split(' ', 2);
  const what = (Object.keys(formats) as What[]).find((known) => known === name) ?? 'annotations';
  return id === undefined ? { what } : { what, id };
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

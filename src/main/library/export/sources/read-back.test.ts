import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { sourcesBibtex } from './bibtex.ts';
import { sourcesCsl, type CslItem } from './csl.ts';
import { sourcesRis } from './ris.ts';

/** Citation.js brings no types; its plugins add themselves when they are loaded. */
const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core') as {
  Cite: new (written: string) => { data: ReadItem[] };
};
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

const items: CslItem[] = [
  {
    id: 'a',
    type: 'article-newspaper',
    title: 'Harbour & {piers}: 50% of $3 ~ #1_x',
    author: [{ family: 'Quist', given: 'Mara' }, { literal: 'Coast Wire and Sons' }],
    'container-title': 'The Daily Quay',
    issued: { 'date-parts': [[2031, 4, 2]] },
    accessed: { 'date-parts': [[2031, 5, 1]] },
    URL: 'https://quay.example/piers?a=1&b=2_3',
    language: 'en',
  },
  {
    id: 'b',
    type: 'article-newspaper',
    title: '船は出た',
    author: [{ family: '島田', given: '花' }],
    issued: { 'date-parts': [[2031, 4]] },
    language: 'ja',
  },
  { id: 'c', type: 'article-newspaper', title: 'No date', 'container-title': '港日報' },
];

type ReadName = string | { family?: string; given?: string; literal?: string };

interface ReadItem {
  readonly title: string;
  readonly author?: readonly ReadName[];
  /** What Citation.js calls the author of a newspaper's article in RIS. */
  readonly reporter?: ReadName | readonly ReadName[];
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
}

const authorsOf = ({ author, reporter = [] }: ReadItem): string[] =>
  [author ?? reporter].flat().map((name) => {
    if (typeof name === 'string') return name;
    return name.literal ?? [name.family, name.given].filter(Boolean).join(', ');
  });

describe.each([
  ['BibTeX', sourcesBibtex],
  ['RIS', sourcesRis],
  ['CSL-JSON', sourcesCsl],
])('sources as %s, read back by Citation.js', (format, write) => {
  const back = new Cite(write(items)).data;
  const authors = back.map(authorsOf);

  it('are all there with title, authors and outlet', () => {
    expect(back.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
    expect(back.map((item) => item['container-title'])).toEqual(
      items.map((item) => item['container-title']),
    );
    expect(authors).toEqual([['Quist, Mara', 'Coast Wire and Sons'], ['島田, 花'], []]);
  });

  it('have their dates as precisely as they are known, and none where there is none', () => {
    const dates = back.map(({ issued }) => issued?.['date-parts'][0]);
    // Of the two dates of a RIS record Citation.js reads the year; DA has the rest.
    const known =
      format === 'RIS'
        ? [[2031], [2031]]
        : [
            [2031, 4, 2],
            [2031, 4],
          ];
    expect(dates).toEqual([...known, undefined]);
  });

  it('have their addresses', () => {
    expect(back[0]?.URL).toBe('https://quay.example/piers?a=1&b=2_3');
  });
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ShownCitation } from '../../editor/citations.ts';
import { SourcesList } from './SourcesList.tsx';

const cited = (number: number): [string, ShownCitation] => [
  `passage ${number}`,
  {
    annotationId: `passage ${number}`,
    number,
    quote: 'It stands.',
    citedQuote: 'It stands.',
    articleId: 'pier',
    start: 0,
    end: 10,
    status: 'exact',
    change: null,
    tags: [],
    title: 'Pier',
    outlet: 'Quay',
    issued: null,
    saved: true,
  },
];

test('says how an export numbers citations where that is not how the page does', () => {
  const words = (notes: number) =>
    renderToStaticMarkup(<SourcesList citations={new Map([cited(1), cited(2)])} notes={notes} />);
  expect(words(2)).not.toContain('footnote');
  expect(words(3)).toContain('3 footnotes to 2 sources');
});

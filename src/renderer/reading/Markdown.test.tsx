import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Markdown } from './Markdown.tsx';

const shown = (source: string) =>
  renderToStaticMarkup(<Markdown source={source} />).replace(/^<div[^>]*>|<\/div>$/g, '');

test('sets emphasis, lists and quotations', () => {
  expect(shown('Compare **May** with *June*.')).toBe(
    '<p>Compare <strong>May</strong> with <em>June</em>.</p>',
  );
  expect(shown('- one\n- two')).toBe('<ul><li><p>one</p></li><li><p>two</p></li></ul>');
  expect(shown('3. three')).toBe('<ol start="3"><li><p>three</p></li></ol>');
  expect(shown('> said')).toBe('<blockquote><p>said</p></blockquote>');
});

test('shows HTML as it was written and leads nowhere', () => {
  expect(shown('<img src=x onerror=alert(1)> and [a page](https://example.org)')).toBe(
    '<p>&lt;img src=x onerror=alert(1)&gt; and <span title="https://example.org">a page</span></p>',
  );
  expect(shown('![a map](https://example.org/map.png)')).toBe('<p>a map</p>');
});

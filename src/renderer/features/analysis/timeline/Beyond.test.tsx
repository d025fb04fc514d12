import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Beyond } from './Beyond.tsx';
import type { Counted } from './periods.ts';

const view = { zoom: 'year', first: 1996, last: 2025 } as const;
const words = (...items: Counted[]) =>
  renderToStaticMarkup(<Beyond items={items} view={view} onGo={() => undefined} />).replaceAll(
    /<[^>]*>/gu,
    ' ',
  );

test('says what lies outside the years that are drawn, and offers the way there', () => {
  const old = { period: '1640', articles: 0, events: 4 };
  const next = { period: '2031', articles: 2, events: 1 };
  expect(words({ period: '2000', articles: 9, events: 9 })).toBe('');
  expect(words(old)).toMatch(/Before 1996: 4 dates in the texts +Show the earlier ones/u);
  expect(words(old)).not.toContain('After');
  expect(words(next)).toMatch(/After 2025: 2 articles, 1 date in the texts +Show the later ones/u);
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { href, parseRoute, type Route } from './route.ts';

const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.isWellFormed());
const at = fc.nat();
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { name: 'articles' },
    { name: 'unread' },
    { name: 'trash' },
    { name: 'import' },
    { name: 'annotations' },
    { name: 'lost' },
    { name: 'notes' },
    { name: 'actors' },
    { name: 'history' },
    { name: 'backups' },
  ),
  fc.record({
    name: fc.constant('search' as const),
    q: fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
  }),
  fc.record({ name: fc.constant('actor' as const), id }),
  fc.record(
    {
      name: fc.constantFrom('article' as const, 'note' as const, 'briefing' as const),
      id,
      start: at,
      end: at,
    },
    { requiredKeys: ['name', 'id'] },
  ),
);

describe('routes', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(href(route))).toEqual(route);
      }),
    );
  });

  it('fall back to the article list for what is unknown', () => {
    for (const hash of [
      '',
      '#',
      '#/',
      '#/nowhere',
      '#/nowhere/1',
      '#/constructor/1',
      '#/passages',
    ]) {
      expect(parseRoute(hash)).toEqual({ name: 'articles' });
    }
  });

  it('ignore offsets that are none', () => {
    expect(parseRoute('#/articles/a?start=-1&end=x')).toEqual({ name: 'article', id: 'a' });
    expect(parseRoute('#/articles/a?start=1234567890123456&end=7')).toEqual({
      name: 'article',
      id: 'a',
      end: 7,
    });
    expect(parseRoute('#/articles/%E0%A4%A')).toEqual({ name: 'article', id: '%E0%A4%A' });
  });
});

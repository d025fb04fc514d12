import { expect, it } from 'vitest';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { findLinkables, type Linkable } from './linkable.ts';

const passage = (id: string, quote: string) =>
  ({ id, quote, tags: ['sea'] }) as unknown as Annotation;
const other = (kind: Linkable['kind'], name: string, also = ''): Linkable => ({
  kind,
  id: name,
  name,
  detail: '',
  also,
});
const sources = {
  passages: [passage('1', 'The ferry sails'), passage('2', 'Nobody sails')],
  sourceOf: () => 'Daily Quay',
  others: [
    other('note', 'On sails'),
    other('article', 'Sails ahead'),
    other('actor', 'Orr', 'Ｏ’Ré'),
  ],
};
const names = (query: string) => findLinkables(query, sources).map(({ name }) => name);

it('finds passages by words, source and tag, then things by their names', () => {
  expect(names('quay FERRY sea')).toEqual(['The ferry sails']);
  expect(names('sails')).toEqual(['The ferry sails', 'Nobody sails', 'Sails ahead', 'On sails']);
  expect(names('o’ré')).toEqual(['Orr']);
  expect(names('')).toEqual(['The ferry sails', 'Nobody sails']);
  expect(names('nothing here')).toEqual([]);
});

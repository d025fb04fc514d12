import { expect, it } from 'vitest';
import type { Article } from '../../../../shared/model/article.ts';
import { changedFields, textsOf } from './details.ts';

const article = {
  title: 'Board speaks',
  'container-title': 'The Courier',
  author: [{ family: 'Lund', given: 'Ada' }, { literal: 'Per Berg' }],
  issued: null,
  accessed: '2026-03-12',
  language: 'en',
  URL: null,
} as unknown as Article;

it('only what was changed is stored, emptied fields as unknown', () => {
  const texts = textsOf(article);
  expect(changedFields(article, texts)).toEqual({});
  expect(changedFields(article, { ...texts, title: ' Board speaks ' })).toEqual({});
  expect(changedFields(article, { ...texts, issued: '2026-03', 'container-title': ' ' })).toEqual({
    issued: '2026-03',
    'container-title': null,
  });
});

it('an author written family name first has parts', () => {
  const texts = { ...textsOf(article), author: 'Ada Lund; Berg, Per' };
  expect(changedFields(article, texts)).toEqual({
    author: [
      { family: 'Lund', given: 'Ada' },
      { family: 'Berg', given: 'Per' },
    ],
  });
});

it('authors that are still there keep their parts', () => {
  const texts = { ...textsOf(article), author: 'Ada Lund; Eve Holm' };
  expect(changedFields(article, texts)).toEqual({
    author: [{ family: 'Lund', given: 'Ada' }, { literal: 'Eve Holm' }],
  });
});

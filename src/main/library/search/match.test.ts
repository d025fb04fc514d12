import { expect, it } from 'vitest';
import { parseQuery } from '../../../shared/query/parse.ts';
import { articleCondition } from './article-condition.ts';
import { FieldValues } from './field-values.ts';
import { expression } from './match.ts';
import { openDatabase } from '../storage/database.ts';

const sources = {
  values: new FieldValues(openDatabase(':memory:')),
  near: () => [],
  titlesStarting: () => new Uint32Array(),
};
const asked = (q: string) => {
  const { match } = articleCondition(parseQuery(q).tree, sources);
  return match === undefined ? null : expression(match);
};

it.each([
  ['har* '.repeat(300), 'har*'],
  ['ferry ferries "ferry"', 'ferry "ferry"'],
  ['ferry OR ferry OR title:ferry', 'ferry OR title:ferry'],
  ['(a OR b) c (a OR b)', '(a OR b) c'],
])('%s is looked for as %s', (q, expected) => {
  expect(asked(q)).toBe(asked(expected));
});

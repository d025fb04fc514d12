import { expect, it } from 'vitest';
import { nameInverted } from './name-inverted.ts';

it.each([
  ['Lund, Ada', { family: 'Lund', given: 'Ada' }],
  [' van der  Lund,  Ada ', { family: 'van der Lund', given: 'Ada' }],
  ['Lund, Jr., Ada', { family: 'Lund', given: 'Ada Jr.' }],
  ['Ada Lund', { literal: 'Ada Lund' }],
  ['Lund,', { literal: 'Lund' }],
  ['', null],
  [' , Ada', null],
])('“%s” is read as it says', (written, name) => {
  expect(nameInverted(written)).toEqual(name);
});

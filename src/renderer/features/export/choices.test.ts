import { expect, test } from 'vitest';
import { exportFormats } from '../../../shared/contract/methods/export.ts';
import { extensions, formats, readChoice, writeChoice, type What } from './choices.ts';

test('every format of the contract is offered, with its ending', () => {
  for (const what of Object.keys(exportFormats) as What[]) {
    expect([...formats[what]].sort()).toEqual([...exportFormats[what]].sort());
    for (const format of formats[what]) expect(extensions[format]).toMatch(/^\w+$/);
  }
  expect(Object.keys(formats).sort()).toEqual(Object.keys(exportFormats).sort());
});

test('a choice is read back from its option', () => {
  for (const choice of [{ what: 'sources', id: 'abc-1' }, { what: 'network' }] as const) {
    expect(readChoice(writeChoice(choice))).toEqual(choice);
  }
});

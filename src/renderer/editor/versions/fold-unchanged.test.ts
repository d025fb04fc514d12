import { expect, it } from 'vitest';
import type { ComparedBlock } from '../../../shared/model/version.ts';
import { foldUnchanged } from './fold-unchanged.ts';

const block = (change: ComparedBlock['change']): ComparedBlock => ({
  change,
  kind: 'paragraph',
  parts: [{ change: 'same', text: change }],
});

it('shows each change with one block around it, and counts the rest', () => {
  const changes = ['same', 'same', 'same', 'added', 'same', 'same', 'removed'] as const;
  const shown = foldUnchanged(changes.map(block));
  expect(shown.map((item) => (typeof item === 'number' ? item : item.change))).toEqual([
    2,
    'same',
    'added',
    'same',
    'same',
    'removed',
  ]);
});

it('folds everything where nothing changed', () => {
  expect(foldUnchanged([block('same'), block('same')])).toEqual([2]);
});

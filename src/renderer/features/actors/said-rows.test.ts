import { expect, test } from 'vitest';
import type { Statement } from '../../../shared/model/actor.ts';
import type { ArticleSummary } from '../../../shared/model/article.ts';
import { saidRows, type SaidRow, type SaidView } from './said-rows.ts';

const row = (
  quote: string,
  issued: string | null,
  outlet: string | null,
  more: Partial<Statement> = {},
): SaidRow => ({
  statement: { quote, kind: 'direct', speaker: 'quinn', ...more } as Statement,
  article: { title: 'Envoys meet', issued, 'container-title': outlet } as ArticleSummary,
});
const rows = [
  row('We agreed.', '2031-03', 'Ledger'),
  row('No comment.', null, null),
  row('She would leave, aides said.', '2031-03-11', 'Courier', { kind: 'paraphrase' }),
  row('Déjà vu.', '2029', 'Courier', { speaker: 'vale', subject: 'quinn' }),
];
const view: SaidView = { role: 'said', kind: null, text: '', sort: 'date', descending: true };
const words = (changes: Partial<SaidView>) =>
  saidRows(rows, 'quinn', { ...view, ...changes }).map(({ statement }) => statement.quote);

test('newest or oldest first, what has no date last either way', () => {
  expect(words({})).toEqual(['She would leave, aides said.', 'We agreed.', 'No comment.']);
  expect(words({ descending: false })).toEqual([
    'We agreed.',
    'She would leave, aides said.',
    'No comment.',
  ]);
  expect(words({ sort: 'source', descending: false })[0]).toBe('She would leave, aides said.');
});

test('narrowed by form, by words of statement and outlet, and by what the actor is in it', () => {
  expect(words({ kind: 'paraphrase' })).toEqual(['She would leave, aides said.']);
  expect(words({ text: 'LEDGER agreed' })).toEqual(['We agreed.']);
  expect(words({ role: 'other', text: 'deja' })).toEqual(['Déjà vu.']);
});

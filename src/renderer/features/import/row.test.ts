import { describe, expect, it } from 'vitest';
import type { PreviewItem } from '../../../shared/model/import.ts';
import { waitingIn } from './proposed.ts';
import { inFamilies, toRow } from './row.ts';
import type { Edit } from './session.ts';

const item = (key: string, change: Partial<PreviewItem> = {}): PreviewItem => ({
  key,
  source: `${key}.txt`,
  format: 'text',
  encoding: 'utf-8',
  encodingConfidence: 1,
  title: 'A title',
  titleProposed: true,
  'container-title': null,
  author: [],
  issued: null,
  language: 'en',
  origin: null,
  words: 3,
  text: 'One two three.',
  hidden: [],
  proposals: [],
  duplicate: null,
  earlier: null,
  ...change,
});
const proposal = {
  field: 'issued',
  value: '2026-03-10',
  certain: false,
  evidence: { rule: 'date-in-text', text: 'March 10' },
} as const;

describe('a preview row', () => {
  it('shows an uncertain value as proposed, and stores nothing until it is taken', () => {
    const { fields } = toRow(item('a', { proposals: [proposal] }), undefined);
    expect(fields.issued).toMatchObject({ value: null, proposed: '2026-03-10', corrected: false });
  });

  it('keeps the evidence of a proposal that was taken', () => {
    const edit = { fields: { issued: '2026-03-10' } };
    const { fields } = toRow(item('a', { proposals: [proposal] }), edit);
    expect(fields.issued).toMatchObject({ value: '2026-03-10', proposed: null, corrected: false });
    expect(fields.issued.evidence).toEqual(proposal.evidence);
  });

  it('says that a value is the person’s own', () => {
    const { fields } = toRow(item('a', { proposals: [proposal] }), { fields: { issued: '2025' } });
    expect(fields.issued).toMatchObject({ value: '2025', corrected: true });
    const emptied = toRow(item('a', { issued: '2024' }), { fields: { issued: null } });
    expect(emptied.fields.issued).toMatchObject({ value: null, corrected: true });
  });

  it('leaves identical files out until the person wants them', () => {
    const twin = {
      kind: 'identical',
      similarity: 1,
      articleId: null,
      title: null,
      of: 'a',
    } as const;
    expect(toRow(item('b', { duplicate: twin }), undefined).include).toBe(false);
    expect(toRow(item('b', { duplicate: twin }), { include: true }).include).toBe(true);
  });

  it('tells hidden lines from offered ones', () => {
    const hidden = [
      { start: 0, end: 3, reason: 'caption', by: 'rule' },
      { start: 4, end: 7, reason: 'caption', by: 'offered' },
    ] as const;
    const row = toRow(item('a', { hidden: [...hidden] }), undefined);
    expect(row.hidden).toEqual([hidden[0]]);
    expect(row.offered).toEqual([hidden[1]]);
  });
});

describe('a changed copy', () => {
  const earlier = { articleId: 'x', title: 'T', by: 'url', similarity: 0.9, chosen: true } as const;

  it('becomes a new version as proposed, unless the person decides otherwise', () => {
    const row = item('a', { earlier });
    expect(toRow(row, undefined).revises).toBe('x');
    expect(toRow(row, { as: 'separate' }).revises).toBeNull();
    const doubtful = item('a', { earlier: { ...earlier, chosen: false } });
    expect(toRow(doubtful, undefined).revises).toBeNull();
    expect(toRow(doubtful, { as: { revise: 'x' } }).revises).toBe('x');
  });

  it('has proposed values that are taken at once, but for dates without a year and of files', () => {
    const dated = item('b', { proposals: [{ ...proposal, value: 'XXXX-03-10' }] });
    const evidence = { rule: 'document-properties', text: '2026-03-10' } as const;
    const made = item('c', { proposals: [{ ...proposal, evidence }] });
    const all = [item('a', { proposals: [proposal] }), dated, made];
    const rows = all.map((one) => toRow(one, undefined));
    expect(waitingIn(rows)).toEqual([{ key: 'a', field: 'issued', value: '2026-03-10' }]);
  });
});

describe('families', () => {
  const near = (of: string) =>
    ({ kind: 'near', similarity: 0.9, articleId: null, title: null, of }) as const;

  it('put near-duplicates after the row they are like', () => {
    const rows = [item('a'), item('b'), item('c', { duplicate: near('a') })];
    const order = inFamilies(rows.map((row) => toRow(row, undefined)));
    expect(order.map((row) => row.item.key)).toEqual(['a', 'c', 'b']);
  });

  it('follow the lead the person names, and let go of a row that is not the same', () => {
    const items = [
      item('a'),
      item('b', { duplicate: near('a') }),
      item('c', { duplicate: near('a') }),
    ];
    const order = (edits: Record<string, Edit>) =>
      inFamilies(items.map((one) => toRow(one, edits[one.key]))).map(({ item: one, leadKey }) => [
        one.key,
        leadKey,
      ]);
    expect(order({ b: { near: 'lead' } })).toEqual([
      ['b', null],
      ['a', 'b'],
      ['c', 'b'],
    ]);
    expect(order({ b: { near: 'none' } })).toEqual([
      ['a', null],
      ['c', 'a'],
      ['b', null],
    ]);
  });

  it('are led by the first of a chain, or by the last row that was made the lead', () => {
    const items = [
      item('a'),
      item('b', { duplicate: near('a') }),
      item('c', { duplicate: near('b') }),
      item('d', { duplicate: near('c') }),
    ];
    const order = (edits: Record<string, Edit>) =>
      inFamilies(items.map((one) => toRow(one, edits[one.key]))).map(({ item: one, leadKey }) => [
        one.key,
        leadKey,
      ]);
    expect(order({})).toEqual([
      ['a', null],
      ['b', 'a'],
      ['c', 'a'],
      ['d', 'a'],
    ]);
    const lead: Edit = { near: 'lead' };
    expect(order({ c: lead })).toEqual([
      ['c', null],
      ['a', 'c'],
      ['b', 'c'],
      ['d', 'c'],
    ]);
    expect(order({ d: lead, b: lead })).toEqual([
      ['d', null],
      ['a', 'd'],
      ['b', 'd'],
      ['c', 'd'],
    ]);
  });

  it('are led by a row that is taken', () => {
    const items = [
      item('a'),
      item('b', { duplicate: near('a') }),
      item('c', { duplicate: near('a') }),
    ];
    const edits: Record<string, Edit> = {
      a: { include: false },
      c: { include: false, near: 'lead' },
    };
    const order = inFamilies(items.map((one) => toRow(one, edits[one.key])));
    expect(order.map((row) => [row.item.key, row.leadKey])).toEqual([
      ['b', null],
      ['a', 'b'],
      ['c', 'b'],
    ]);
  });

  it('lose no row whose lead is not there', () => {
    const order = inFamilies([toRow(item('c', { duplicate: near('gone') }), undefined)]);
    expect(order.map((row) => row.item.key)).toEqual(['c']);
  });
});

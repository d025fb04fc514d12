import { describe, expect, it } from 'vitest';
import type { PreviewItem } from '../../../shared/model/import.ts';
import { inFamilies, toRow } from './row.ts';

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
    const twin = { kind: 'identical', similarity: 1, articleId: null, of: 'a' } as const;
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

describe('families', () => {
  const near = (of: string) => ({ kind: 'near', similarity: 0.9, articleId: null, of }) as const;

  it('put near-duplicates after the row they are like', () => {
    const rows = [item('a'), item('b'), item('c', { duplicate: near('a') })];
    const order = inFamilies(rows.map((row) => toRow(row, undefined)));
    expect(order.map((row) => row.item.key)).toEqual(['a', 'c', 'b']);
  });

  it('lose no row whose lead is not there', () => {
    const order = inFamilies([toRow(item('c', { duplicate: near('gone') }), undefined)]);
    expect(order.map((row) => row.item.key)).toEqual(['c']);
  });
});

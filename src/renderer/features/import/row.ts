import type { Evidence, PreviewItem, Proposal } from '../../../shared/model/import.ts';
import type { HiddenRange } from '../../../shared/model/ranges.ts';
import type { Edit } from './session.ts';

export type EditableField = 'title' | 'container-title' | 'issued';

export interface FieldValue {
  /** What will be stored; null is unknown. */
  readonly value: string | null;
  /** The best value that was read but is not certain, where nothing is stored. */
  readonly proposed: string | null;
  readonly evidence: Evidence | null;
  readonly corrected: boolean;
}

/** A preview row with the person's changes. */
export interface Row {
  readonly item: PreviewItem;
  readonly include: boolean;
  readonly fields: Readonly<Record<EditableField, FieldValue>>;
  readonly hidden: readonly HiddenRange[];
  readonly offered: readonly HiddenRange[];
  /** The row that this one is a near-duplicate of, by key. */
  readonly leadKey: string | null;
}

export const isOffered = (range: HiddenRange): boolean => range.by === 'offered';

export const proposalsOf = (item: PreviewItem, field: Proposal['field']): readonly Proposal[] =>
  item.proposals.filter((proposal) => proposal.field === field);

function fieldValue(item: PreviewItem, edit: Edit | undefined, field: EditableField): FieldValue {
  const given = edit?.fields?.[field];
  const read = item[field];
  const proposals = proposalsOf(item, field);
  const value = given === undefined ? read : given;
  const source = proposals.find((proposal) => proposal.value === value) ?? proposals[0];
  return {
    value,
    proposed: value === null && given === undefined ? (proposals[0]?.value ?? null) : null,
    evidence: source?.evidence ?? null,
    corrected: given !== undefined && given !== read && source?.value !== given,
  };
}

export function toRow(item: PreviewItem, edit: Edit | undefined): Row {
  const ranges = edit?.hidden ?? item.hidden;
  const near = item.duplicate?.kind === 'near' && item.duplicate.articleId === null;
  return {
    item,
    include: edit?.include ?? item.duplicate?.kind !== 'identical',
    fields: {
      title: fieldValue(item, edit, 'title'),
      'container-title': fieldValue(item, edit, 'container-title'),
      issued: fieldValue(item, edit, 'issued'),
    },
    hidden: ranges.filter((range) => !isOffered(range)),
    offered: ranges.filter(isOffered),
    leadKey: near ? (item.duplicate?.of ?? null) : null,
  };
}

/** Near-duplicates come right after the row they are like. */
export function inFamilies(rows: readonly Row[]): readonly Row[] {
  const keys = new Set(rows.map(({ item }) => item.key));
  const hangs = (row: Row) => row.leadKey !== null && keys.has(row.leadKey);
  return rows
    .filter((row) => !hangs(row))
    .flatMap((lead) =>
      [lead].concat(rows.filter((row) => hangs(row) && row.leadKey === lead.item.key)),
    );
}

import type { Evidence, PreviewItem, Proposal } from '../../../shared/model/import.ts';
import type { HiddenRange } from '../../../shared/model/ranges.ts';
import { authorText, nameText } from '../../metadata/fields.ts';
import type { Edit } from './session.ts';

export const editableFields = ['title', 'container-title', 'author', 'issued', 'language'] as const;
export type EditableField = (typeof editableFields)[number];

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
  /** The article this row becomes a new version of, by id. */
  readonly revises: string | null;
  /** What the person makes of a near duplicate. */
  readonly near: NonNullable<Edit['near']>;
  /** The row that this one is a near-duplicate of, by key. */
  readonly leadKey: string | null;
}

export const isOffered = (range: HiddenRange): boolean => range.by === 'offered';

export const proposalsOf = (item: PreviewItem, field: Proposal['field']): readonly Proposal[] =>
  item.proposals.filter((proposal) => proposal.field === field);

/** What may be put into a field, each with the words it was read from. */
export function choicesFor(
  item: PreviewItem,
  field: EditableField,
): readonly Pick<Proposal, 'value' | 'evidence' | 'choices'>[] {
  const proposals = proposalsOf(item, field);
  const [first] = proposals;
  if (field !== 'author' || first === undefined) return proposals;
  return [{ value: authorText(proposals.map(({ value }) => value)), evidence: first.evidence }];
}

function readValue(item: PreviewItem, field: EditableField): string | null {
  if (field !== 'author') return item[field];
  return item.author.length === 0 ? null : authorText(item.author);
}

function givenValue(edit: Edit | undefined, field: EditableField): string | null | undefined {
  if (field !== 'author') return edit?.fields?.[field];
  const names = edit?.fields?.author;
  return names === undefined ? undefined : authorText(names.map(nameText)) || null;
}

function fieldValue(item: PreviewItem, edit: Edit | undefined, field: EditableField): FieldValue {
  const given = givenValue(edit, field);
  const read = readValue(item, field);
  const choices = choicesFor(item, field);
  const value = given === undefined ? read : given;
  const source = choices.find((choice) => choice.value === value) ?? choices[0];
  return {
    value,
    proposed: value === null && given === undefined ? (choices[0]?.value ?? null) : null,
    evidence: source?.evidence ?? null,
    corrected: given !== undefined && given !== read && source?.value !== given,
  };
}

/** The article a row is to become a new version of: as the person said, else as proposed. */
function revisedBy({ earlier }: PreviewItem, as: Edit['as']): string | null {
  if (as === undefined) return earlier?.chosen === true ? earlier.articleId : null;
  return as === 'separate' ? null : as.revise;
}

const made = new WeakMap<PreviewItem, { readonly edit: Edit | undefined; readonly row: Row }>();

/** A row, the same object for as long as what was read and what was edited are the same. */
export function toRow(item: PreviewItem, edit: Edit | undefined): Row {
  const before = made.get(item);
  if (before !== undefined && before.edit === edit) return before.row;
  const row = rowOf(item, edit);
  made.set(item, { edit, row });
  return row;
}

function rowOf(item: PreviewItem, edit: Edit | undefined): Row {
  const ranges = edit?.hidden ?? item.hidden;
  const revises = revisedBy(item, edit?.as);
  const near = edit?.near ?? 'shadow';
  const { duplicate } = item;
  const hangs =
    duplicate?.kind === 'near' &&
    duplicate.articleId === null &&
    revises === null &&
    near !== 'none';
  return {
    item,
    include: edit?.include ?? duplicate?.kind !== 'identical',
    fields: {
      title: fieldValue(item, edit, 'title'),
      'container-title': fieldValue(item, edit, 'container-title'),
      author: fieldValue(item, edit, 'author'),
      issued: fieldValue(item, edit, 'issued'),
      language: fieldValue(item, edit, 'language'),
    },
    hidden: ranges.filter((range) => !isOffered(range)),
    offered: ranges.filter(isOffered),
    revises,
    near,
    leadKey: hangs ? duplicate.of : null,
  };
}

const hung = (row: Row, leadKey: string | null): Row =>
  row.leadKey === leadKey ? row : { ...row, leadKey };

/** The first of a chain of rows that are each like one before them. */
function firstOf(key: string, leads: ReadonlyMap<string, string | null>): string {
  let first = key;
  for (;;) {
    const above = leads.get(first) ?? null;
    if (above === null || !leads.has(above)) return first;
    first = above;
  }
}

/** As the import does it: of the rows that are taken, the last one made the lead, else the first. */
const leadOf = (family: readonly Row[]): Row | undefined =>
  family.findLast(({ include, near, leadKey }) => include && near === 'lead' && leadKey !== null) ??
  family.find(({ include }) => include) ??
  family[0];

/** Near-duplicates come together, their lead before them, each with its key. */
export function inFamilies(rows: readonly Row[]): readonly Row[] {
  const leads = new Map(rows.map(({ item, leadKey }) => [item.key, leadKey]));
  const families = Map.groupBy(rows, ({ item }) => firstOf(item.key, leads));
  return [...families.values()].flatMap((family) => {
    const lead = leadOf(family)?.item.key ?? null;
    return family
      .map((row) => hung(row, row.item.key === lead ? null : lead))
      .toSorted((a, b) => Number(a.leadKey !== null) - Number(b.leadKey !== null));
  });
}

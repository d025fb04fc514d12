import { problem } from '../../metadata/fields.ts';
import { editableFields, type EditableField, type Row } from './row.ts';

/** A value that was read but waits for the person. */
export interface Waiting {
  readonly key: string;
  readonly field: EditableField;
  readonly value: string;
}

/** The proposed values of some rows that could be stored as they are. */
export const waitingIn = (rows: readonly Row[]): Waiting[] =>
  rows.flatMap(({ item, fields, include }) =>
    include
      ? editableFields.flatMap((field) => {
          const value = fields[field].proposed;
          return value === null || problem(field, value) !== undefined
            ? []
            : [{ key: item.key, field, value }];
        })
      : [],
  );

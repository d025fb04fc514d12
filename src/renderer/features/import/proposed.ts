import { problem } from '../../metadata/fields.ts';
import { editableFields, type EditableField, type FieldValue, type Row } from './row.ts';

/** A value that was read but waits for the person. */
export interface Waiting {
  readonly key: string;
  readonly field: EditableField;
  readonly value: string;
}

/** The day a document was made is the day it was saved or converted more often than published. */
const isFileDate = (field: EditableField, { evidence }: FieldValue): boolean =>
  field === 'issued' && evidence?.rule === 'document-properties';

/** The proposed values of some rows that could be stored as they are, all at once. */
export const waitingIn = (rows: readonly Row[]): Waiting[] =>
  rows.flatMap(({ item, fields, include }) =>
    include
      ? editableFields.flatMap((field) => {
          const value = fields[field].proposed;
          return value === null ||
            problem(field, value) !== undefined ||
            isFileDate(field, fields[field])
            ? []
            : [{ key: item.key, field, value }];
        })
      : [],
  );

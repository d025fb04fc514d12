import { derivedId } from '../../bundle/merge/derived-id.ts';
import { element, escapeHtml } from '../briefing/html-writer.ts';

/** Who made the project: REFI-QDA wants a user for every creation. */
export const user = derivedId('user');

/** `name` around `parts`, a line each; nothing where there are none, as the schema asks. */
export const list = (name: string, parts: readonly string[]): string =>
  parts.length === 0 ? '' : element(name, {}, ['', ...parts, ''].join('\n'));

export const description = (words: string): string =>
  words === '' ? '' : element('Description', {}, escapeHtml(words));

/** A reference to another part: `CodeRef`, `SourceRef`, `MemberSource` and the like. */
export const reference = (name: string, guid: string): string =>
  element(name, { targetGUID: guid });

/** What cases and sources are described by; every value is text, so that `n.d.` needs no date. */
const variables = [
  'Kind',
  'Names',
  'Office',
  'Outlet',
  'Authors',
  'Published',
  'URL',
  'Language',
  'Origin',
] as const;
export type Variable = (typeof variables)[number];

const variableGuid = (name: Variable) => derivedId('variable', name);

export const variableList = (): string =>
  list(
    'Variables',
    variables.map((name) =>
      element('Variable', { guid: variableGuid(name), name, typeOfVariable: 'Text' }),
    ),
  );

/** The values that are known, in the order of the variables. */
export const variableValues = (
  values: Readonly<Partial<Record<Variable, string | null>>>,
): string =>
  variables
    .flatMap((name) => {
      const value = values[name] ?? '';
      return value === ''
        ? []
        : [
            element(
              'VariableValue',
              {},
              reference('VariableRef', variableGuid(name)),
              element('TextValue', {}, escapeHtml(value)),
            ),
          ];
    })
    .join('');

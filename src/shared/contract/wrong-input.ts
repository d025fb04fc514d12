import type { z } from 'zod';
import { AttacheError } from './errors.ts';

type Issue = z.core.$ZodIssue;

/** What zod says of a union none of whose forms fits, where the schema has no words of its own. */
const anyForm = 'Invalid input';

const depth = (issues: readonly Issue[]): number => issues[0]?.path.length ?? 0;

/** The form of a union an input comes nearest to: wrong furthest inside, then in the fewest places. */
function nearestForm(forms: readonly (readonly Issue[])[]): readonly Issue[] {
  const sorted = forms.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  return sorted[0] ?? [];
}

/** The issue a person can act on: in a union, that of the nearest form. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.message !== anyForm) return issue;
  const inner = nearestForm(issue.errors)[0];
  if (inner === undefined) return issue;
  const found = innermost(inner);
  return { ...found, path: [...issue.path, ...found.path] };
}

const article = (noun: string): string => (/^[aeiou]/u.test(noun) ? `an ${noun}` : `a ${noun}`);

const typeNames: Readonly<Record<string, string>> = { int: 'whole number', record: 'object' };
const nounOf = (type: string): string => article(typeNames[type] ?? type);

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : 'one without end';
  return article(Array.isArray(value) ? 'array' : typeof value);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

const units: Readonly<Record<string, string>> = { string: ' characters', array: ' items' };

const quoted = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join(', ');

/** What is wrong with `value`, as the end of a sentence about it. */
function complaint(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_type' && value === undefined) return 'is missing';
  if (issue.code === 'invalid_type') {
    return `has to be ${nounOf(issue.expected)}, not ${typeOf(value)}`;
  }
  if (issue.code === 'invalid_value') {
    return `has to be ${issue.values.length > 1 ? 'one of ' : ''}${quoted(issue.values)}`;
  }
  if (issue.code === 'too_small' && issue.minimum === 1 && issue.origin in units) return 'is empty';
  if (issue.code === 'too_small') {
    return `has to be at least ${issue.minimum}${units[issue.origin] ?? ''}`;
  }
  if (issue.code === 'too_big')
    return `may be at most ${issue.maximum}${units[issue.origin] ?? ''}`;
  if (issue.code === 'unrecognized_keys') {
    return `has a field this method does not know: ${quoted(issue.keys)}`;
  }
  return `is not right: ${issue.message}`;
}

/**
 * The `invalid-input` error for an input its schema refused. Its message names the method, the first
 * wrong field by its path and what is wrong with it; its `field` is that path.
 */
export function wrongInput(method: string, input: unknown, error: z.ZodError): AttacheError {
  const first = error.issues[0];
  const issue = first === undefined ? undefined : innermost(first);
  const field = issue?.path.map(String).join('.') ?? '';
  const subject = field === '' ? 'the input' : `"${field}"`;
  const what = issue === undefined ? 'is not right' : complaint(issue, valueAt(input, issue.path));
  return new AttacheError(
    'invalid-input',
    `${method}: ${subject} ${what}.`,
    field === '' ? undefined : { field },
  );
}

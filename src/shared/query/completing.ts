import type { TextRange } from '../model/ranges.ts';
import { lex, type Lexeme } from './lex.ts';
import { parseQuery } from './parse.ts';
import { isTerm, type Field } from './tree.ts';

/** What is being typed: the part of the query a completion replaces (UTF-16), and what is in it. */
export interface Completing extends TextRange {
  /** The field whose value is typed; null for a word, which may become a field's name. */
  readonly field: Field | null;
  /** What stands before the cursor, without an opening quotation mark. */
  readonly typed: string;
}

/** Where in the query something can be completed at the cursor; null inside and after what is whole. */
export function completingAt(query: string, caret: number): Completing | null {
  const before = query.slice(0, caret);
  const open = new Set<number>();
  const lexemes = lex(before, ({ start }) => open.add(start));
  const last = lexemes.at(-1);
  const previous = lexemes.at(-2);
  if (last?.end !== caret) return { field: null, typed: '', start: caret, end: caret };
  if (last.type === 'field') {
    return { field: last.field, typed: '', start: caret, end: endOf(query, caret) };
  }
  if (last.type !== 'term') return null;
  const field = previous?.type === 'field' && previous.end === last.start ? previous.field : null;
  if (last.kind === 'phrase') {
    const isOpen = open.has(last.start) && field !== null;
    if (!isOpen) return null;
  } else if (last.kind !== 'word') return null;
  const end = Math.max(caret, endOf(query, last.start));
  return { field, typed: last.text, start: last.start, end };
}

/** Where the term that starts at `start` ends; `start` itself where none does, or it never ends. */
function endOf(query: string, start: number): number {
  let open = false;
  const found = lex(query, (error) => (open ||= error.start === start)).find(
    (lexeme: Lexeme) => lexeme.start === start && lexeme.type === 'term',
  );
  return found === undefined || open ? start : found.end;
}

/** A value as it is written after its field: in quotation marks where it would not be read whole. */
export function writtenValue(field: Field, value: string): string {
  const { tree, errors, operators } = parseQuery(`${field}:${value}`);
  const isWhole =
    tree !== null && isTerm(tree) && tree.kind === 'word' && tree.text === value.normalize();
  if (isWhole && errors.length === 0 && operators.length === 0) return value;
  return `"${value.replace(/["“”„‟＂«»「」『』]/g, ' ').trim()}"`;
}

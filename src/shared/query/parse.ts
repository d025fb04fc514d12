import { tokens } from '../text/tokens.ts';
import { lex, type Lexeme } from './lex.ts';
import {
  combine,
  negate,
  type Field,
  type Operator,
  type ParsedQuery,
  type QueryError,
  type QueryNode,
} from './tree.ts';
import { fieldValue } from './values.ts';

/** Deeper parentheses, and terms beyond this number, are reported and not searched. */
export const limits = { depth: 32, terms: 200, termLength: 2000 } as const;

/** An open parenthesis, or the query as a whole. */
interface Group {
  /** What must hold, each a list of alternatives: OR joins the two terms it stands between. */
  readonly clauses: QueryNode[][];
  readonly field: Field | null;
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
  /** An OR that waits for the term after it. */
  pendingOr: Lexeme | null;
}

/**
 * Reads a query: words are ANDed; `"phrase"`, `OR`, `-not`, `( )`, `prefix*`, `fuzzy~` and
 * `field:value`. OR joins the two terms it stands between and binds before AND, as in the search
 * engines people know: `ferry OR boat -storm` leaves storms out of both. Never throws, whatever the text: what cannot be read is in `errors`, and
 * the rest is searched.
 */
export function parseQuery(query: string): ParsedQuery {
  const parser = new Parser();
  for (const lexeme of lex(query, (error) => parser.errors.push(error))) parser.take(lexeme);
  return parser.finish();
}

class Parser {
  readonly errors: QueryError[] = [];
  readonly #operators: Operator[] = [];
  readonly #stack: Group[] = [newGroup(null, false, { start: 0, end: 0 })];
  #ignoredDepth = 0;
  #terms = 0;
  #not = false;
  #field: Extract<Lexeme, { type: 'field' }> | null = null;

  take(lexeme: Lexeme): void {
    if (this.#field !== null && this.#field.end !== lexeme.start) this.#dropField();
    switch (lexeme.type) {
      case 'open':
        this.#open(lexeme);
        break;
      case 'close':
        this.#dropField();
        this.#close(lexeme);
        break;
      case 'or':
        this.#or(lexeme);
        break;
      case 'and':
        break;
      case 'not':
        this.#not = true;
        break;
      case 'field':
        this.#field = lexeme;
        break;
      case 'term':
        this.#term(lexeme);
        break;
    }
  }

  finish(): ParsedQuery {
    this.#dropField();
    while (this.#stack.length > 1) {
      const { start, end } = this.#top;
      this.#report({ message: 'This parenthesis is never closed.', start, end });
      this.#closeGroup(null);
    }
    const tree = this.#nodeOf(this.#top);
    this.errors.sort((a, b) => a.start - b.start);
    this.#operators.sort((a, b) => a.start - b.start);
    return { tree, errors: this.errors, operators: this.#operators };
  }

  get #top(): Group {
    return this.#stack.at(-1) as Group;
  }

  #report(error: QueryError): void {
    this.errors.push(error);
  }

  #open({ start, end }: Lexeme): void {
    if (this.#stack.length > limits.depth) {
      if (this.#ignoredDepth++ === 0) {
        this.#report({ message: 'Parentheses are nested too deeply.', start, end });
      }
      return;
    }
    const field = this.#field?.field ?? this.#top.field;
    this.#stack.push(newGroup(field, this.#not, { start, end }));
    this.#not = false;
    this.#field = null;
  }

  #close(lexeme: Lexeme): void {
    this.#not = false;
    if (this.#ignoredDepth > 0) this.#ignoredDepth--;
    else if (this.#stack.length > 1) this.#closeGroup(lexeme);
    else {
      const { start, end } = lexeme;
      this.#report({ message: 'This parenthesis was never opened.', start, end });
    }
  }

  #closeGroup(closing: Lexeme | null): void {
    const group = this.#top;
    const node = this.#nodeOf(group);
    this.#stack.pop();
    if (node === null) return;
    if (closing !== null && (node.kind === 'or' || node.kind === 'and')) {
      this.#operators.push(
        { text: '(', start: group.start, end: group.end },
        { text: ')', start: closing.start, end: closing.end },
      );
    }
    this.#add(group.negated ? negate(node) : node);
  }

  #or(lexeme: Lexeme): void {
    const group = this.#top;
    const { start, end } = lexeme;
    this.#not = false;
    if (group.clauses.length === 0 || group.pendingOr !== null) {
      this.#report({ message: 'OR needs a word before it.', start, end });
      return;
    }
    group.pendingOr = lexeme;
    this.#operators.push({ text: 'OR', start, end });
  }

  #term(lexeme: Extract<Lexeme, { type: 'term' }>): void {
    const negated = this.#not;
    const field = this.#field?.field ?? this.#top.field;
    const start = this.#field?.start ?? lexeme.start;
    const { kind, end, open } = lexeme;
    this.#not = false;
    this.#field = null;
    const text = lexeme.text.slice(0, limits.termLength);
    if (tokens(text).length === 0) return;
    if (this.#terms++ >= limits.terms) {
      if (this.#terms === limits.terms + 1) {
        this.#report({ message: `Only the first ${limits.terms} words are searched.`, start, end });
      }
      return;
    }
    const read = field === null ? { value: text } : fieldValue(field, text);
    if ('message' in read) {
      this.#report({ message: read.message, start, end });
      return;
    }
    const term: QueryNode = {
      kind,
      text: read.value,
      field,
      start,
      end,
      ...(open === true ? { open } : {}),
    };
    this.#add(negated ? negate(term) : term);
  }

  #add(node: QueryNode): void {
    const group = this.#top;
    if (group.pendingOr === null) group.clauses.push([node]);
    else group.clauses.at(-1)?.push(node);
    group.pendingOr = null;
  }

  #dropField(): void {
    if (this.#field === null) return;
    const { field, start, end } = this.#field;
    this.#report({ message: `${field}: needs a value right after it.`, start, end });
    this.#field = null;
  }

  #nodeOf({ clauses, pendingOr }: Group): QueryNode | null {
    if (pendingOr !== null) {
      const { start, end } = pendingOr;
      this.#report({ message: 'OR needs a word after it.', start, end });
    }
    return combine(
      'and',
      clauses.map((clause) => combine('or', clause)).filter((node) => node !== null),
    );
  }
}

const newGroup = (
  field: Field | null,
  negated: boolean,
  { start, end }: { start: number; end: number },
): Group => ({ clauses: [], field, negated, start, end, pendingOr: null });

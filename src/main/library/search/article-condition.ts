import { counted } from '../counted-mentions.ts';
import { sequenceOf, sequenceOfTerm, type Sequence } from '../../../shared/query/sequence.ts';
import { isTerm, type QueryNode, type Term } from '../../../shared/query/tree.ts';
import { both, either, not, nothing, anything, oneOf, type Condition } from './condition.ts';
import type { FieldValues } from './field-values.ts';
import { beginningOf, matchAnyWord, matchSequence } from './match.ts';

export interface ConditionOptions {
  /** Whether the beginning of a word is looked for in texts, or in titles only; else by its length. */
  readonly inTexts?: (beginning: string, term: Term) => boolean;
}

/** What a term may need beyond the index of texts. */
export interface TermSources extends ConditionOptions {
  readonly values: FieldValues;
  /** Words of the library near a misspelt one, nearest first. */
  near(word: string): readonly string[];
  /** `seq` of the articles with a title word that starts so, ascending. */
  titlesStarting(letters: string): Uint32Array;
}

/** The condition a query puts on articles. */
export function articleCondition(tree: QueryNode | null, sources: TermSources): Condition {
  if (tree === null) return anything;
  if (isTerm(tree)) return ofTerm(tree, sources);
  switch (tree.kind) {
    case 'and':
      return both(different(tree.of).map((node) => articleCondition(node, sources)));
    case 'or':
      return either(different(tree.of).map((node) => articleCondition(node, sources)));
    case 'not':
      return not(articleCondition(tree.of, sources));
  }
}

/** The same term twice is asked for once: what it costs to find may be much. */
export const different = (nodes: readonly QueryNode[]): readonly QueryNode[] => [
  ...new Map(nodes.map((node) => [isTerm(node) ? keyOf(node) : node, node])).values(),
];

const keyOf = ({ kind, field, text, halfTyped }: Term): string =>
  `${kind} ${field} ${halfTyped === true} ${text}`;

const list = (values: readonly (string | number)[]) => [JSON.stringify(values)];
const inList = 'IN (SELECT value FROM json_each(?))';
const sql = (text: string, params: readonly (string | number)[]): Condition => ({
  where: { sql: text, params },
});

function ofTerm(term: Term, sources: TermSources): Condition {
  const { values } = sources;
  switch (term.field) {
    case null:
    case 'title':
      return ofWords(term, sources);
    case 'in':
      return term.text === 'articles' ? anything : nothing;
    case 'after':
      // An issue date without its year (`XXXX-11-04`) is after nothing.
      return sql(`articles.issued >= ? AND articles.issued < 'X'`, [term.text]);
    case 'before':
      return sql('articles.issued < ?', [term.text]);
    case 'outlet':
      return sql(`articles.container_title ${inList}`, list(values.outlets(term)));
    case 'author':
      return sql(`articles.author ${inList}`, list(values.authors(term)));
    case 'tag':
      return sql(
        `articles.seq IN (SELECT annotations.article FROM annotation_tags
           JOIN annotations ON annotations.seq = annotation_tags.annotation
           WHERE annotation_tags.tag ${inList})`,
        list(values.tags(term)),
      );
    case 'actor':
      return sql(
        `articles.seq IN (SELECT article FROM mentions
           WHERE actor ${inList} AND ${counted()})`,
        list(values.actors(term)),
      );
    case 'said':
      return sql(
        `articles.seq IN (SELECT article FROM statements WHERE speaker ${inList})`,
        list(values.actors(term)),
      );
  }
}

/** Shorter beginnings are those of too many words to be looked for unasked. */
const isLong = (beginning: string): boolean => beginning.length >= 3;

function ofWords(term: Term, sources: TermSources): Condition {
  const titleOnly = term.field === 'title';
  const beginning = beginningOf(term);
  const { inTexts = isLong } = sources;
  if (beginning !== null && !inTexts(beginning, term)) {
    return oneOf(sources.titlesStarting(beginning));
  }
  const sequence = withoutFirstLetters(sequenceOfTerm(term), term, inTexts);
  const exact = matchSequence(sequence, titleOnly);
  const [word = ''] = sequence.terms;
  if (!isFuzzy(term, sequence)) return { match: exact };
  return { match: matchAnyWord([word, ...sources.near(word)], titleOnly) };
}

/** A half-typed phrase without its last word, where so many words begin like it that more must come. */
function withoutFirstLetters(
  sequence: Sequence,
  term: Term,
  inTexts: (beginning: string, term: Term) => boolean,
): Sequence {
  const last = sequence.terms.at(-1);
  const isHalf = term.halfTyped === true && sequence.terms.length > 1 && last !== undefined;
  return !isHalf || inTexts(last, term)
    ? sequence
    : { ...sequence, terms: sequence.terms.slice(0, -1), prefix: false };
}

const isFuzzy = ({ kind }: Term, { terms }: Sequence): boolean =>
  kind === 'fuzzy' && terms.length === 1;

/**
 * The sequences whose places show that an article has what a term asks for: of a half-typed phrase
 * the words before its last one only where an article is found by those.
 */
export function formsOf(
  term: Term,
  { near, inTexts = isLong }: Pick<TermSources, 'near' | 'inTexts'>,
): readonly Sequence[] {
  const sequence = sequenceOfTerm(term);
  const shorter = withoutFirstLetters(sequence, term, inTexts);
  if (shorter !== sequence) return [sequence, shorter];
  if (!isFuzzy(term, sequence)) return [sequence];
  return [sequence, ...near(sequence.terms[0] ?? '').map(sequenceOf)];
}

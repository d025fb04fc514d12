import type { ActorKind } from '../../model/actor.ts';
import type { FoundName } from './find/find-names.ts';
import { namePatterns } from './patterns.ts';
import { stateNamed } from './states.ts';
import { nameWords } from './words.ts';

/** Legal forms say nothing of who is meant, as long as another word is left. */
const legalForms = new Set(
  'inc incorporated corp corporation co company ltd limited plc llc'.split(' '),
);

/** Words that organisations write in two ways, as one. */
const oneSpelling = new Map(
  Object.entries({
    department: 'dept',
    organisation: 'organization',
    centre: 'center',
    defence: 'defense',
    labour: 'labor',
    programme: 'program',
  }),
);

/** The words of an organisation or place that tell it from others; their order never changes. */
function keyOf(text: string): string {
  let words = nameWords(text).map(({ folded }) => oneSpelling.get(folded) ?? folded);
  if (words.length > 1 && words[0] === 'the') words = words.slice(1);
  while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words = words.slice(0, -1);
  return words.join(' ');
}

/** What all spellings of a name share; a person's name has one key for each order of its words. */
export function identity({ kind, text }: Pick<FoundName, 'kind' | 'text'>): {
  kind: ActorKind;
  keys: string[];
} {
  const state = kind === 'person' ? undefined : stateNamed(text);
  if (state !== undefined) return { kind: 'state', keys: [state.code] };
  if (kind !== 'person') return { kind: kind === 'place' ? 'other' : kind, keys: [keyOf(text)] };
  const keys = namePatterns('person', text)
    .filter(({ form }) => form === 'full')
    .map(({ words }) => words.map(({ folded }) => folded).join(''));
  return { kind, keys };
}

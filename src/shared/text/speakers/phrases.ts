import type { TextRange } from '../../model/ranges.ts';
import { isCommonWord } from '../names/context.ts';
import { foldWord } from '../names/fold-word.ts';
import type { Agent, Stretch } from './agents.ts';
import { overlapping } from '../ranges-in-order.ts';

const farthest = 90;

/** What may stand between a subject and its verb: "has", "later", "also", "on Monday". */
const adverb = String.raw`(?:\p{Ll}+ly|has|have|had|having|also|too|later|then|now|once|again|further|since|still|even|often|himself|herself|itself|themselves|today|yesterday|(?:on|this|last)\s\p{Lu}\p{Ll}+|in\s\d{4}|went|goes|going|on|to)`;
const trailingAdverbs = new RegExp(String.raw`(?:,?\s${adverb}){1,4},?$`, 'u');

const determiner = String.raw`(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Ss]ome|[Ss]everal|[Mm]any|[Tt]wo|[Tt]hree|[Bb]oth)`;
/** A word of a description: nothing that only joins words into a sentence. */
const word = String.raw`(?!(?:that|who|which|whom|is|are|was|were|has|have|had|and|but|or|they|he|she|it|we|you|to|of|for|in|on|at|by|from|with|as|than|said|told|when|where|while|because|if)\b)(?:(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{N}’'-]*)`;

/** "resident", "MP" */
const noun = String.raw`(?:\p{Ll}[\p{Ll}-]{2,}|\p{Lu}{2,4}s?)`;

const nounPhrase = new RegExp(
  String.raw`(?<![\p{L}’'-])(?:${determiner}\s+(?:${word}\s+){0,4}?${noun}|(?:[Oo]ne|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Bb]oth|[Tt]wo|[Nn]one) of (?:them|those|${determiner}\s+(?:${word}\s+){0,3}?${noun})|[Aa]n? (?:number|group|majority|handful|couple|coalition|team|series) of (?:${word}\s+){0,3}?${word}s)$`,
  'u',
);

/** "Day's animal foundation" */
const ownedGroup =
  /\p{Lu}[\p{L}-]+['’]s\s+(?:\p{Ll}[\p{L}-]*\s+){0,2}(?:foundation|group|campaign|team|company|party|union|family|lawyers?|mother|father|wife|husband|brother|sister|daughter|son|agent|publicist|administration|board|spokes\w+)$/u;

const properName = /(?:\p{Lu}[\p{L}.’'-]+\s){0,4}\p{Lu}[\p{L}’'-]*\p{Ll}$/u;

/** "Ann Lund | of the national park service" */
const nameWithHouse =
  /(?:(?<=^[\s,]*)|(?<=[”"’»][\s,]*))((?:\p{Lu}[\p{L}.’'-]+\s){1,3}\p{Lu}[\p{L}’'-]+)\s(?:of|from|at|with|in|for)\s[^,.;:_]{3,70}$/u;

/** Words that end no description of somebody. */
const endsNoPhrase =
  /(?:ly|ing|ed|\b(?:who|that|which|also|then|later|and|or|is|was|are|were|has|have|had|will|would|not|be|first|same|other|more|one|so|if|as|than|what|when|where|they|it|he|she|we|you|there|this|these|those))$/u;
/** "its analysis" says nothing, "its lawyer" does. */
const owned = /^(?:its|their|his|her)\s/iu;
const somebody =
  /(?:[eo]rs?|ers?|m[ae]n|people|persons?|ists?|ians?|ants?|ents?|wife|husband|sons?|aunt|uncle|cousins?|friends?|family|team|office|campaign|company|party|ministry|staff|boss|chief|head|aides?|attorneys?|group|firm|board|union|church|mum|mom|dad|side|agency|sources?|coach|judges?|deput(?:y|ies)|victims?|public|edition|paper|website|journal)$/u;

/** Nouns that only look like participles. */
const inging = /\b(?:warning|ruling|filing|king|briefing)$/u;

/** Things with words on them that nobody says. */
const bearer =
  /\b(?:banner|sign|poster|placard|plaque|hashtag|headline|caption|label|title|motto|slogan)s?$/u;
const preposition =
  /\b(?:of|to|with|from|by|for|in|on|at|against|between|about|near|over|within|inside|among|under)\s+(?:the\s+)?$/u;

const agentOf = (start: number, name: string, kind: Agent['kind'] = 'described'): Agent => ({
  start,
  end: start + name.length,
  kind,
  name: name.replaceAll(/\s+/gu, ' '),
});

/** "… | of the internal investigators": the head an "of" hangs on, with its own article. */
const headBeforeOf = new RegExp(
  String.raw`(?<![\p{L}’'-])${determiner}\s+(?:${word}(?<!ed)\s+){0,3}?\p{Ll}[\p{Ll}-]{2,}\s+(?:of|for|at|from|in|within|with)\s+$`,
  'u',
);

/** A description right before the verb, whatever its noun: "the commission", "one resident". */
export function phraseBefore(narrative: string, verb: number, from: number): Agent | undefined {
  const base = Math.max(from, verb - farthest);
  const ahead = narrative.slice(base, verb);
  const said = ahead.trimEnd().replace(trailingAdverbs, '');
  if (said.length === ahead.length) return undefined;
  const found = ownedGroup.exec(said) ?? nounPhrase.exec(said);
  if (found === null || endsNoPhrase.test(found[0]) || bearer.test(found[0])) return undefined;
  if (owned.test(found[0]) && !somebody.test(found[0])) return undefined;
  const before = said.slice(0, found.index);
  const head = headBeforeOf.exec(before);
  if (head !== null && !endsNoPhrase.test(head[0].replace(/\s+\p{Ll}+\s+$/u, ''))) {
    if (preposition.test(before.slice(0, head.index))) return undefined;
    return agentOf(base + head.index, said.slice(head.index));
  }
  return preposition.test(before) ? undefined : agentOf(base + found.index, found[0]);
}

/** Capitalised words right before the verb that are not known for a name: "Maribela said". */
export function properBefore(
  { narrative, agents, start: from }: Stretch,
  verb: number,
): Agent | undefined {
  const base = Math.max(from, verb - farthest);
  const said = narrative
    .slice(base, verb)
    .trimEnd()
    .replace(trailingAdverbs, '')
    .replace(/,\s[^,]*,$/u, '');
  const found = properName.exec(said) ?? nameWithHouse.exec(said);
  if (found === null || preposition.test(said.slice(0, found.index))) return undefined;
  const start = base + found.index;
  const name = found[1] ?? found[0];
  if (overlapping(agents, { start, end: start + name.length }).length > 0) return undefined;
  const words = name.split(/\s/u);
  return words.some((one) => isCommonWord(foldWord(one)))
    ? undefined
    : agentOf(start, name, 'person');
}

const phraseAtStart = new RegExp(
  String.raw`^\s+(${determiner}\s+(?:${word}\s+){0,5}?${noun})(?=\s*(?:[,.;:_“"—–(]|$)|\s(?:of|for|at|in|on|to|from|who|whose|using|with|during|after|before|near|identified|named|that|as|while|when|because|about|told)\b)`,
  'u',
);

/** A description right after a verb: "said | a senior member of the party". */
export function phraseAfter(narrative: string, verbEnd: number, to: number): Agent | undefined {
  const found = phraseAtStart.exec(narrative.slice(verbEnd, Math.min(to, verbEnd + farthest)));
  const name = found?.[1];
  if (found === null || name === undefined) return undefined;
  if (endsNoPhrase.test(name) && !inging.test(name)) return undefined;
  return agentOf(verbEnd + found[0].indexOf(name), name);
}

/** True where nothing but adverbs stand between a subject and its verb. */
export const isBeside = (narrative: string, { end }: TextRange, verb: number): boolean =>
  narrative.slice(end, verb).trimEnd().replace(trailingAdverbs, '') === '';

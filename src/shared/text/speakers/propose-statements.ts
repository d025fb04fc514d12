import { quotations, type Quotation } from '../quotations.ts';
import type { StatementProposal } from '../../model/actor.ts';
import { titlesAfterNames } from '../names/honorifics.ts';
import type { TextRange } from '../../model/ranges.ts';
import { sentences } from '../sentences.ts';
import { unwrapped } from '../wrapped-lines.ts';
import { castOf, withoutQuotations, type KnownMention } from './agents.ts';
import { resolved, type Spoken } from './antecedents.ts';
import {
  announced,
  attributed,
  inherited,
  longestSentence,
  spokenIn,
  type Attributed,
  type Reading,
} from './attribution.ts';
import { reportingClauses, type ReportingClause } from './clauses.ts';
import { overlapping } from '../ranges-in-order.ts';
import { unspacedSpeaker } from './unspaced-speakers.ts';
import { isSource, tellsWords } from './verbs.ts';

/** Words with a speaker who may still be a pronoun. */
interface Told extends TextRange {
  readonly kind: StatementProposal['kind'];
  readonly spoken: Spoken;
}

/**
 * Proposes who said what in a text: quotations with the speaker that a reporting verb beside them
 * names, and reported sentences without quotation marks. Everything is a proposal with its
 * evidence; a quotation whose speaker the text does not tell is left out.
 */
export function proposeStatements(
  original: string,
  known: readonly KnownMention[] = [],
): StatementProposal[] {
  const text = unwrapped(original);
  const quoted = quotations(text).filter(({ depth }) => depth === 0);
  const narrative = withoutQuotations(text, quoted);
  const cast = castOf(text, narrative, known);
  const lines = sentences(withOpenings(text, narrative, quoted));
  const reading: Reading = { text, narrative, cast, lines };
  const told = [...quotedWords(reading, quoted), ...reportedWords(reading, quoted)].sort(
    (a, b) => a.start - b.start,
  );
  // How far a pronoun looks back is counted with quotations in their sentences.
  const context = { narrative, cast, lines: sentences(narrative) };
  const spoken: Spoken[] = [];
  return told.flatMap(({ start, end, kind, spoken: { speaker, evidence } }) => {
    const who = resolved(speaker, { ...context, spoken });
    if (who === undefined) return [];
    spoken.push({ speaker: who, evidence });
    const { name, actorId } = who;
    return {
      start,
      end,
      kind,
      speaker: actorId === undefined ? { name } : { name, actorId },
      evidence: { start: evidence.start, end: evidence.end },
    };
  });
}

function quotedWords(reading: Reading, quoted: readonly Quotation[]): Told[] {
  let previous: Attributed | undefined;
  return quoted.flatMap((quote): Told[] => {
    if (isNameOnly(reading.text, quote)) return [];
    const spoken =
      namedInFull(unspacedSpeaker(reading.text, quote, previous), reading) ??
      attributed(reading, quote) ??
      announced(reading, quote) ??
      inherited(reading, quote, previous);
    if (spoken === undefined) return [];
    previous = { quote, spoken };
    return [{ start: quote.start, end: quote.end, kind: 'direct', spoken }];
  });
}

/** The narrative with a capital where a quotation begins with one: a sentence may end before it. */
function withOpenings(text: string, narrative: string, quoted: readonly Quotation[]): string {
  let marked = '';
  let at = 0;
  for (const { start } of quoted) {
    if (!/^\p{Lu}/u.test(text.charAt(start)) || start < at) continue;
    marked += `${narrative.slice(at, start)}X`;
    at = start + 1;
  }
  return marked + narrative.slice(at);
}

/** "白鳥氏" by the full name of the one who is meant, "首相" by that of the last one named so. */
function namedInFull(
  spoken: Spoken | undefined,
  { text, cast: { agents } }: Reading,
): Spoken | undefined {
  if (spoken === undefined) return undefined;
  const { start, end: last, name } = spoken.speaker;
  const isTitle = (words: string) => titlesAfterNames.includes(words);
  const person = isTitle(name)
    ? agents.findLast(
        (agent) => agent.kind === 'person' && agent.end < start && text.startsWith(name, agent.end),
      )
    : overlapping(agents, spoken.speaker).find(
        ({ kind, end }) => kind === 'person' && (end <= last || isTitle(text.slice(last, end))),
      );
  return person === undefined ? spoken : { ...spoken, speaker: person };
}

const wordCount = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
const fewestWords = 5;

/** Sentences without quotation marks that say who tells them. */
function reportedWords({ narrative, cast, lines }: Reading, quoted: readonly Quotation[]): Told[] {
  return lines.flatMap((line): Told[] => {
    if (overlapping(quoted, line).length > 0) return [];
    if (line.end - line.start > longestSentence) return [];
    const words = narrative.slice(line.start, line.end);
    if (!/[.!?…][)\]]*$/u.test(words) || wordCount(words) < fewestWords) return [];
    const verbOf = ({ verb }: ReportingClause) => narrative.slice(verb.start, verb.end);
    const clause = reportingClauses(narrative, cast, line).find(
      (one) =>
        isPlain(one) &&
        !writes(narrative.slice(line.start, one.speaker.start)) &&
        (isSource(verbOf(one)) || tellsWords(verbOf(one))),
    );
    if (clause === undefined) return [];
    const isClaim = isSource(verbOf(clause));
    const kind = isClaim ? 'claim' : 'paraphrase';
    const start = line.start + (dateline.exec(words)?.[0].length ?? 0);
    return [{ start, end: line.end, kind, spoken: spokenIn(clause) }];
  });
}

/** "OSLO —", "OSLO, May 4 (Fjord Wire) --", "Oslo (Fjord Wire) –": nobody says it. */
const dateline =
  /^(?:\p{Lu}{2}[\p{Lu} .,'’/-]*(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2},? ?)?(?:[(（][^()（）]{1,60}[)）] ?)?|\p{Lu}[\p{L} .,’]{1,40}(?:\d{1,2},?)? [(（][^()（）]{1,60}[)）] ?)[-–—]{1,2}\s+(?=[“"‘]?[\p{Lu}\d])/u;

/** "By Orla Quinn, who reports from Oslo.": a byline tells of its writer and says nothing. */
const writes = (ahead: string): boolean =>
  /^\W*(?:(?:story|text|written|reported|reporting)\s)?by\s+$/iu.test(ahead);

const beforeName =
  /\b(?:known as|so-called|named|nicknamed|titled|entitled|dubbed|identified (?:only )?as|(?:word|term|phrase|hashtag)s?)\s*.$/u;

/** Words between quotation marks that nobody says: a name, a term, the title of a work. */
function isNameOnly(text: string, { start, end }: Quotation): boolean {
  if (beforeName.test(text.slice(Math.max(0, start - 40), start))) return true;
  const words = text.slice(start, end);
  const isShort = wordCount(words) <= 3;
  // "John “Jack” Lund", "the agency's “Storm Hunters”"
  const isNickname =
    /\p{Lu}[\p{L}.]*\s.$/u.test(text.slice(Math.max(0, start - 24), start)) &&
    /^.\s\p{Lu}\p{L}/u.test(text.slice(end, end + 4));
  // "“ABC-1” is the name of …"
  const isTerm =
    /(?:^|[.!?]\s+|\n\s*).$/u.test(text.slice(Math.max(0, start - 6), start)) &&
    /^.\s(?:is|was|are|were|means|represents|refers|stands)\s/u.test(text.slice(end, end + 14));
  if (isShort && (isTerm || /\p{L}-?\d|\d-?\p{L}|^\p{Lu}{3,},?$/u.test(words))) return true;
  const isOwned = /['’]s\s.$/u.test(text.slice(Math.max(0, start - 4), start));
  if (isShort && (isNickname || (isOwned && /^\p{Lu}/u.test(words)))) return true;
  const long = words.match(/\p{L}[\p{L}’']{3,}/gu) ?? [];
  const isTitle = long.length > 2 && long.every((word) => /^\p{Lu}/u.test(word));
  return isTitle && !/[.!?]$/u.test(words);
}

/** A subject with its verb beside it: plain enough to propose a whole sentence. */
const isPlain = ({ speaker, verb }: ReportingClause): boolean =>
  verb.start < speaker.start || verb.start - speaker.end < 50;

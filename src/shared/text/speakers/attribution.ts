import type { Quotation } from '../quotations.ts';
import type { TextRange } from '../../model/ranges.ts';
import type { Cast } from './agents.ts';
import { subjectOf, type Spoken } from './antecedents.ts';
import { reportingClauses, type ReportingClause } from './clauses.ts';
import { overlapping, startingIn } from '../ranges-in-order.ts';

/** A text with its quotations, as far as it has been read. */
export interface Reading {
  readonly text: string;
  /** The text with what is between quotation marks blanked. */
  readonly narrative: string;
  readonly cast: Cast;
  readonly lines: readonly TextRange[];
}

export interface Attributed {
  readonly quote: Quotation;
  readonly spoken: Spoken;
}

export const spokenIn = ({ speaker, start, end }: ReportingClause): Spoken => ({
  speaker,
  evidence: { start, end },
});

const paragraphAt = (text: string, offset: number): TextRange => {
  const start = text.lastIndexOf('\n', offset) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
};

/** Further before a quotation nothing tells its speaker. */
export const longestSentence = 1500;

/** The speaker named in the quotation's own sentence: after it first, then before it. */
export function attributed(reading: Reading, quote: Quotation): Spoken | undefined {
  const { text, narrative, cast, lines } = reading;
  const [own] = overlapping(lines, { start: quote.start, end: quote.start + 1 });
  if (own === undefined) return undefined;
  const sentence = {
    start: introduction(reading, quote) ?? Math.max(own.start, quote.start - longestSentence),
    end: own.end,
  };
  const isEnded =
    /[.!?]$/u.test(text.slice(quote.start, quote.end)) &&
    /^.\s+\p{Lu}/u.test(text.slice(quote.end, quote.end + 6));
  const marks =
    /^["'”’»«“‘」』]*/u.exec(narrative.slice(quote.end, quote.end + 4))?.[0].length ?? 0;
  const from = quote.end + marks;
  const tail = { start: from, end: tailEnd(narrative, from) };
  const [next] = reportingClauses(narrative, cast, tail);
  // "“Why?” X asked": the question is no end of the sentence when somebody asks right after it.
  const isAsked =
    /[!?]$/u.test(text.slice(quote.start, quote.end)) &&
    next !== undefined &&
    next.end - tail.start < 60 &&
    next.verb.start > next.speaker.start &&
    next.speaker.start - tail.start < 24;
  const after = isEnded && !isAsked ? undefined : next;
  const isFragment =
    !/[,:?!.…—–-]$/u.test(
      narrative.slice(Math.max(0, quote.start - 12), quote.start - 1).trimEnd(),
    ) && sentence.start < quote.start - 3;
  const told = reportingClauses(narrative, cast, { start: sentence.start, end: quote.start });
  const ahead = outsideDashes(narrative, { start: sentence.start, end: quote.start }, told);
  const before = teller(narrative, sentence.start, ahead);
  const isIntroduced =
    before !== undefined &&
    /^[^.!?]{0,40}[,:]\s*$/u.test(narrative.slice(before.end, quote.start - 1));
  const isFollowed =
    after !== undefined &&
    after.speaker.kind !== 'pronoun' &&
    !isFragment &&
    Math.min(after.start, after.verb.start) - from < 3;
  const chosen =
    (isFragment || isIntroduced) && !isFollowed ? (before ?? after) : (after ?? before);
  if (chosen !== undefined) return spokenIn(chosen);
  const framed = speakerAround(reading, sentence.start, quote);
  if (framed !== undefined) return { speaker: framed, evidence: framed };
  if (!/:\s*["“«„]*$/u.test(narrative.slice(sentence.start, quote.start))) return undefined;
  const agents = startingIn(cast.agents, sentence.start, quote.start);
  const subject = subjectOf(narrative, sentence, agents);
  const isSpeaker = subject?.kind === 'person' || subject?.kind === 'pronoun';
  const who = isSpeaker ? subject : agents.findLast(({ kind }) => kind === 'person');
  return who === undefined ? undefined : { speaker: who, evidence: who };
}

/** Turkish puts the verb last: "Lund, “…” dedi". */
function speakerAround({ narrative, cast }: Reading, from: number, quote: Quotation) {
  const after = narrative.slice(quote.end, quote.end + 14);
  if (!/^["”»’]?,?\s(?:dedi|dediler|diye)(?!\p{L})/u.test(after)) return undefined;
  return startingIn(cast.agents, from, quote.start).findLast(({ end }) =>
    /^,\s["“«‘]*$/u.test(narrative.slice(end, quote.start)),
  );
}

/** Where the sentence begins that ends in a colon and a line break before the quotation. */
function introduction({ narrative, lines }: Reading, quote: Quotation): number | undefined {
  const colon = /:\s*\n\s*["“«„]+$/u.exec(
    narrative.slice(Math.max(0, quote.start - 12), quote.start),
  );
  if (colon === null) return undefined;
  return overlapping(lines, { start: quote.start - 200, end: quote.start - colon[0].length }).at(-1)
    ?.start;
}

/** Those of `clauses` that are no aside between two dashes: "X spoke — which Y noted — “…”". */
function outsideDashes(
  narrative: string,
  { start, end }: TextRange,
  clauses: readonly ReportingClause[],
): readonly ReportingClause[] {
  const asides = Array.from(
    narrative.slice(start, end).matchAll(/[—–]\s?which\s[^—–]*[—–]/gu),
    ({ index, 0: aside }) => ({ start: start + index, end: start + index + aside.length }),
  );
  return asides.length === 0
    ? clauses
    : clauses.filter(({ verb }) => overlapping(asides, verb).length === 0);
}

/** Verbs that as often mean no speech: what they report is the source's. */
const weak = /^(?:offer|find|found|held|hold|felt|feel|sent|send|rule|decide|continue)/u;

const mental = /^(?:thought|thinks|thinking|felt|feels|feeling)$/u;

/** "According to X, Y offered …": X is who tells it, unless Y is said to speak. */
function teller(
  narrative: string,
  start: number,
  clauses: readonly ReportingClause[],
): ReportingClause | undefined {
  const source = clauses.find(({ verb }) => verb.start - start < 3);
  const verbOf = ({ verb }: ReportingClause) => narrative.slice(verb.start, verb.end);
  // "X said the others felt …": X is who tells it.
  const last = clauses.findLast((clause) => !mental.test(verbOf(clause))) ?? clauses.at(-1);
  if (source === undefined || last === undefined || last === source) return source ?? last;
  const isSpeech = !weak.test(verbOf(last));
  return isSpeech && last.verb.start - last.speaker.end < 30 ? last : source;
}

/** Where the sentence after a quotation ends, or the next quotation begins. */
function tailEnd(narrative: string, from: number): number {
  const rest = narrative.slice(from, from + 260);
  const end =
    /(?<!\b(?:\p{Lu}|Dr|Mr|Ms|Mrs|Gen|Sen|Gov|Rep|Lt|Col|Maj|Sgt|Capt|Prof|Rev|St|Jr|Sr|Nov|Dec|Oct|Sept|Aug|Jan|Feb))[.!?](?:\s|$)|\n|[“"「]/u.exec(
      rest,
    );
  return from + (end?.index ?? rest.length);
}

/** The second half of a split quotation, or a paragraph that goes on quoting. */
export function inherited(
  { narrative }: Reading,
  quote: Quotation,
  previous: Attributed | undefined,
): Spoken | undefined {
  if (previous === undefined) return undefined;
  const paragraph = paragraphAt(narrative, quote.start);
  const isSame = previous.quote.start >= paragraph.start;
  const between = narrative.slice(previous.quote.end, quote.start);
  const opens = /^\s*["“«「'‘]?$/u.test(narrative.slice(paragraph.start, quote.start));
  const isNext = opens && (between.match(/\n\s*/gu) ?? []).length <= 2 && between.length < 200;
  const startsSentence =
    /[.!?]["”’]?\s*["“«「'‘]?$/u.test(
      narrative.slice(Math.max(0, quote.start - 12), quote.start),
    ) || opens;
  const isJoined = /^["”’]?,?\s+(?:and|or|but)\s+\S{0,12}\s?["“‘]?$/u.test(between);
  return (isSame && (startsSentence || isJoined)) || isNext ? previous.spoken : undefined;
}

/**
 * A sentence in quotation marks alone, after one of the same paragraph: whoever that one reports,
 * else whoever it is about.
 */
export function announced(
  { text, narrative, cast, lines }: Reading,
  quote: Quotation,
): Spoken | undefined {
  const isSentence = /^[\p{Lu}[]/u.test(text.slice(quote.start)) && quote.end - quote.start > 30;
  if (
    !isSentence ||
    !/[.!?]\s+["“«‘]$/u.test(narrative.slice(Math.max(0, quote.start - 6), quote.start))
  )
    return undefined;
  const paragraph = paragraphAt(narrative, quote.start);
  const line = overlapping(lines, { start: paragraph.start, end: quote.start - 1 }).findLast(
    ({ end }) => end < quote.start,
  );
  if (line === undefined || narrative.slice(line.start, line.end).includes('_')) return undefined;
  const clause = reportingClauses(narrative, cast, line).at(-1);
  if (clause?.speaker.kind === 'person' || clause?.speaker.kind === 'pronoun')
    return spokenIn(clause);
  const agents = startingIn(cast.agents, line.start, line.end);
  const subject = subjectOf(narrative, line, agents);
  const isPerson =
    subject?.kind === 'person' ||
    (subject?.kind === 'pronoun' && /^s?he$/iu.test(narrative.slice(subject.start, subject.end)));
  return isPerson ? { speaker: subject, evidence: subject } : undefined;
}

import { quotations, type Quotation } from '../../briefing/quotations.ts';
import type { StatementProposal } from '../../model/actor.ts';
import type { TextRange } from '../../model/ranges.ts';
import { sentences } from '../sentences.ts';
import { castOf, withoutQuotations, type Agent, type Cast, type KnownMention } from './agents.ts';
import { reportingClauses, type ReportingClause } from './clauses.ts';
import { overlapping, startingIn } from './ranges-in-order.ts';
import { unspacedSpeaker } from './unspaced-speakers.ts';

/** Who says something, and the words that tell. */
interface Attribution {
  readonly speaker: Agent;
  readonly evidence: TextRange;
}

const paragraphAt = (text: string, offset: number): TextRange => {
  const start = text.lastIndexOf('\n', offset) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
};

const wordCount = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/**
 * Proposes who said what in a text: quotations with the speaker that a reporting verb beside them
 * names, and reported sentences without quotation marks. Everything is a proposal with its
 * evidence; a quotation whose speaker the text does not tell is left out.
 */
export function proposeStatements(
  text: string,
  known: readonly KnownMention[] = [],
): StatementProposal[] {
  const quoted = quotations(text).filter(({ depth }) => depth === 0);
  const narrative = withoutQuotations(text, quoted);
  const cast = castOf(text, narrative, known);
  const found: (StatementProposal & { attribution: Attribution })[] = [];
  const lines = sentences(narrative);
  const propose = (range: TextRange, kind: StatementProposal['kind'], attribution: Attribution) => {
    const { speaker, evidence } = attribution;
    const last = found.at(-1);
    const isSameParagraph =
      last !== undefined && !narrative.slice(last.end, range.start).includes('\n');
    const who = resolved(speaker, cast, last?.attribution.speaker, narrative, isSameParagraph);
    if (who === undefined) return;
    const { name, actorId } = who;
    found.push({
      start: range.start,
      end: range.end,
      kind,
      speaker: actorId === undefined ? { name } : { name, actorId },
      evidence: { start: evidence.start, end: evidence.end },
      attribution: { speaker: who, evidence },
    });
  };
  let previous: { quote: Quotation; attribution: Attribution } | undefined;
  for (const quote of quoted) {
    if (isNameOnly(text, quote)) continue;
    const [sentence] = overlapping(lines, { start: quote.start, end: quote.start + 1 });
    const attribution =
      unspacedSpeaker(text, quote) ??
      attributed(text, narrative, cast, quote, sentence) ??
      inherited(narrative, quote, previous) ??
      announced(text, narrative, cast, quote, lines);
    if (attribution === undefined) continue;
    propose(quote, 'direct', attribution);
    previous = { quote, attribution };
  }
  for (const line of lines) {
    if (overlapping(quoted, line).length > 0) continue;
    const clause = reportingClauses(narrative, cast, line).find(isPlain);
    if (clause === undefined || wordCount(narrative.slice(line.start, line.end)) < 5) continue;
    const isClaim = /^according/iu.test(narrative.slice(clause.verb.start, clause.verb.end));
    propose(line, isClaim ? 'claim' : 'paraphrase', attributionOf(clause));
  }
  return found
    .map(({ attribution: _attribution, ...proposal }) => proposal)
    .sort((a, b) => a.start - b.start);
}

const beforeName =
  /\b(?:known as|named|nicknamed|titled|entitled|dubbed|identified (?:only )?as|(?:word|term|phrase|hashtag)s?)\s*.$/u;

/** Words between quotation marks that nobody says: a name, a term, the title of a work. */
function isNameOnly(text: string, { start, end }: Quotation): boolean {
  if (beforeName.test(text.slice(Math.max(0, start - 40), start))) return true;
  const long = text.slice(start, end).match(/\p{L}[\p{L}’']{3,}/gu) ?? [];
  const isTitle = long.length > 2 && long.every((word) => /^\p{Lu}/u.test(word));
  return isTitle && !/[.!?]$/u.test(text.slice(start, end));
}

/** A subject with its verb beside it: plain enough to propose a whole sentence. */
const isPlain = ({ speaker, verb }: ReportingClause): boolean =>
  verb.start < speaker.start || verb.start - speaker.end < 50;

const attributionOf = ({ speaker, start, end }: ReportingClause): Attribution => ({
  speaker,
  evidence: { start, end },
});

/** The speaker named in the quotation's own sentence: after it first, then before it. */
function attributed(
  text: string,
  narrative: string,
  cast: Cast,
  quote: Quotation,
  sentence: TextRange | undefined,
): Attribution | undefined {
  if (sentence === undefined) return undefined;
  const isEnded =
    /[.!?]$/u.test(text.slice(quote.start, quote.end)) &&
    /^.\s+\p{Lu}/u.test(text.slice(quote.end, quote.end + 6));
  const tail = { start: quote.end + 1, end: tailEnd(narrative, quote.end + 1) };
  const [after] = isEnded ? [] : reportingClauses(narrative, cast, tail);
  const isFragment =
    !/[,?!.…—–-]$/u.test(
      narrative.slice(Math.max(0, quote.start - 12), quote.start - 1).trimEnd(),
    ) && sentence.start < quote.start - 3;
  const ahead = reportingClauses(narrative, cast, { start: sentence.start, end: quote.start });
  // "According to X, Y offered …": X is who tells it.
  const before = ahead.find(({ verb }) => verb.start - sentence.start < 3) ?? ahead.at(-1);
  const isIntroduced =
    before !== undefined &&
    /^[^.!?]{0,40}[,:]\s*$/u.test(narrative.slice(before.end, quote.start - 1));
  const chosen = isFragment || isIntroduced ? (before ?? after) : (after ?? before);
  if (chosen !== undefined) return attributionOf(chosen);
  if (!/:\s*$/u.test(narrative.slice(sentence.start, quote.start - 1))) return undefined;
  const person = startingIn(cast.agents, sentence.start, quote.start).findLast(
    ({ kind }) => kind === 'person',
  );
  return person === undefined ? undefined : { speaker: person, evidence: person };
}

/** Where the sentence after a quotation ends, or the next quotation begins. */
function tailEnd(narrative: string, from: number): number {
  const rest = narrative.slice(from, from + 260);
  const end =
    /(?<!\b(?:\p{Lu}|Dr|Mr|Ms|Mrs|Gen|Sen|Nov|Dec|Oct|Sept|Aug|Jan|Feb))[.!?](?:\s|$)|\n|[“"「]/u.exec(
      rest,
    );
  return from + (end?.index ?? rest.length);
}

/** The second half of a split quotation, or a paragraph that goes on quoting. */
function inherited(
  narrative: string,
  quote: Quotation,
  previous: { quote: Quotation; attribution: Attribution } | undefined,
): Attribution | undefined {
  if (previous === undefined) return undefined;
  const paragraph = paragraphAt(narrative, quote.start);
  const isSame = previous.quote.start >= paragraph.start;
  const between = narrative.slice(previous.quote.end, quote.start);
  const opens = /^\s*["“«「']?$/u.test(narrative.slice(paragraph.start, quote.start));
  const isNext = opens && (between.match(/\n\s*/gu) ?? []).length <= 2 && between.length < 200;
  const startsSentence =
    /[.!?]["”’]?\s*["“«「']?$/u.test(narrative.slice(Math.max(0, quote.start - 12), quote.start)) ||
    opens;
  const isJoined = /^["”’]?,?\s+(?:and|or|but)\s+\S{0,12}\s?["“]?$/u.test(between);
  return (isSame && (startsSentence || isJoined)) || isNext ? previous.attribution : undefined;
}

/** A sentence in quotation marks alone, after one of the same paragraph that says who speaks. */
function announced(
  text: string,
  narrative: string,
  cast: Cast,
  quote: Quotation,
  lines: readonly TextRange[],
): Attribution | undefined {
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
  const clause = line && reportingClauses(narrative, cast, line).at(-1);
  return clause?.speaker.kind === 'person' ? attributionOf(clause) : undefined;
}

/** A pronoun or an office as the person meant; undefined where the text does not tell. */
function resolved(
  agent: Agent,
  { agents, genders, holderOf }: Cast,
  lastSpeaker: Agent | undefined,
  narrative: string,
  isSameParagraph: boolean,
): Agent | undefined {
  if (agent.kind === 'described') {
    const title = /^[Tt]he (\p{L}+(?: \p{L}+)?)$/u.exec(agent.name)?.[1];
    const holder = title === undefined ? undefined : holderOf(title.split(' '), agent.start);
    return holder ?? { ...agent, name: agent.name.replace(/^(?:An?|The)\s/iu, '') };
  }
  if (agent.kind !== 'pronoun') return agent;
  const wanted = /^s/iu.test(narrative.slice(agent.start, agent.end)) ? 'female' : 'male';
  const fits = ({ name, kind }: Agent) =>
    kind === 'person' && (genders.get(name) ?? wanted) === wanted;
  if (isSameParagraph && lastSpeaker !== undefined && lastSpeaker.start > agent.start - 400) {
    if (fits(lastSpeaker)) return lastSpeaker;
  }
  const before = startingIn(agents, agent.start - 600, agent.start).filter(fits);
  const subject = subjectOfSentenceBefore(before, narrative, agent.start);
  if (subject !== undefined && genders.get(subject.name) === wanted) return subject;
  const since = before.filter(({ start }) => start > (lastSpeaker?.start ?? -1));
  if (lastSpeaker !== undefined && fits(lastSpeaker) && since.length === 0) return lastSpeaker;
  const near = before.filter(({ start }) => start > agent.start - 250);
  return near.findLast(({ name }) => genders.get(name) === wanted) ?? before.at(-1);
}

/** The first person of the sentence before the one at `offset`. */
function subjectOfSentenceBefore(
  people: readonly Agent[],
  narrative: string,
  offset: number,
): Agent | undefined {
  const base = Math.max(0, offset - 600);
  const starts = [...narrative.slice(base, offset + 1).matchAll(sentenceStart)].map(
    ({ index, 0: gap }) => base + index + gap.length,
  );
  const [from, to] = [starts.at(-2) ?? base, starts.at(-1) ?? offset];
  return people.find(({ start }) => start >= from && start < to);
}

/** What parts sentences in a text whose quotations are blanked. */
const sentenceStart = /(?:(?:[.!?]["”’]?|_["”])\s+|\n\s*)(?=["“—]?[\p{Lu}_])/gu;

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePassage } from './describe.ts';
import { normalText } from './normal-text.ts';
import { resolvePassage, type Resolution } from './resolve.ts';
import { anchoredTexts, mutations, type Parts } from './test-mutations.ts';

const selectorsOf = ({ before, passage, after }: Parts) =>
  describePassage(before + passage + after, {
    start: before.length,
    end: before.length + passage.length,
  });

/** Anchors in one text, looked for in the other; with the true place there, null where it is gone. */
function again(
  parts: Parts & { filler: string },
  name: keyof typeof mutations,
): { text: string; resolution: Resolution; truth: { start: number; end: number } | null } {
  const changed = mutations[name](parts, parts.filler);
  const text = `${changed.before}${changed.passage ?? ''}${changed.after}`;
  const resolution = resolvePassage(normalText(text), selectorsOf(parts));
  const start = changed.before?.length ?? 0;
  const truth = changed.passage === null ? null : { start, end: start + changed.passage.length };
  return { text, resolution, truth };
}

/** True where a resolution points, without asking or as its proposal, at another place. */
function isWrong({ resolution, truth }: ReturnType<typeof again>): boolean {
  if (resolution.state === 'orphaned') return false;
  if (truth === null) return true;
  const shared = Math.min(resolution.end, truth.end) - Math.max(resolution.start, truth.start);
  return shared < (truth.end - truth.start) * 0.6;
}

describe('resolvePassage', () => {
  it('takes neither of two places that touch', () => {
    const before = 'The master of the harbour said to them all: ';
    const after = ', and went out to look at the weather again.';
    const range = { start: before.length, end: before.length + 4 };
    const passage = describePassage(`${before}wait${after}`, range);
    const text = normalText(`${before}waitwait${after}`);
    expect(resolvePassage(text, passage).state).toBe('orphaned');
  });

  it.each(Object.keys(mutations) as (keyof typeof mutations)[])(
    'is never wrong after: %s',
    (name) => {
      fc.assert(
        fc.property(anchoredTexts, (parts) => {
          const outcome = again(parts, name);
          expect({ wrong: isWrong(outcome), ...outcome }).toMatchObject({ wrong: false });
        }),
        { numRuns: 150 },
      );
    },
  );

  it('is exact in the same text', () => {
    fc.assert(
      fc.property(anchoredTexts, (parts) => {
        const { resolution, truth } = again(parts, 'nothing');
        expect(resolution).toEqual({ state: 'exact', ...truth });
      }),
    );
  });

  it.each(['white space', 'NFD', 'soft hyphens', 'CRLF', 'paragraphs in'] as const)(
    'finds most passages again after: %s',
    (name) => {
      const samples = fc.sample(anchoredTexts, { numRuns: 100, seed: 7 });
      const lost = samples.filter((parts) => again(parts, name).resolution.state === 'orphaned');
      expect(lost.length).toBeLessThanOrEqual(10);
    },
  );

  it('asks about a passage that moved, and says how sure it is', () => {
    const text =
      'The envoys of both sides met on neutral ground. They agreed on little, aides said.';
    const passage = describePassage(text, { start: 48, end: 69 });
    const moved = resolvePassage(normalText(`A new first line.\n\n${text}`), passage);
    expect(moved).toMatchObject({ state: 'moved', start: 67, end: 88 });
    expect(moved.state === 'moved' && moved.score).toBeGreaterThan(0.95);
  });

  it('offers the closest place of a passage that is lost', () => {
    const text =
      'The envoys of both sides met on neutral ground. They agreed on little, aides said.';
    const passage = describePassage(text, { start: 48, end: 69 });
    const other = 'Quite another report. Nobody was there, but they agreed on little, once more.';
    const resolution = resolvePassage(normalText(other), passage);
    expect(resolution.state).toBe('orphaned');
    const { candidate } = resolution as Extract<Resolution, { state: 'orphaned' }>;
    expect(other.slice(candidate?.start, candidate?.end)).toBe('they agreed on little');
  });

  it('tells places apart that share words with each other', () => {
    const text = 'At the fair on the quay they sang ha ha ha to the mayor, who went home early.';
    const start = text.lastIndexOf('ha ha');
    const passage = describePassage(text, { start, end: start + 5 });
    expect(resolvePassage(normalText(`Added. ${text}`), passage)).toMatchObject({
      state: 'moved',
      start: start + 7,
      end: start + 12,
    });
  });

  it('does not choose between two places that are alike', () => {
    const line = 'The minister said it was too early to tell, and left for the airport at once.';
    const passage = describePassage(line, { start: 4, end: 42 });
    const twice = `Added on top.\n${line}\n${'Between. '.repeat(9)}\n${line}`;
    expect(resolvePassage(normalText(twice), passage).state).toBe('orphaned');
  });

  it('does not choose between two places where one is only a little more alike', () => {
    const line = 'The minister said it was too early to tell, and left for the airport at once.';
    const passage = describePassage(line, { start: 4, end: 42 });
    const other = line.replace('airport', 'station');
    const text = `Added on top.\n${line}\n${'Between. '.repeat(9)}\n${other}`;
    expect(resolvePassage(normalText(text), passage)).toMatchObject({
      state: 'orphaned',
      candidate: { start: 18, end: 56 },
    });
  });

  it('finds what stands there word for word among paragraphs made alike', () => {
    const paragraph = (month: number, landed: number) =>
      `In month ${month} the boats of the harbour landed some ${landed} tonnes, which the board called no more than usual.`;
    const text = [3, 4, 5].map((month) => paragraph(month, month * 7)).join('\n\n');
    const quote = 'the boats of the harbour landed some 28 tonnes';
    const start = text.indexOf(quote);
    const passage = describePassage(text, { start, end: start + quote.length });
    const later = `A correction stands here.\n\n${text}`;
    const at = later.indexOf(quote);
    expect(resolvePassage(normalText(later), passage)).toMatchObject({
      state: 'moved',
      start: at,
      end: at + quote.length,
    });
    const twice = `${later}\n\n${text}`;
    expect(resolvePassage(normalText(twice), passage).state).toBe('orphaned');
  });

  it('offers the nearer of two places that are alike', () => {
    const line = 'The minister said it was too early to tell, and left for the airport at once.';
    const passage = describePassage(line, { start: 4, end: 42 });
    const text = normalText(`Added. ${line} ${'Between. '.repeat(9)} ${line}`);
    const near = (start: number) => resolvePassage(text, { ...passage, start, end: start + 38 });
    expect(near(8)).toMatchObject({ state: 'orphaned', candidate: { start: 11, end: 49 } });
    expect(near(160)).toMatchObject({ state: 'orphaned', candidate: { start: 171, end: 209 } });
  });

  const talks =
    'The envoys of both sides met on neutral ground. They agreed on little, aides said after the talks.';

  it('finds words in which some letters changed, where the words around them stayed', () => {
    const passage = describePassage(talks, { start: 48, end: 69 });
    const text = `First. ${talks.replace('agreed on little', 'agread in litle')}`;
    expect(resolvePassage(normalText(text), passage)).toMatchObject({
      state: 'moved',
      start: 55,
      end: 75,
    });
  });

  it.each([
    ['agreed on little', 'have agreed on little', 'They have agreed on little'],
    ['They agreed', 'Nobody there agreed', 'Nobody there agreed on little'],
    ['on little', 'on lately littler', 'They agreed on lately littler'],
  ])('%s becoming %s, a passage begins and ends with whole words', (from, to, expected) => {
    const passage = describePassage(talks, { start: 48, end: 69 });
    const text = `First. ${talks.replace(from, to)}`;
    const found = resolvePassage(normalText(text), passage);
    const place = found.state === 'orphaned' ? found.candidate : found;
    expect(text.slice(place?.start, place?.end)).toBe(expected);
  });

  it('looks for a few words letter by letter only', () => {
    const passage = describePassage(talks, { start: 53, end: 62 });
    const text = `First. ${talks.replace('agreed on', 'agread on')}`;
    expect(resolvePassage(normalText(text), passage)).toEqual({
      state: 'orphaned',
      candidate: null,
    });
  });

  it('does not take words for the passage whose context is only half as it was', () => {
    const passage = describePassage(talks, { start: 48, end: 69 });
    const half =
      'Hen from several bides saw in formal sounds. They agreed on little, wives sang utter chalk.';
    expect(resolvePassage(normalText(half), passage)).toMatchObject({
      state: 'orphaned',
      candidate: { start: 45, end: 66 },
    });
  });

  it('takes one side of the context for enough with many words, not with one', () => {
    const text =
      'Quite something else had happened here!! They agreed on little, aides said after the talks.';
    const resolved = (end: number) =>
      resolvePassage(normalText(text), describePassage(talks, { start: 48, end })).state;
    expect([resolved(69), resolved(52)]).toEqual(['moved', 'orphaned']);
  });

  it('does not take a place for the words alone, not even their old one', () => {
    const text =
      'Talks go on. The envoy left for the airport at once, and said no word to anybody.';
    const words = 'left for the airport at once';
    const start = text.indexOf(words);
    const bare = { start, end: start + words.length, exact: words, prefix: '', suffix: '' };
    expect(resolvePassage(normalText(text), bare).state).toBe('orphaned');
    expect(resolvePassage(normalText(`First. ${text}`), bare).state).toBe('orphaned');
    const atEnd = { ...bare, prefix: text.slice(0, start) };
    expect(resolvePassage(normalText(text), atEnd).state).not.toBe('exact');
    expect(resolvePassage(normalText(text.slice(0, bare.end)), atEnd).state).toBe('exact');
    const rest = { ...bare, suffix: text.slice(bare.end) };
    expect(resolvePassage(normalText(text), rest).state).not.toBe('exact');
    const atStart = { ...rest, start: 0, end: words.length };
    expect(resolvePassage(normalText(text.slice(start)), atStart).state).toBe('exact');
  });

  it('loses everything in an empty text', () => {
    const passage = describePassage('Some words here.', { start: 5, end: 10 });
    expect(resolvePassage(normalText(''), passage)).toEqual({ state: 'orphaned', candidate: null });
  });
});

import { quotations } from '../src/shared/text/quotations.ts';
import { findNames } from '../src/shared/text/names/find/find-names.ts';
import { foldWord } from '../src/shared/text/names/fold-word.ts';
import { nameWords } from '../src/shared/text/names/words.ts';
import { proposeStatements } from '../src/shared/text/speakers/propose-statements.ts';
import { quotedTexts, type QuotedText } from './accuracy/quoted.ts';
import { pair, tally, type Tally } from './accuracy/tally.ts';
import { print } from './measure.ts';

/** The speaker of each quotation, by where it starts. */
type Side = (text: string) => Map<number, string>;

const ours: Side = (text) =>
  new Map(
    proposeStatements(text)
      .filter(({ kind }) => kind === 'direct')
      .map(({ start, speaker }) => [start, speaker.name]),
  );

/** The person named nearest to the quotation, before it or after. */
const nearestPerson: Side = (text) => {
  const people = findNames(text).filter(({ kind }) => kind === 'person');
  const quoted = quotations(text).filter(({ depth }) => depth === 0);
  return new Map(
    quoted.flatMap(({ start, end }) => {
      const outside = people.filter((name) => name.end <= start || name.start >= end);
      const distance = (name: { start: number; end: number }) =>
        name.end <= start ? start - name.end : name.start - end;
      const [nearest] = outside.sort((a, b) => distance(a) - distance(b));
      return nearest === undefined ? [] : [[start, nearest.text] as const];
    }),
  );
};

const lastWord = (name: string) => foldWord(nameWords(name).at(-1)?.folded ?? '');

/** The same name, or one that ends or begins like it: a surname for a full name, either order. */
function isSame(one: string, other: string): boolean {
  const words = (name: string) => nameWords(name).map(({ folded }) => folded);
  const [a, b] = [words(one), words(other)];
  return (
    lastWord(one) === lastWord(other) ||
    (a.length > 0 && a.every((word) => b.includes(word))) ||
    (b.length > 0 && b.every((word) => a.includes(word)))
  );
}

function score(texts: readonly QuotedText[], side: Side, errors: string[] = []): Tally {
  const counts = tally();
  for (const { text, quotations: labelled } of texts) {
    const found = side(text);
    for (const { start, speaker } of labelled) {
      const proposed = found.get(start);
      if (speaker !== null) counts.gold += 1;
      if (proposed !== undefined) counts.found += 1;
      const isRight = speaker !== null && proposed !== undefined && isSame(speaker, proposed);
      if (isRight) counts.right += 1;
      else if (speaker !== null || proposed !== undefined) {
        errors.push(
          `${speaker ?? 'nobody'}, taken for ${proposed ?? 'nobody'}: ${text.slice(start, start + 60)}`,
        );
      }
    }
  }
  return counts;
}

/**
 * Who said what is between quotation marks, beside the nearest person named: precision and recall
 * over quotations labelled by hand. `--errors` lists what went wrong, but not of the held half.
 */
export async function run(args: string[]): Promise<void> {
  const texts = quotedTexts();
  const known = ['.90/.85', '.95/.92'] as const;
  const unseen = ['.90/.75', '.93/.82'] as const;
  const parts = {
    sample: ['own sample corpus', ...known],
    corpus: ['the five articles', ...known],
    seen: ['Wikinews, first lot', ...unseen],
    first: ['Wikinews, second lot', ...unseen],
    second: ['Wikinews, third lot, half looked at', ...unseen],
    held: ['Wikinews, third lot, half not looked at', ...unseen],
    fourth: ['Wikinews, fourth lot', ...unseen],
    wire: ['Reuters', ...unseen],
  } as const;
  const errors: string[] = [];
  const rows = (Object.keys(parts) as (keyof typeof parts)[]).map((part) => {
    const those = texts.filter((text) => text.part === part);
    const count = those.reduce((sum, { quotations: all }) => sum + all.length, 0);
    const [name, must, aim] = parts[part];
    return [
      name,
      `${count}`,
      must,
      aim,
      pair(score(those, nearestPerson)),
      pair(score(those, ours, part === 'held' ? [] : errors)),
    ];
  });
  print([['speakers of quotations', 'number', 'must', 'aim', 'nearest person', 'ours'], ...rows]);
  if (args.includes('--errors')) console.log(errors.join('\n'));
}

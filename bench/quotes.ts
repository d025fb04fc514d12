import * as nodes from '../src/shared/briefing/content.ts';
import type { CheckedQuote } from '../src/shared/briefing/quote-guard.ts';
import { foldWord } from '../src/shared/text/names/fold-word.ts';
import { sentences } from '../src/shared/text/sentences.ts';
import { documentHandlers } from '../src/main/library/documents/documents.ts';
import { testNotebook } from '../src/main/library/documents/test-notebook.ts';
import { pick, print, random } from './measure.ts';
import { records } from './texts.ts';

type Verdict = CheckedQuote['verdict'];

/** Words of an article, the passage cited beside a quotation of them. */
interface Passage {
  readonly text: string;
  readonly sentence: string;
}

/** A quotation made for a passage, and what the check has to say of it. */
interface Made {
  readonly passage: Passage;
  readonly quote: string;
  readonly kind: string;
  readonly verdict: Verdict;
}

const perKind = 200;
const articles = 200;

/** Sentences long enough to be told from others, on one line, without brackets or unpaired marks. */
function quotable(text: string): string[] {
  return sentences(text)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => {
      const words = sentence.split(/\s+/u).length;
      const marks = sentence.match(/["“”]/gu)?.length ?? 0;
      return words >= 9 && words <= 32 && marks % 2 === 0 && !/[\n[\]«»‘`…]|\.\./u.test(sentence);
    });
}

/** As it stands between double marks: those inside become single ones. */
const inMarks = (words: string): string => {
  let open = false;
  return words.replaceAll(/["“”]/gu, () => {
    open = !open;
    return open ? '‘' : '’';
  });
};

/** Another way to write the same: apostrophes, a space that does not break, the comma of house style. */
function retyped(words: string, next: () => number): string {
  const typed = next() < 0.5 ? words.replaceAll("'", '’') : words.replaceAll('’', "'");
  const spaced = next() < 0.3 ? typed.replace(' ', '\u00A0') : typed;
  return next() < 0.3 ? spaced.replace(/\.$/u, ',') : spaced;
}

const verbatim = ({ sentence }: Passage, next: () => number) => retyped(inMarks(sentence), next);

function part({ sentence }: Passage, next: () => number): string {
  const words = sentence.split(/\s+/u).filter((word) => !/["“”]/u.test(word));
  const count = Math.min(words.length - 2, 5 + Math.floor(next() * 6));
  const all = sentence.split(/\s+/u);
  const starts = all
    .map((_, at) => at)
    .filter((at) => at + count < all.length && !/["“”]/u.test(all.slice(at, at + count).join('')));
  const at = starts.length === 0 ? 0 : pick(starts, next);
  return all.slice(at, at + count).join(' ');
}

function withEllipsis({ sentence }: Passage, next: () => number): string {
  const words = inMarks(sentence).split(/\s+/u);
  const from = 3 + Math.floor(next() * (words.length - 7));
  const mark = pick([' … ', ' ... ', ' [...] ', '… '], next);
  return words.slice(0, from).join(' ') + mark + words.slice(from + 2).join(' ');
}

function withBrackets({ sentence }: Passage, next: () => number): string {
  const words = inMarks(sentence).split(/\s+/u);
  const at = 2 + Math.floor(next() * (words.length - 4));
  return words.with(at, '[the council]').join(' ');
}

function oneWordChanged(vocabulary: readonly string[]) {
  return ({ sentence }: Passage, next: () => number): string => {
    const words = inMarks(sentence).split(/\s+/u);
    const plain = words.map((_, at) => at).filter((at) => /^\p{L}{3,}$/u.test(words[at] ?? ''));
    const at = pick(plain, next);
    const same = foldWord(words[at] ?? '');
    const others = vocabulary.filter((word) => foldWord(word) !== same);
    return words.with(at, pick(others, next)).join(' ');
  };
}

/** String search, as a tool without a guard could do it. */
function byString({ passage, quote }: Made, texts: readonly string[]): Verdict {
  if (passage.sentence === quote) return 'verbatim';
  if (passage.sentence.includes(quote)) return 'trimmed';
  return texts.some((text) => text.includes(quote)) ? 'elsewhere' : 'nowhere';
}

/**
 * A thousand quotations made of Wikinews, a fifth of each kind, checked in one briefing against a
 * library of 200 articles, beside plain search of strings.
 */
export async function run(): Promise<void> {
  const found = records('news/wikinews-en.jsonl') as { text: string }[] | null;
  if (found === null) return;
  const next = random(11);
  const texts = found.slice(0, articles).map(({ text }) => text);
  const passages = texts.flatMap((text) => quotable(text).map((sentence) => ({ text, sentence })));
  const held = found
    .slice(articles)
    .flatMap(({ text }) => quotable(text))
    .filter((sentence) => !texts.some((text) => text.includes(sentence.slice(0, 40))));
  const vocabulary = [
    ...new Set(passages.flatMap(({ sentence }) => sentence.split(/\s+/u))),
  ].filter((word) => /^\p{Ll}{4,9}$/u.test(word));
  const other = (passage: Passage) =>
    pick(
      passages.filter(({ text }) => text !== passage.text),
      next,
    );
  const kinds: readonly [string, Verdict, number, (passage: Passage, n: () => number) => string][] =
    [
      ['verbatim, typed another way', 'verbatim', perKind, verbatim],
      ['a part of it', 'trimmed', perKind / 2, part],
      ['with an ellipsis', 'trimmed', perKind / 4, withEllipsis],
      ['with a word in brackets', 'trimmed', perKind / 4, withBrackets],
      ['one word changed', 'differs', perKind, oneWordChanged(vocabulary)],
      ['of another article', 'elsewhere', perKind, (p, n) => verbatim(other(p), n)],
      ['invented', 'nowhere', perKind, (_, n) => inMarks(pick(held, n))],
    ];
  const made = kinds.flatMap(([kind, verdict, count, make]) =>
    Array.from({ length: count }, (): Made => {
      const passage = pick(passages, next);
      return { passage, quote: make(passage, next), kind, verdict };
    }),
  );
  const notebook = testNotebook();
  const ids = new Map(texts.map((text, n) => [text, notebook.addArticle({ title: `${n}`, text })]));
  const handlers = documentHandlers(notebook.context);
  const { id } = await handlers['briefings.create']({
    content: nodes.content(
      ...made.map(({ passage, quote }) =>
        nodes.paragraph(
          nodes.text(`It was said: “${quote}”`),
          nodes.citation(notebook.annotate(ids.get(passage.text) ?? '', passage.sentence)),
        ),
      ),
    ),
  });
  const { quotes } = await handlers['briefings.check']({ id });
  notebook.dispose();
  const verdicts = new Map<Made, Verdict>();
  let at = 0;
  for (const one of made) {
    // Both come in the order of the document; those inside a quotation are passed over.
    at = quotes.findIndex(({ text }, index) => index >= at && text === one.quote);
    const told = quotes[at];
    if (told === undefined) throw new Error(`Not seen as a quotation: ${one.quote}`);
    verdicts.set(one, told.verdict);
    at += 1;
  }
  const share = (of: readonly Made[], side: (one: Made) => Verdict | undefined) =>
    `${((100 * of.filter((one) => side(one) === one.verdict).length) / of.length).toFixed(1)} %`;
  const row = (name: string, of: readonly Made[]) => [
    name,
    `${of.length}`,
    share(of, (one) => verdicts.get(one)),
    share(of, (one) => byString(one, texts)),
  ];
  print([
    ['quotations', 'made', 'told right', 'string search'],
    ...kinds.map(([kind]) =>
      row(
        kind,
        made.filter((one) => one.kind === kind),
      ),
    ),
    row('all', made),
  ]);
  for (const one of made) {
    const told = verdicts.get(one);
    if (told !== one.verdict) console.log(`${one.kind}: ${told ?? ''}: ${one.quote}`);
  }
}

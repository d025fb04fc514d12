import { existsSync, readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Output } from '../src/shared/contract/methods.ts';
import type { WebApp } from './launch-web.ts';

const corpus = resolve(import.meta.dirname, '../../shared/corpus');
const sample = resolve(import.meta.dirname, '../resources/sample-corpus');

const isThere = existsSync(corpus);
if (!isThere) {
  console.warn(`NO REAL ARTICLES: ${corpus} is not there. The job is done on five of our sample.`);
}
const folder = isThere ? corpus : sample;

/** Five articles on one story, as files; nothing of their words may stand in a test. */
export const storyFiles: readonly string[] = readdirSync(folder)
  .filter((name) => extname(name) === '.txt')
  .sort()
  .slice(0, 5)
  .map((name) => join(folder, name));

type Article = Output<'articles.get'>;

export interface Place {
  readonly article: Article;
  readonly words: string;
}

export interface Story {
  readonly articles: readonly Article[];
  /** The person named most often of those who are quoted, as the articles propose the name. */
  readonly name: string;
  /** The articles in which the name stands. */
  readonly naming: readonly Article[];
  /** A quotation of some length whose speaker the text names. */
  readonly quotation: Place & { readonly speaker: string };
  /** A line of the article that was hidden. */
  readonly hidden: Place;
  /** A sentence of each article, in one paragraph and with no quotation in it. */
  readonly sentences: readonly Place[];
  /** A common noun of the story. */
  readonly subject: string;
}

/** The first shown sentence of an article that stands in one block and is neither short nor long. */
function plainSentence(article: Article): Place | undefined {
  for (const { kind, start, end } of article.blocks) {
    const isHidden = article.hidden.some((range) => range.start < end && range.end > start);
    if (kind !== 'paragraph' || isHidden) continue;
    const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(
      article.text.slice(start, end),
    );
    for (const { segment } of segments) {
      const words = segment.trim();
      const isPlain = /^[^"“”‘’]{60,220}[.]$/.test(words) && !/\b[A-Z][a-z]?\.\s/.test(words);
      if (isPlain && article.text.split(words).length === 2) return { article, words };
    }
  }
  return undefined;
}

/** The longest word in lower case that most articles have. */
function commonNoun(articles: readonly Article[]): string {
  const articlesOf = new Map<string, number>();
  for (const { text } of articles) {
    for (const word of new Set(text.match(/\b[a-z]{5,9}\b/g))) {
      articlesOf.set(word, (articlesOf.get(word) ?? 0) + 1);
    }
  }
  const ranked = [...articlesOf].sort(([a, m], [b, n]) => n - m || b.length - a.length);
  return ranked[0]?.[0] ?? '';
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`No article of the story has ${what}.`);
  return value;
}

/** The report a sentence stands in, as another paper prints it: from there on, under its own headline. */
export function wireCopy({ article, words }: Place): string {
  const from = article.text.indexOf(words);
  return `The same report in another paper\n\n${article.text.slice(from)}`;
}

/** Reads what was imported, and chooses whom and what the job is done with. */
export async function readStory(app: WebApp): Promise<Story> {
  const { items } = await app.call('articles.list', {});
  const articles = await Promise.all(items.map(({ id }) => app.call('articles.get', { id })));
  const said = await Promise.all(
    articles.map(async (article) => {
      const { items } = await app.call('statements.propose', { articleId: article.id });
      return items.map(({ start, end, kind, speaker }) => ({
        article,
        kind,
        words: article.text.slice(start, end),
        speaker: speaker.name,
      }));
    }),
  );
  const quotations = said
    .flat()
    .filter(({ kind, words }) => kind === 'direct' && /^.{40,200}$/.test(words));
  const { items: proposed } = await app.call('actors.propose', {});
  const name = found(
    proposed.find(({ name }) => quotations.some(({ speaker }) => speaker === name)),
    'a quotation of somebody it names',
  ).name;
  const quotation = quotations.find(({ speaker }) => speaker === name);
  const [hidden] = articles.flatMap((article) =>
    article.hidden
      .filter(({ by }) => by !== 'offered')
      .map(({ start, end }) => ({ article, words: article.text.slice(start, end).trim() })),
  );
  return {
    articles,
    name,
    naming: articles.filter(({ text }) => text.includes(name)),
    quotation: found(quotation, `a quotation of ${name}`),
    hidden: found(hidden, 'a hidden line'),
    sentences: articles.flatMap((article) => plainSentence(article) ?? []),
    subject: commonNoun(articles),
  };
}

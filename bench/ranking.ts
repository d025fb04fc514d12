import MiniSearch from 'minisearch';
import { answerQuestion, type Find } from '../src/main/library/search/answer.ts';
import { findArticles } from '../src/main/library/search/article-search.ts';
import { searchEngine } from '../src/main/library/search/engine.ts';
import { slices } from '../src/main/library/slices.ts';
import { contentTerms } from '../src/main/library/search/question.ts';
import { testNotebook } from '../src/main/library/search/test-notebook.ts';
import { openDatabase, type Database } from '../src/main/library/storage/database.ts';
import { print } from './measure.ts';
import { records } from './texts.ts';

interface Document {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}
interface Question {
  readonly query: string;
  readonly relevant: readonly string[];
}
/** Ids of the documents found for a question, best first. */
type Ranker = (query: string) => readonly string[] | Promise<readonly string[]>;

const depth = 1000;
const cjkQuestions = 1000;

/** Retrieval quality on the public collections: ours beside FTS5's and MiniSearch's defaults. */
export async function run(): Promise<void> {
  const rows: (string | number)[][] = [
    ['MAP / nDCG@10', 'ours', 'unicode61', 'porter', 'MiniSearch'],
  ];
  for (const set of ['cran', 'med', 'npl']) {
    const rankers = load(`retrieval/${set}`, ['unicode61', 'porter']);
    if (rankers === null) continue;
    const row = [set];
    for (const ranker of Object.values(rankers.sides)) {
      row.push(await quality(rankers.questions, ranker));
    }
    rows.push(row);
    rankers.close();
  }
  if (rows.length > 1) print(rows);
  const cjk: (string | number)[][] = [['recall@10', 'ours', 'unicode61', 'trigram', 'MiniSearch']];
  for (const set of ['jaquad-dev', 'korquad-dev']) {
    const rankers = load(`cjk/${set}`, ['unicode61', 'trigram']);
    if (rankers === null) continue;
    const step = Math.max(1, Math.floor(rankers.questions.length / cjkQuestions));
    const sample = rankers.questions.filter((_, i) => i % step === 0).slice(0, cjkQuestions);
    const row: (string | number)[] = [set];
    for (const ranker of Object.values(rankers.sides)) row.push(await recall(sample, ranker));
    cjk.push(row);
    rankers.close();
  }
  if (cjk.length > 1) print(cjk);
}

function load(name: string, tokenizers: readonly string[]) {
  const documents = records(`${name}.jsonl`) as Document[] | null;
  const questions = records(`${name}.queries.jsonl`) as Question[] | null;
  if (documents === null || questions === null) return null;
  const notebook = testNotebook();
  const seqs = notebook.addArticles(documents);
  const ids = new Map(seqs.map((seq, i) => [seq, documents[i]?.id ?? '']));
  const { db } = notebook.context;
  const pause = slices();
  const { words } = searchEngine(notebook.context);
  const find: Find = async (condition, page) =>
    (await words.find(condition, page, pause)) ?? findArticles(db, condition, page);
  const means = { db, find, pause };
  const bare = openDatabase(':memory:');
  const sides: Record<string, Ranker> = {
    ours: async (query) => {
      const page = { sort: 'relevance', offset: 0, limit: depth } as const;
      const { articles } = await answerQuestion(
        means,
        { terms: contentTerms(query), rest: {}, whole: [] },
        page,
      );
      return articles.map((seq) => ids.get(seq) ?? '');
    },
  };
  for (const tokenizer of tokenizers) sides[tokenizer] = fts5(bare, tokenizer, documents);
  sides['MiniSearch'] = miniSearch(documents);
  return {
    questions,
    sides,
    close() {
      notebook.dispose();
      bare.close();
    },
  };
}

function fts5(db: Database, tokenizer: string, documents: readonly Document[]): Ranker {
  db.exec(`CREATE VIRTUAL TABLE ${tokenizer} USING fts5(title, body, tokenize='${tokenizer}')`);
  const insert = db.prepare(`INSERT INTO ${tokenizer} (rowid, title, body) VALUES (?, ?, ?)`);
  documents.forEach(({ title, text }, i) => insert.run(i + 1, title, text));
  const select = db.prepare<{ rowid: number }>(
    `SELECT rowid FROM ${tokenizer} WHERE ${tokenizer} MATCH ? ORDER BY rank LIMIT ${depth}`,
  );
  return (query) => {
    const parts =
      tokenizer === 'trigram'
        ? Array.from({ length: Math.max(0, query.length - 2) }, (_, i) => query.slice(i, i + 3))
        : (query.match(/[\p{L}\p{N}]+/gu) ?? []);
    const expression = parts.map((part) => `"${part.replaceAll('"', ' ')}"`).join(' OR ');
    return select.all(expression).map(({ rowid }) => documents[rowid - 1]?.id ?? '');
  };
}

function miniSearch(documents: readonly Document[]): Ranker {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  index.addAll(documents as Document[]);
  return (query) => index.search(query).map(({ id }) => id as string);
}

async function quality(questions: readonly Question[], ranker: Ranker): Promise<string> {
  let precision = 0;
  let gain = 0;
  for (const { query, relevant } of questions) {
    const wanted = new Set(relevant);
    let found = 0;
    let sum = 0;
    let discounted = 0;
    for (const [i, id] of (await ranker(query.toLowerCase())).slice(0, depth).entries()) {
      if (!wanted.has(id)) continue;
      sum += ++found / (i + 1);
      if (i < 10) discounted += 1 / Math.log2(i + 2);
    }
    const ideal = Array.from({ length: Math.min(10, wanted.size) }, (_, i) => 1 / Math.log2(i + 2));
    precision += sum / wanted.size;
    gain += discounted / ideal.reduce((a, b) => a + b, 0);
  }
  return `${(precision / questions.length).toFixed(3)} / ${(gain / questions.length).toFixed(3)}`;
}

async function recall(questions: readonly Question[], ranker: Ranker): Promise<number> {
  let found = 0;
  for (const { query, relevant } of questions) {
    const best = (await ranker(query)).slice(0, 10);
    if (best.some((id) => relevant.includes(id))) found++;
  }
  return found / questions.length;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibraryEvent } from '../../../shared/contract/events.ts';
import { methods, type Input, type Output } from '../../../shared/contract/methods.ts';
import { wordCount } from '../../../shared/text/words.ts';
import type { LibraryContext } from '../context.ts';
import { openContext, type OpenedContext } from '../open-context.ts';
import { testPorts } from '../test-library.ts';
import { searchHandlers, type SearchMethod } from './search.ts';

export interface TestArticle {
  readonly id?: string;
  readonly title: string;
  readonly text: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly issued?: string;
}

export type TestNotebook = ReturnType<typeof testNotebook>;

/** Real storage in a temporary folder with search over it, filled by SQL. */
export function testNotebook() {
  const dir = mkdtempSync(join(tmpdir(), 'attache-search-'));
  const ports = testPorts();
  let heard: (event: LibraryEvent) => void = () => undefined;
  const emit = (event: LibraryEvent) => heard(event);
  let context: OpenedContext;
  let handlers: ReturnType<typeof searchHandlers>;
  const open = () => {
    context = openContext(dir, ports, { emit });
    handlers = searchHandlers(context);
    return () => {
      context.background.stop();
      context.close();
    };
  };
  let close = open();
  /** A call as the library makes it, both ends checked against the contract. */
  const call = async <M extends SearchMethod>(method: M, input: Input<M>): Promise<Output<M>> => {
    const handler = handlers[method] as (input: unknown) => unknown;
    const answer = await handler(methods[method].input.parse(input));
    return methods[method].output.parse(answer) as Output<M>;
  };
  return {
    get context() {
      return context;
    },
    call,
    search: (input: Input<'search.query'>) => call('search.query', input),
    /** One command that adds the articles; answers their `seq`. */
    addArticles(articles: readonly TestArticle[]): number[] {
      return context.commands.run('Add', { topics: ['articles'] }, () =>
        articles.map((article) => insertArticle(context, article)),
      );
    },
    /** Inserts one row; answers its `seq`. */
    insert(table: string, row: Readonly<Record<string, string | number | null>>): number {
      const columns = Object.keys(row).map((name) => `"${name}"`);
      return context.commands.run(
        'Add',
        { topics: ['annotations'] },
        () =>
          context.db
            .prepare(
              `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
            )
            .run(...Object.values(row)).lastInsertRowid,
      );
    },
    onEvent(listener: typeof heard) {
      heard = listener;
    },
    run: (work: () => void) => context.commands.run('Change', { topics: ['articles'] }, work),
    reopen() {
      close();
      close = open();
    },
    async whileClosed(work: () => Promise<void>) {
      close();
      await work();
      close = open();
    },
    dispose() {
      close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function insertArticle({ db }: LibraryContext, article: TestArticle): number {
  const id = article.id ?? crypto.randomUUID();
  const now = new Date().toISOString();
  db.prepare('INSERT OR IGNORE INTO originals (sha256, bytes) VALUES (?, 0)').run('0'.repeat(64));
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO articles (id, title, container_title, author, issued, words, source_name,
         source_format, original, created, modified)
       VALUES (?, ?, ?, ?, ?, ?, 'test.txt', 'text', ?, ?, ?)`,
    )
    .run(
      id,
      article.title,
      article.outlet ?? null,
      JSON.stringify(article.author === undefined ? [] : [{ literal: article.author }]),
      article.issued ?? null,
      wordCount(article.text),
      '0'.repeat(64),
      now,
      now,
    );
  db.prepare(
    `INSERT INTO texts (article, version, text, hash, blocks, marks, created)
     VALUES (?, 1, ?, '', '[]', '[]', ?)`,
  ).run(lastInsertRowid, article.text, now);
  return lastInsertRowid;
}

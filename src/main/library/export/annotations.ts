import { stringify } from 'yaml';
import type { Parsed } from '../../../shared/contract/methods.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import {
  documentLanguage,
  type DocumentLanguage,
} from '../../../shared/model/document-language.ts';
import { fileName } from '../../../shared/text/file-name.ts';
import { toCollection, toWebAnnotations, type AnnotatedSource } from '../annotations/jsonld.ts';
import { readAnnotations } from '../annotations/read.ts';
import { annotationStore } from '../annotations/store.ts';
import { seqOf } from '../articles/store.ts';
import type { Database } from '../storage/database.ts';
import { storedAuthorNames } from '../articles/author-names.ts';
import { languageOf } from './briefing/language.ts';
import { toCsv } from './csv.ts';
import { inertMarkdown } from './inert-markdown.ts';
import { documentWords, type DocumentWords } from './words/document-words.ts';

interface SourceRow extends AnnotatedSource {
  readonly outlet: string | null;
  readonly issued: string | null;
  /** A JSON array. */
  readonly author: string;
}

interface Annotated {
  readonly article: SourceRow;
  readonly annotations: Annotation[];
}

function annotated(db: Database, articleId: string | undefined): Annotated[] {
  if (articleId !== undefined) seqOf(db, articleId);
  const store = annotationStore(db);
  const { rows } = store.list({ articleId });
  const groups = Map.groupBy(readAnnotations(store, rows), (annotation) => annotation.articleId);
  const source = db.prepare<SourceRow>(
    `SELECT a.id, a.url, a.language, a.title, a.container_title AS outlet, a.issued, a.author, t.text, t.hash
     FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version WHERE a.id = ?`,
  );
  return [...groups].flatMap(([id, annotations]) => {
    const article = source.get(id);
    return article === undefined ? [] : [{ article, annotations }];
  });
}

const json = (groups: readonly Annotated[]): Uint8Array => {
  const items = groups.flatMap(({ article, annotations }) =>
    toWebAnnotations(article, annotations),
  );
  const collection = toCollection(items, 'Annotations from Attache');
  return new TextEncoder().encode(`${JSON.stringify(collection, null, 2)}\n`);
};

const columns = [
  'id',
  'title',
  'outlet',
  'issued',
  'URL',
  'start',
  'end',
  'quote',
  'comment',
  'tags',
  'colour',
  'motivation',
  'status',
  'created',
];

const csv = (groups: readonly Annotated[]): Uint8Array =>
  toCsv([
    columns,
    ...groups.flatMap(({ article, annotations }) =>
      annotations.map((annotation) => [
        annotation.id,
        article.title,
        article.outlet ?? '',
        article.issued ?? '',
        article.url ?? '',
        annotation.start,
        annotation.end,
        annotation.quote,
        annotation.comment,
        annotation.tags.join('; '),
        annotation.colour,
        annotation.motivation,
        annotation.status,
        annotation.created,
      ]),
    ),
  ]);

/** Words as Markdown shows them, on one line. */
const plain = (text: string) =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_{}[\]<>#|~]/gu, (mark) => `\\${mark}`);

function quotation({ quote, comment, tags, status }: Annotation, { say }: DocumentWords): string {
  const lines = quote.split(/\r?\n/u).map((line) => `> ${plain(line)}`.trimEnd());
  const below = [
    ...(status === 'orphaned' ? [`*${say('annotations.lost')}*`] : []),
    ...(comment === '' ? [] : [inertMarkdown(comment)]),
    ...(tags.length === 0 ? [] : [say('annotations.tags', { tags: tags.map(plain).join(', ') })]),
  ];
  return [lines.join('\n'), ...below].join('\n\n');
}

const markdown = (groups: readonly Annotated[], words: DocumentWords): Uint8Array => {
  const sections = groups.map(({ article, annotations }) => {
    const source = [article.outlet, words.date(article.issued), article.url].filter(
      (part) => part !== null,
    );
    return [
      `## ${plain(article.title)}`,
      source.map(plain).join(', '),
      ...annotations.map((annotation) => quotation(annotation, words)),
    ].join('\n\n');
  });
  return new TextEncoder().encode(
    `${[`# ${words.say('annotations.heading')}`, ...sections].join('\n\n')}\n`,
  );
};

/** One article as a note of its own: what is known of it as front matter, then its passages. */
function note({ article, annotations }: Annotated, words: DocumentWords): Uint8Array {
  const tags = [...new Set(annotations.flatMap((annotation) => annotation.tags))].sort();
  const known = {
    title: article.title,
    outlet: article.outlet,
    author: storedAuthorNames(article.author),
    date: article.issued,
    url: article.url,
    language: article.language,
    // Obsidian takes letters, digits and these marks in a tag.
    tags: tags.map((tag) => tag.replaceAll(/[^\p{L}\p{N}_/-]+/gu, '-')),
  };
  const given = Object.entries(known).filter(([, value]) => value !== null && value.length > 0);
  const parts = [
    `---\n${stringify(Object.fromEntries(given))}---`,
    `# ${plain(article.title)}`,
    ...annotations.map((annotation) => quotation(annotation, words)),
  ];
  return new TextEncoder().encode(`${parts.join('\n\n')}\n`);
}

const formats = { jsonld: json, csv, md: markdown } as const;

/** The language of the comments, as far as they tell; else that of most of the articles. */
function languageOfAll(groups: readonly Annotated[]): DocumentLanguage {
  const comments = groups.flatMap(({ annotations }) => annotations.map(({ comment }) => comment));
  const counts = new Map<string, number>();
  for (const { article } of groups) {
    const language = article.language ?? 'en';
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return documentLanguage(languageOf(comments.join('\n')) ?? most?.[0] ?? 'en');
}

/**
 * The annotations of one article, or of all that are not in the trash, as a file. As Markdown, one
 * article has front matter and is named after its title, and what the file says itself is in
 * `language`, else in that of the comments or the articles.
 * Throws `not-found` for an article that is not there.
 */
export function exportAnnotations(
  db: Database,
  { format, articleId, language }: Omit<Parsed<'export.annotations'>, 'path'>,
): { name: string; bytes: Uint8Array } {
  const groups = annotated(db, articleId);
  const words = documentWords(language ?? languageOfAll(groups));
  const [one] = articleId === undefined ? [] : groups;
  const name = one === undefined ? 'Annotations' : `Annotations of ${one.article.title}`;
  return {
    name: fileName(name, format),
    bytes: one !== undefined && format === 'md' ? note(one, words) : formats[format](groups, words),
  };
}

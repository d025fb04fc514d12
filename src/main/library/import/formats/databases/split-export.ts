import { AttacheError } from '../../../../../shared/contract/errors.ts';
import type { BlockDraft } from '../../../articles/text/layers.ts';
import type { Contents, FailedPart, RawArticle } from '../format.ts';
import { exportedArticle } from './article.ts';
import { factiva } from './factiva.ts';
import { databases, type DatabaseId } from './names.ts';
import { nexis } from './nexis.ts';
import { paragraphsOf } from './paragraphs.ts';
import { beginningOf } from '../../../../../shared/text/shorten.ts';

/** How the exports of each database are split. */
const splitters = [nexis, factiva] as const;

const mostArticles = 5000;

const labelOf = (id: DatabaseId): string =>
  databases.find((database) => database.id === id)?.label ?? id;

function unusable(file: string, number: number, words: string): FailedPart {
  const name = beginningOf(words, 60).toWellFormed();
  const error = new AttacheError(
    'damaged-file',
    `Article ${number} of "${file}" (“${name}”) is not built as the others are and was left out. Open the file and import that article by itself.`,
  );
  return { part: String(number), error: error.toData() };
}

const hasBody = ({ text, hidden }: RawArticle): boolean =>
  hidden.reduce((length, { start, end }) => length + end - start, 0) < text.length;

/**
 * The articles of a document that is a database's export, each with its fields; null where it is
 * none. An article that cannot be read does not stop the others.
 */
export function splitExport(file: string, drafts: readonly BlockDraft[]): Contents | null {
  const paragraphs = paragraphsOf(drafts);
  for (const database of splitters) {
    const [words] = paragraphs.flatMap(({ text }) => database.hint.exec(text)?.[0] ?? []);
    if (words === undefined) continue;
    const records = database.split(paragraphs);
    if (!records.some(({ parts }) => parts !== null)) continue;
    if (records.length > mostArticles) {
      throw new AttacheError(
        'file-too-large',
        `"${file}" holds more than ${mostArticles} articles. Export it in parts and import those.`,
      );
    }
    const archive = { name: labelOf(database.id), words };
    const articles: RawArticle[] = [];
    const failed: FailedPart[] = [];
    for (const [index, { parts, words }] of records.entries()) {
      const body = parts?.some(({ role }) => role === 'body') === true;
      const article = parts === null || !body ? null : exportedArticle(parts, archive);
      if (article !== null && hasBody(article)) articles.push(article);
      else failed.push(unusable(file, index + 1, words));
    }
    return { articles, failed };
  }
  return null;
}

import type { Article, ArticleFields } from '../../../../shared/model/article.ts';
import { authorsOf, authorText, nameText, type FieldName } from '../../../metadata/fields.ts';

export type Texts = Readonly<Record<FieldName, string>>;

/** An article's fields as lines of text; unknown is empty. */
export const textsOf = (article: Article): Texts => ({
  title: article.title,
  'container-title': article['container-title'] ?? '',
  author: authorText(article.author.map(nameText)),
  issued: article.issued ?? '',
  accessed: article.accessed ?? '',
  language: article.language ?? '',
  URL: article.URL ?? '',
});

/** Names as they were, where they are still there: those typed anew are literal. */
const namesIn = (text: string, known: Article['author']): Article['author'] =>
  authorsOf(text).map((name) => known.find((one) => nameText(one) === name.literal) ?? name);

/** The fields whose texts were changed, as they are stored: an emptied one is unknown. */
export function changedFields(article: Article, texts: Texts): ArticleFields {
  const before = textsOf(article);
  const isChanged = (field: FieldName) => texts[field].trim() !== before[field].trim();
  const orUnknown = (field: FieldName) => texts[field].trim() || null;
  return {
    ...(isChanged('title') ? { title: texts.title.trim() } : {}),
    ...(isChanged('author') ? { author: namesIn(texts.author, article.author) } : {}),
    ...(isChanged('container-title') ? { 'container-title': orUnknown('container-title') } : {}),
    ...(isChanged('issued') ? { issued: orUnknown('issued') } : {}),
    ...(isChanged('accessed') ? { accessed: orUnknown('accessed') } : {}),
    ...(isChanged('language') ? { language: orUnknown('language') } : {}),
    ...(isChanged('URL') ? { URL: orUnknown('URL') } : {}),
  };
}

import {
  placingFields,
  type Article,
  type ArticleFields,
} from '../../../../shared/model/article.ts';
import { authorsOf, authorText, nameText, type FieldName } from '../../../metadata/fields.ts';

export type Texts = Readonly<Record<FieldName, string>>;

/** Fields that are empty where nothing is known; a title never is. */
const oneLiners = [
  'container-title',
  'issued',
  'accessed',
  'language',
  'URL',
  ...placingFields,
] as const satisfies readonly FieldName[];

/** An article's fields as lines of text; unknown is empty. */
export function textsOf(article: Article): Texts {
  const texts = Object.fromEntries(oneLiners.map((field) => [field, article[field] ?? '']));
  return {
    ...(texts as Record<(typeof oneLiners)[number], string>),
    title: article.title,
    author: authorText(article.author.map(nameText)),
  };
}

/** Names as they were, where they are still there: those typed anew are literal. */
const namesIn = (text: string, known: Article['author']): Article['author'] =>
  authorsOf(text).map((name) => known.find((one) => nameText(one) === name.literal) ?? name);

/** The fields whose texts were changed, as they are stored: an emptied one is unknown. */
export function changedFields(article: Article, texts: Texts): ArticleFields {
  const before = textsOf(article);
  const isChanged = (field: FieldName) => texts[field].trim() !== before[field].trim();
  const lines = oneLiners.filter(isChanged).map((field) => [field, texts[field].trim() || null]);
  return {
    ...(isChanged('title') ? { title: texts.title.trim() } : {}),
    ...(isChanged('author') ? { author: namesIn(texts.author, article.author) } : {}),
    ...(Object.fromEntries(lines) as ArticleFields),
  };
}

import type { Article, ArticleFields } from '../../../../shared/model/article.ts';
import type { Proposal } from '../../../../shared/model/import.ts';
import { nameInverted } from '../../../../shared/text/name-inverted.ts';
import type { Command } from '../command.ts';
import type { Options } from '../command-line.ts';

/** The fields given as options; an empty text is unknown. */
function given({ title, outlet, author, date, language }: Options): ArticleFields {
  const orUnknown = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { 'container-title': orUnknown(outlet) }),
    ...(author === undefined ? {} : { author: author.flatMap((name) => nameInverted(name) ?? []) }),
    ...(date === undefined ? {} : { issued: orUnknown(date) }),
    ...(language === undefined ? {} : { language: orUnknown(language) }),
  };
}

const names = (article: Article) =>
  article.author.map((name) => name.literal ?? [name.given, name.family].join(' ').trim());

/** A proposal in lines: the words it was read from, and the whole dates it may stand for. */
function proposed({ field, value, evidence, choices = [] }: Proposal): string[] {
  const words = `“${evidence.text.replaceAll('\n', ' ')}” (${evidence.rule})`;
  return [
    `  ${field}: ${value.includes('X') ? '' : `${value}  `}${words}`,
    ...choices.map(
      (choice) =>
        `    ${choice.value}  ${choice.evidence.map(({ rule, text }) => `${rule}: ${text}`).join('; ')}`,
    ),
  ];
}

export const detailsCommand: Command = {
  usage:
    'details ARTICLE-ID [--date D] [--title T] [--outlet O] [--author A]… [--language L] (ids: "articles")',
  summary: 'show what is known of an article and what its words say, or correct it',
  options: ['date', 'title', 'outlet', 'author', 'language'],
  arity: [1, 1],
  run: ({ arguments: [id = ''], options, withLibrary }) => {
    const fields = given(options);
    const changes = Object.keys(fields).length > 0;
    return withLibrary(changes ? 'write' : 'read', async (client) => {
      const article = changes
        ? await client.call('articles.update', { id, ...fields })
        : await client.call('articles.get', { id });
      const { items } = await client.call('articles.proposals', { id });
      const known = {
        id,
        title: article.title,
        'container-title': article['container-title'],
        author: names(article),
        issued: article.issued,
        accessed: article.accessed,
        language: article.language,
        URL: article.URL,
      };
      const lines = Object.entries(known).map(([key, value]) => {
        const text = Array.isArray(value) ? value.join('; ') : value;
        return `${key}: ${text === null || text === '' ? (key === 'issued' ? 'n.d.' : 'unknown') : text}`;
      });
      const says = items.length === 0 ? [] : ['The text says:', ...items.flatMap(proposed)];
      return { value: { ...known, proposals: items }, text: [...lines, ...says].join('\n') };
    });
  },
};

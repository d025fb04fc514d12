import { sortNames } from '../../../../shared/contract/methods/articles.ts';
import type { ArticleSummary } from '../../../../shared/model/article.ts';
import type { Command } from '../command.ts';
import { oneOf, wholeNumber } from '../command-line.ts';

const line = (article: ArticleSummary) =>
  [
    article.id,
    (article.issued ?? 'n.d.').padEnd(10),
    `${article.words} words`.padStart(12),
    article.title,
    ...(article['container-title'] === null ? [] : [`(${article['container-title']})`]),
  ].join('  ');

export const articlesCommand: Command = {
  usage: 'articles [QUERY] [--sort KEY] [--limit N]',
  summary: 'list the articles',
  options: ['sort', 'limit'],
  arity: [0, Infinity],
  run: ({ arguments: words, options, withLibrary }) => {
    const input = {
      query: words.length === 0 ? undefined : words.join(' '),
      sort: oneOf('--sort', sortNames, options.sort),
      limit: wholeNumber('limit', options.limit, 1),
    };
    return withLibrary('read', async (client) => {
      const value = await client.call('articles.list', input);
      const shown =
        value.items.length === value.total
          ? `${value.total} articles`
          : `${value.items.length} of ${value.total} articles`;
      return { value, text: [...value.items.map(line), shown].join('\n') };
    });
  },
};

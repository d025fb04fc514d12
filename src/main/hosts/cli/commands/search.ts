import { searchKinds, type SearchItem } from '../../../../shared/model/search.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { Command } from '../command.ts';
import { oneOf, wholeNumber } from '../command-line.ts';

function itemLines({ id, title, detail, snippet }: SearchItem): string[] {
  const about = detail === undefined || detail === '' ? '' : `  ${detail}`;
  const words = snippet.text.replaceAll(/\s+/g, ' ').trim();
  return [`  ${id}  ${title}${about}`, ...(words === '' ? [] : [`      ${words}`])];
}

function page({ groups, near = [], error }: Output<'search.query'>): string {
  const found = groups
    .filter(({ items }) => items.length > 0)
    .flatMap(({ kind, total, items }) => [`${kind} ${total}`, ...items.flatMap(itemLines)]);
  return [
    ...(error === undefined ? [] : [`Not understood: ${error.message}`]),
    ...(found.length === 0 ? ['Nothing found.'] : found),
    ...near.map(({ word, suggestions }) => `Near "${word}": ${suggestions.join(', ')}`),
  ].join('\n');
}

export const searchCommand: Command = {
  usage: 'search QUERY [--in KIND]… [--limit N]',
  summary: 'find words in articles, annotations, notes, briefings and actors',
  options: ['in', 'limit'],
  arity: [1, Infinity],
  run: ({ arguments: words, options, withLibrary }) =>
    withLibrary(async (client) => {
      const kinds = options.in?.flatMap((kind) => oneOf('--in', searchKinds, kind) ?? []);
      const value = await client.call('search.query', {
        q: words.join(' '),
        in: kinds,
        limit: wholeNumber('limit', options.limit),
      });
      return { value, text: page(value) };
    }),
};

import {
  searchKinds,
  type Near,
  type SearchGroup,
  type SearchItem,
  type SearchResult,
} from '../../../../shared/model/search.ts';
import type { Command } from '../command.ts';
import { oneOf, wholeNumber } from '../command-line.ts';

function itemText({ id, title, detail, snippet }: SearchItem): string {
  const about = detail === undefined || detail === '' ? '' : `  ${detail}`;
  const words = snippet.text.replaceAll(/\s+/g, ' ').trim();
  return `  ${id}  ${title}${about}${words === '' ? '' : `\n      ${words}`}`;
}

const groupText = ({ kind, total, items }: SearchGroup) =>
  `${kind} ${total}\n${items.map(itemText).join('\n')}`;

function relaxedText(whole: number): string {
  if (whole === 0) return 'No article has all of these words. The closest ones follow.';
  const having = whole === 1 ? 'One article has' : `${whole} articles have`;
  return `${having} all of these words. The closest others follow.`;
}

function nearText({ word, field, suggestions }: Near): string {
  const like = suggestions.join(', ');
  if (field === undefined) return `Near "${word}": ${like}`;
  return `Nothing here has ${field}:"${word}".${like === '' ? '' : ` Near: ${like}`}`;
}

function page(result: SearchResult): string {
  const { groups, near = [], error, relaxed, whole = 0, titlesOnly } = result;
  const found = groups.filter(({ items }) => items.length > 0).map(groupText);
  return [
    ...(error === undefined ? [] : [`Not understood: ${error.message}`]),
    ...(relaxed === true ? [relaxedText(whole)] : []),
    ...(found.length === 0 ? ['Nothing found.'] : found),
    ...(titlesOnly === true
      ? ['Very many words begin so: they were looked for in titles only.']
      : []),
    ...near.map(nearText),
  ].join('\n');
}

export const searchCommand: Command = {
  usage: 'search QUERY [--in KIND]… [--limit N]',
  summary: 'find words in articles, annotations, notes, briefings and actors',
  options: ['in', 'limit'],
  arity: [1, Infinity],
  run: ({ arguments: words, options, withLibrary }) => {
    const input = {
      q: words.join(' '),
      in: options.in?.flatMap((kind) => oneOf('--in', searchKinds, kind) ?? []),
      limit: wholeNumber('limit', options.limit, 1),
      thorough: true,
    };
    return withLibrary('read', async (client) => {
      const value = await client.call('search.query', input);
      return { value, text: page(value) };
    });
  },
};

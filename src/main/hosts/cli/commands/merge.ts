import { resolve } from 'node:path';
import type { MergedKind, MergeReport } from '../../../../shared/contract/methods/bundle.ts';
import type { Command } from '../command.ts';

const names: Readonly<Record<MergedKind, readonly [one: string, many: string]>> = {
  article: ['article', 'articles'],
  annotation: ['annotation', 'annotations'],
  actor: ['actor', 'actors'],
  statement: ['statement', 'statements'],
  note: ['note', 'notes'],
  briefing: ['briefing', 'briefings'],
  mention: ['decision on a mention', 'decisions on mentions'],
  setting: ['other entry', 'other entries'],
};

function counted(counts: MergeReport['added']): string {
  const parts = Object.entries(counts).flatMap(([kind, n]) => {
    const [one, many] = names[kind as MergedKind];
    return n === 0 ? [] : [`${n} ${n === 1 ? one : many}`];
  });
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

function textOf(
  { name, created, added, completed, conflicts }: MergeReport,
  done: boolean,
): string {
  const conflictLines = conflicts.map(
    ({ kind, title, what, outcome }) =>
      `  ${names[kind][0]} “${title}”: ${what}. ${
        outcome === 'both-kept' ? 'Both are kept.' : 'Yours is kept.'
      }`,
  );
  return [
    `${name}, written ${created.slice(0, 10)}, ${done ? 'was merged' : 'would be merged'}.`,
    `Added: ${counted(added)}.`,
    `Completed: ${counted(completed)}.`,
    ...(conflicts.length === 0 ? [] : ['Changed on both sides:', ...conflictLines]),
  ].join('\n');
}

export const mergeCommand: Command = {
  usage: 'merge FILE [--preview]',
  summary: 'merge a library bundle into the library, or say what that would change',
  options: ['preview'],
  arity: [1, 1],
  run: ({ arguments: [file = ''], options, withLibrary }) =>
    withLibrary('write', async (client) => {
      const input = { source: { path: resolve(file) } };
      const done = options.preview !== true;
      const value = await client.call(done ? 'bundle.merge' : 'bundle.preview', input);
      return { value, text: textOf(value, done) };
    }),
};

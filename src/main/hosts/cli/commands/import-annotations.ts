import { resolve } from 'node:path';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { Command } from '../command.ts';

function summary({
  imported,
  already,
  waiting,
  replies,
  notes,
  failed,
}: Output<'annotations.import'>): string {
  const count = (status: string) => imported.filter((item) => item.status === status).length;
  const texts = new Set(waiting.map(({ target }) => target)).size;
  const lines = [
    `${imported.length} imported: ${count('exact')} in place, ${count('moved')} to confirm, ${count('orphaned')} lost`,
    `${already.length} there already, ${failed.length} failed`,
  ];
  if (replies.length + notes.length > 0) {
    lines.push(`${replies.length} replies kept in comments, ${notes.length} notes on pages`);
  }
  if (waiting.length > 0) {
    lines.push(`${waiting.length} wait for ${texts} texts that are not in the library`);
  }
  return lines.join('\n');
}

export const importAnnotationsCommand: Command = {
  usage: 'import-annotations PATH…',
  summary: 'bring in annotations: W3C Web Annotations, exports of Hypothesis',
  makesLibrary: true,
  options: [],
  arity: [1, Infinity],
  run: ({ arguments: paths, streams, withLibrary }) =>
    withLibrary('write', async (client) => {
      const sources = paths.map((path) => ({ path: resolve(path) }));
      const value = await client.call('annotations.import', { sources });
      for (const { source, index, message } of value.failed) {
        streams.say(`${source}${index === null ? '' : `, item ${index + 1}`}: ${message}\n`);
      }
      return { value, text: summary(value), failed: value.failed.length > 0 };
    }),
};

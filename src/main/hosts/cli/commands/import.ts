import { resolve } from 'node:path';
import type { Client } from '../../../../shared/contract/client.ts';
import { changedPolicies } from '../../../../shared/contract/methods/import.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { Command, Streams } from '../command.ts';
import { oneOf } from '../command-line.ts';

/** Without a watching person one line a second is enough for a log. */
const logEveryMs = 1000;

function showProgress(client: Client, { say, watched }: Streams): () => void {
  let lastLine = 0;
  return client.on((event) => {
    if (event.type !== 'import.progress') return;
    const failed = event.failed === 0 ? '' : `, ${event.failed} failed`;
    const line = `${event.done} of ${event.total}${failed}${event.source === null ? '' : `  ${event.source}`}`;
    if (watched) {
      say(`\r\u001B[K${event.source === null ? '' : line}`);
    } else if (event.done > 0 && Date.now() - lastLine >= logEveryMs) {
      lastLine = Date.now();
      say(`${line}\n`);
    }
  });
}

/** Ctrl+C stops between two files; what is imported stays. */
function cancelOnInterrupt(client: Client): () => void {
  const cancel = () => void client.call('import.cancel', {});
  process.once('SIGINT', cancel);
  return () => void process.off('SIGINT', cancel);
}

const passages = ({ exact, moved, orphaned }: Output<'import.run'>['revised'][number]) =>
  `passages: ${exact} in place, ${moved.length} moved, ${orphaned.length} lost`;

function summary({
  imported,
  duplicates,
  failed,
  revised,
  skipped,
  attached,
}: Output<'import.run'>): string {
  const counts = [
    `${imported.length} imported`,
    ...(revised.length > 0 ? [`${revised.length} new versions`] : []),
    `${duplicates.length} already there or alike`,
    ...(attached.length > 0 ? [`${attached.length} filled in from a bibliography`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} changed ones left out`] : []),
    `${failed.length} failed`,
  ];
  const lines = [
    ...imported.map(({ articleId, title }) => `${articleId}  ${title}`),
    ...revised.map(
      (one) => `${one.articleId}  ${one.title} (version ${one.version}; ${passages(one)})`,
    ),
    counts.join(', '),
  ];
  return lines.join('\n');
}

export const importCommand: Command = {
  usage: `import PATH… [--changed ${changedPolicies.join('|')}]`,
  summary: 'bring in files and folders of articles; changed ones become new versions',
  options: ['changed'],
  arity: [1, Infinity],
  run: ({ arguments: paths, options, streams, withLibrary }) => {
    const changed = oneOf('--changed', changedPolicies, options.changed);
    return withLibrary('write', async (client) => {
      const stopProgress = showProgress(client, streams);
      const stopCancel = cancelOnInterrupt(client);
      try {
        const sources = paths.map((path) => ({ path: resolve(path) }));
        const value = await client.call('import.run', {
          sources,
          ...(changed === undefined ? {} : { changed }),
        });
        for (const { message } of value.failed) streams.say(`${message}\n`);
        return { value, text: summary(value), failed: value.failed.length > 0 };
      } finally {
        stopProgress();
        stopCancel();
      }
    });
  },
};

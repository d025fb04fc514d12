import { extname, resolve } from 'node:path';
import type { Client } from '../../../../shared/contract/client.ts';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { changedPolicies } from '../../../../shared/contract/methods/import.ts';
import { revealedLine } from '../../../../shared/model/plain-line.ts';
import { outcomeOf } from '../../../../shared/model/import-outcome.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import { formats } from '../../../library/import/formats/registry.ts';
import { databases } from '../../../library/import/formats/databases/names.ts';
import type { Command, Streams } from '../command.ts';
import { oneOf, UsageError } from '../command-line.ts';

type Changed = (typeof changedPolicies)[number];
type Result = Output<'import.run'>;

/** Without a watching person one line a second is enough for a log. */
const logEveryMs = 1000;

function showProgress(client: Client, { say, watched }: Streams): () => void {
  let lastLine = 0;
  return client.on((event) => {
    if (event.type !== 'import.progress') return;
    const failed = event.failed === 0 ? '' : `, ${event.failed} failed`;
    const line = `${event.done} of ${event.total}${failed}${event.source === null ? '' : `  ${revealedLine(event.source)}`}`;
    if (watched) {
      say(`\r\u001B[K${event.source === null ? '' : line}`);
    } else if (event.done > 0 && Date.now() - lastLine >= logEveryMs) {
      lastLine = Date.now();
      say(`${line}\n`);
    }
  });
}

/** A signal that follows another within this is the same one: what settings are written with repeats it. */
const sameSignalMs = 500;

/** Ctrl+C stops between two files, and what is imported stays; once more, and the program ends at once. */
function cancelOnInterrupt(client: Client): () => void {
  let first: number | null = null;
  const interrupt = () => {
    if (first !== null && Date.now() - first > sameSignalMs) process.exit(130);
    first ??= Date.now();
    void client.call('import.cancel', {});
  };
  process.on('SIGINT', interrupt);
  return () => void process.off('SIGINT', interrupt);
}

const passages = ({ exact, moved, orphaned }: Result['revised'][number]) =>
  `passages: ${exact} in place, ${moved.length} moved, ${orphaned.length} lost`;

/** A count and what it is of; a plural ends in “s”. */
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function summary(result: Result): string {
  const { imported, duplicates, revised, skipped, attached } = result;
  const { filled, nothingNew, unmatched, unread } = outcomeOf(result);
  const alike = duplicates.filter(({ kind }) => kind === 'near').length;
  const counts = [
    `${imported.length} imported${alike === 0 ? '' : ` (${alike} like another article)`}`,
    ...(revised.length > 0 ? [counted(revised.length, 'new version')] : []),
    `${duplicates.length - alike} already there`,
    ...(attached.length > 0
      ? [`${counted(filled.length, 'article')} filled in from a bibliography`]
      : []),
    ...(nothingNew.length > 0 ? [`${counted(nothingNew.length, 'record')} with nothing new`] : []),
    ...(unmatched.length > 0 ? [`${counted(unmatched.length, 'record')} of no article`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} changed ones left out`] : []),
    `${unread.length} failed`,
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

/** The format of a report by the ending of its name. */
function reportFormat(path: string | undefined): 'html' | 'md' | 'csv' | undefined {
  if (path === undefined) return undefined;
  const ending = extname(path).slice(1).toLowerCase();
  const format = (['html', 'md', 'csv'] as const).find((known) => known === ending);
  if (format !== undefined) return format;
  throw new UsageError(`--report takes a file that ends in .html, .md or .csv, not "${path}".`);
}

/** Goes on with the newest of the imports that were stopped. */
async function resume(client: Client, changed: Changed | undefined): Promise<Result> {
  const { items } = await client.call('import.pending', {});
  const [job] = items;
  if (job === undefined) {
    throw new AttacheError('not-found', 'No import was stopped: there is nothing to go on with.');
  }
  return client.call('import.resume', {
    id: job.id,
    ...(changed === undefined ? {} : { changed }),
  });
}

/** The formats by the registry, for the help. */
function formatList(): string {
  const width = Math.max(...formats.map(({ label }) => label.length));
  const rows = formats.map(
    ({ label, extensions }) =>
      `  ${label.padEnd(width)}  ${extensions.map((end) => `.${end}`).join(' ')}`,
  );
  const exports = databases.map(({ label }) => label).join(' and ');
  return `Formats, recognised by their content:\n${rows.join('\n')}\nExports of ${exports} are split into their articles.`;
}

export const importCommand: Command = {
  usage: `import PATH… | --resume [--report FILE] [--changed ${changedPolicies.join('|')}]`,
  summary: 'bring in files and folders of articles; changed ones become new versions',
  details: formatList,
  makesLibrary: true,
  options: ['changed', 'report', 'resume'],
  arity: [0, Infinity],
  run: ({ arguments: paths, options, streams, withLibrary }) => {
    const changed = oneOf('--changed', changedPolicies, options.changed);
    const format = reportFormat(options.report);
    const goesOn = options.resume === true;
    if (goesOn === paths.length > 0) {
      throw new UsageError(
        'import takes files and folders, or --resume to go on with a stopped one.',
      );
    }
    return withLibrary('write', async (client) => {
      const stopProgress = showProgress(client, streams);
      const stopCancel = cancelOnInterrupt(client);
      try {
        const sources = paths.map((path) => ({ path: resolve(path) }));
        const value = goesOn
          ? await resume(client, changed)
          : await client.call('import.run', {
              sources,
              ...(changed === undefined ? {} : { changed }),
            });
        for (const { message } of value.failed) streams.say(`${message}\n`);
        const { stopped } = value;
        if (stopped !== null) {
          streams.say(`Stopped: ${stopped.left} files were not read. "import --resume" goes on.\n`);
        }
        if (format !== undefined) {
          await client.call('import.report', { format, path: resolve(options.report ?? '') });
        }
        const failed = value.failed.length > 0 || stopped !== null;
        return { value, text: summary(value), failed };
      } finally {
        stopProgress();
        stopCancel();
      }
    });
  },
};

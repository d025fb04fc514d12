import { openLibrary } from '../library.ts';
import { testPorts } from '../test-library.ts';
import { parseInProcess } from './parse-in-process.ts';

/**
 * A child process that imports a folder into a library, or goes on with what another was killed at,
 * and tells of every file that was stored. With `decide` it imports a preview whose outlets a person
 * has corrected.
 */
const [, , dir = '', folder = '', mode = 'run'] = process.argv;
const library = openLibrary(dir, testPorts(parseInProcess));
library.on((event) => {
  if (event.type !== 'import.progress') return;
  for (const { source } of event.finished ?? []) process.send?.(source);
});

interface Previewed {
  readonly previewId: string;
  readonly items: readonly { readonly key: string }[];
}

async function work(): Promise<void> {
  const { items } = (await library.call('import.pending', {})) as { items: { id: string }[] };
  const [job] = items;
  if (job !== undefined) {
    await library.call('import.resume', { id: job.id });
    return;
  }
  const sources = [{ path: folder }];
  if (mode !== 'decide') {
    await library.call('import.run', { sources });
    return;
  }
  const preview = (await library.call('import.preview', { sources })) as Previewed;
  const decisions = preview.items.map(({ key }) => ({
    key,
    include: true,
    fields: { 'container-title': 'Corrected Courier' },
  }));
  await library.call('import.run', { previewId: preview.previewId, decisions });
}

await work();
await library.close();
process.send?.('done');

import type { Command } from '../command.ts';
import { UsageError, wholeNumber } from '../command-line.ts';

export const serveCommand: Command = {
  usage: 'serve [--port N] [--read-only]',
  summary: 'serve the notebook to a browser on this computer until stopped',
  options: ['port', 'read-only'],
  arity: [0, 0],
  async run({ dir, files, options }) {
    const port = wholeNumber('port', options.port) ?? 0;
    if (port > 65_535) throw new UsageError(`There is no port ${port}.`);
    const { serve } = await import('../../web/serve.ts');
    await serve({ dir, port, readOnly: options['read-only'] ?? false, files });
    return { value: null, text: '' };
  },
};

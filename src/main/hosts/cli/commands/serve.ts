import type { Command } from '../command.ts';
import { wholeNumber } from '../command-line.ts';

export const serveCommand: Command = {
  usage: 'serve [--port N]',
  summary: 'serve the notebook to a browser on this computer until stopped',
  options: ['port'],
  arity: [0, 0],
  async run({ dir, files, options }) {
    const port = wholeNumber('port', options.port) ?? 0;
    const { serve } = await import('../../web/serve.ts');
    await serve({ dir, port, files });
    return { value: null, text: '' };
  },
};

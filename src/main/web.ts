import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultLibraryDir } from './hosts/places.ts';
import { programFiles } from './hosts/program-files.ts';
import { serve } from './hosts/web/serve.ts';

const { values } = parseArgs({
  options: { library: { type: 'string' }, port: { type: 'string', default: '0' } },
});
await serve({
  dir: resolve(values.library ?? defaultLibraryDir),
  port: Number(values.port),
  files: programFiles(import.meta.url),
});

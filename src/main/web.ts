import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toErrorData } from '../shared/contract/errors.ts';
import { defaultLibraryDir } from './hosts/places.ts';
import { programFiles } from './hosts/program-files.ts';
import { serve } from './hosts/web/serve.ts';

const { values } = parseArgs({
  options: { library: { type: 'string' }, port: { type: 'string', default: '0' } },
});
try {
  await serve({
    dir: resolve(values.library ?? defaultLibraryDir),
    port: Number(values.port),
    files: programFiles(import.meta.url),
  });
} catch (error) {
  process.stderr.write(`attache: ${toErrorData(error).message}\n`);
  process.exitCode = 1;
}

import { join } from 'node:path';
import { enableCompileCache } from 'node:module';
import envPaths from 'env-paths';

// On before any TypeScript is loaded, and in the threads, too: Node then strips each file once and
// needs the program that does it, some 17 MB a thread, only where one has changed.
process.env.NODE_COMPILE_CACHE ??= join(envPaths('Attache', { suffix: '' }).cache, 'code');
enableCompileCache(process.env.NODE_COMPILE_CACHE);
const { main } = await import('../src/main/hosts/cli/main.ts');

await main(process.argv.slice(2), new URL('../src/main/cli.ts', import.meta.url).href);

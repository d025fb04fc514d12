import { enableCompileCache } from 'node:module';
import { codeCacheDir } from './hosts/places.ts';

// Halves the start of every command after the first; it must be on before the rest is loaded.
enableCompileCache(codeCacheDir);
const { main } = await import('./hosts/cli/main.ts');

await main(process.argv.slice(2), import.meta.url);

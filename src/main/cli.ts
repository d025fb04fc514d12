import { main } from './hosts/cli/main.ts';

await main(process.argv.slice(2), import.meta.url);

import { main } from './hosts/cli/main.ts';

await main(['serve', ...process.argv.slice(2)], import.meta.url);

import { argv, exit } from 'node:process';

const benchmarks: Readonly<Record<string, () => Promise<{ run(args: string[]): Promise<void> }>>> =
  {
    anchors: () => import('./anchors.ts'),
    briefing: () => import('./briefing.ts'),
    exports: () => import('./exports.ts'),
    editor: () => import('./editor.ts'),
    duplicates: () => import('./duplicates.ts'),
    cleaning: () => import('./cleaning.ts'),
    fit: () => import('./accuracy/fit.ts'),
    import: () => import('./import.ts'),
    keystrokes: () => import('./keystrokes.ts'),
    mentions: () => import('./mentions.ts'),
    names: () => import('./names.ts'),
    pages: () => import('./pages.ts'),
    passages: () => import('./passages.ts'),
    quotes: () => import('./quotes.ts'),
    ranking: () => import('./ranking.ts'),
    search: () => import('./search.ts'),
    sentences: () => import('./sentences.ts'),
    speakers: () => import('./speakers.ts'),
  };

const [chosen = '', ...args] = argv.slice(2);
const load = benchmarks[chosen];
if (load === undefined) {
  const names = Object.keys(benchmarks).join(', ');
  console.error(`Usage: npm run bench -- NAME [ARGUMENT…]; NAME is one of ${names}.`);
  exit(2);
}
const benchmark = await load();
await benchmark.run(args);

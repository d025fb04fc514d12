import type { Handlers, Parsed } from '../../../shared/contract/methods.ts';
import type { MergeReport } from '../../../shared/contract/methods/bundle.ts';
import { topics } from '../../../shared/contract/events.ts';
import { keepOriginals } from '../storage/originals/originals.ts';
import type { LibraryContext } from '../context.ts';
import { backUp } from '../storage/backup.ts';
import type { Choices } from './merge/differences.ts';
import { mergeLibrary } from './merge/merge.ts';
import { readBundle, readBundleFile, type Bundle } from './read-bundle.ts';
import { withTheirLibrary } from './their-library.ts';

const choicesOf = ({ choices, prefer }: Parsed<'bundle.merge'>): Choices => ({ choices, prefer });

/** Ends a transaction without keeping what was done in it. */
class OnlyPreviewed extends Error {}

const bundleOf = ({ source }: Parsed<'bundle.merge'>): Bundle =>
  'path' in source
    ? readBundleFile(source.path)
    : readBundle(source.name, Buffer.from(source.base64, 'base64'));

export function bundleHandlers(
  context: LibraryContext,
): Handlers<'bundle.preview' | 'bundle.merge'> {
  const { db, commands, dir, now } = context;

  /** Merges in one command; `then` runs inside its transaction. */
  function run(
    { name, manifest, database }: Bundle,
    choices: Choices,
    then: () => void,
  ): MergeReport {
    const at = now().toISOString();
    return withTheirLibrary(database, (theirs) => {
      let merged: ReturnType<typeof mergeLibrary> | undefined;
      try {
        commands.run(`Merge “${name}”`, { topics: [...topics] }, () => {
          merged = mergeLibrary(db, theirs, { name, at, ...choices });
          then();
        });
      } catch (error) {
        if (!(error instanceof OnlyPreviewed) || merged === undefined) throw error;
      }
      if (merged === undefined) throw new Error('The merge gave no report.');
      return { name, created: manifest.created, ...merged };
    });
  }

  return {
    // The preview is the merge itself, taken back: what it says is what will be.
    'bundle.preview': (input) =>
      run(bundleOf(input), choicesOf(input), () => {
        throw new OnlyPreviewed();
      }),
    'bundle.merge': async (input) => {
      const bundle = bundleOf(input);
      backUp(db, dir, now());
      const known = db.prepare('SELECT 1 FROM originals WHERE sha256 = ?');
      await keepOriginals(dir, bundle.originals, (hash) => known.get(hash) !== undefined);
      return run(bundle, choicesOf(input), () => undefined);
    },
  };
}

import type { Handlers, Parsed } from '../../../shared/contract/methods.ts';
import { gridPages } from '../actors/grid/grid.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import type { LibraryContext } from '../context.ts';
import { exportAnnotations } from './annotations.ts';
import { deliver, deliverMade } from './deliver.ts';
import { fileName } from '../../../shared/text/file-name.ts';
import { networkGraphml } from './network/graphml.ts';
import { networkCsv } from './network/network-csv.ts';
import { readNetwork } from './network/read-network.ts';
import { exportView } from './view.ts';
import { writeQdpx } from './qdpx/qdpx.ts';
import { citedArticles } from './sources/cited-articles.ts';
import { sourcesBibtex } from './sources/bibtex.ts';
import { cslItems, sourcesCsl, type CslItem } from './sources/csl.ts';
import { sourcesRis } from './sources/ris.ts';
import { exportStatements } from './statements/statements.ts';

type SourcesFormat = Parsed<'export.sources'>['format'];

const sourcesFormats: Readonly<
  Record<SourcesFormat, { extension: string; write: (items: readonly CslItem[]) => string }>
> = {
  'csl-json': { extension: 'json', write: sourcesCsl },
  bibtex: { extension: 'bib', write: sourcesBibtex },
  ris: { extension: 'ris', write: sourcesRis },
};

const networkFormats = { graphml: networkGraphml, csv: networkCsv } as const;

/** Every file a whole library is exported to, by its ending. */
const bundleFormats = { attache: writeBundle, qdpx: writeQdpx } as const;

export function exportHandlers(
  context: LibraryContext,
): Handlers<
  | 'export.briefing'
  | 'export.annotations'
  | 'export.sources'
  | 'export.network'
  | 'export.statements'
  | 'export.view'
  | 'export.bundle'
> {
  const { db } = context;
  return {
    'export.briefing': async ({ path, ...wanted }) => {
      // What writes documents and references is large, and most sessions end without an export.
      const { writeBriefing } = await import('./briefing/write.ts');
      return deliver(await writeBriefing(context, wanted), path);
    },
    'export.sources': ({ format, briefingId, articleIds, path }) => {
      const cited = briefingId === undefined ? undefined : citedArticles(db, briefingId);
      const ids = articleIds?.filter((id) => cited?.includes(id) ?? true) ?? cited;
      const { extension, write } = sourcesFormats[format];
      const bytes = new TextEncoder().encode(write(cslItems(db, ids)));
      return deliver({ name: fileName('Sources', extension), bytes }, path);
    },
    'export.annotations': ({ path, ...wanted }) => deliver(exportAnnotations(db, wanted), path),
    'export.network': ({ format, path }) =>
      deliver(
        { name: fileName('Actors', format), bytes: networkFormats[format](readNetwork(db)) },
        path,
      ),
    'export.statements': ({ path, ...wanted }) =>
      deliver(exportStatements(db, gridPages(db), wanted), path),
    'export.view': ({ path, ...shown }) => deliver(exportView(shown), path),
    'export.bundle': ({ format = 'attache', path }) =>
      deliverMade(fileName('Library', format), path, (work) =>
        bundleFormats[format](context, work),
      ),
  };
}

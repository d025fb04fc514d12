import type { Handlers, Parsed } from '../../../shared/contract/methods.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import type { LibraryContext } from '../context.ts';
import { exportAnnotations } from './annotations.ts';
import type { Dossier } from './briefing/dossier.ts';
import { readDossier } from './briefing/dossier.ts';
import { briefingHtml } from './briefing/html.ts';
import { briefingMarkdown } from './briefing/markdown.ts';
import { briefingPdf } from './briefing/pdf.ts';
import { deliver, deliverMade } from './deliver.ts';
import { styleSetting } from './csl/styles.ts';
import { fileName } from './file-name.ts';
import { networkGraphml } from './network/graphml.ts';
import { networkCsv } from './network/network-csv.ts';
import { readNetwork } from './network/read-network.ts';
import { writeQdpx } from './qdpx/qdpx.ts';
import { citedArticles } from './sources/cited-articles.ts';
import { sourcesBibtex } from './sources/bibtex.ts';
import { cslItems, sourcesCsl, type CslItem } from './sources/csl.ts';
import { sourcesRis } from './sources/ris.ts';

type BriefingFormat = Parsed<'export.briefing'>['format'];
type SourcesFormat = Parsed<'export.sources'>['format'];

/** The library that writes Word documents is loaded when the first one is written. */
const docxOf = async (dossier: Dossier): Promise<Uint8Array> =>
  (await import('./briefing/docx.ts')).briefingDocx(dossier);

/** Every format a briefing is exported to; the file ending is the format's name. */
const briefingFormats: Readonly<
  Record<BriefingFormat, (dossier: Dossier) => Uint8Array | Promise<Uint8Array>>
> = { docx: docxOf, html: briefingHtml, md: briefingMarkdown, pdf: briefingPdf };

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
  'export.briefing' | 'export.annotations' | 'export.sources' | 'export.network' | 'export.bundle'
> {
  const { db } = context;
  return {
    'export.briefing': async ({ id, format, style, path }) => {
      const dossier = readDossier(db, id, styleSetting(context, style));
      const bytes = await briefingFormats[format](dossier);
      return deliver({ name: fileName(dossier.title, format), bytes }, path);
    },
    'export.sources': ({ format, briefingId, path }) => {
      const ids = briefingId === undefined ? undefined : citedArticles(db, briefingId);
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
    'export.bundle': ({ format = 'attache', path }) =>
      deliverMade(fileName('Library', format), path, (work) =>
        bundleFormats[format](context, work),
      ),
  };
}

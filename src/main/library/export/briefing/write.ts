import type { Parsed } from '../../../../shared/contract/methods.ts';
import type { LibraryContext } from '../../context.ts';
import { styleSetting } from '../csl/styles.ts';
import { fileName } from '../../../../shared/text/file-name.ts';
import { briefingDocx } from './docx.ts';
import { readDossier, type Dossier } from './dossier.ts';
import { briefingHtml } from './html.ts';
import { briefingMarkdown } from './markdown.ts';
import { briefingPdf } from './pdf.ts';

type Wanted = Omit<Parsed<'export.briefing'>, 'path'>;

/** Every format a briefing is exported to; the file ending is the format's name. */
const formats: Readonly<
  Record<Wanted['format'], (dossier: Dossier) => Uint8Array | Promise<Uint8Array>>
> = { docx: briefingDocx, html: briefingHtml, md: briefingMarkdown, pdf: briefingPdf };

/** A briefing as a file. Rejects with `not-found`, with `invalid-input` on a broken style. */
export async function writeBriefing(
  context: LibraryContext,
  { id, format, style, language }: Wanted,
): Promise<{ name: string; bytes: Uint8Array }> {
  const dossier = readDossier(context.db, id, {
    style: styleSetting(context, style),
    language,
  });
  return { name: fileName(dossier.title, format), bytes: await formats[format](dossier) };
}

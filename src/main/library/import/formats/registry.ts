import { bibtex } from './bibliography/bibtex.ts';
import { cslJson } from './bibliography/csl-json.ts';
import { ris } from './bibliography/ris.ts';
import { docx } from './docx/docx.ts';
import { epub } from './epub.ts';
import type { Format, Sample } from './format.ts';
import { html } from './html/html.ts';
import { eml } from './mail/eml.ts';
import { mbox } from './mail/mbox.ts';
import { mhtml } from './mail/mhtml.ts';
import { markdown } from './markdown.ts';
import { odt } from './odt/odt.ts';
import { pdf } from './pdf/pdf.ts';
import { plainText } from './plain-text.ts';
import { rtf } from './rtf/rtf.ts';
import { zip } from './zip.ts';

/** Every format that can be imported. The first that recognises a file reads it. */
export const formats: readonly Format[] = [
  pdf,
  epub,
  docx,
  odt,
  zip,
  rtf,
  ris,
  bibtex,
  cslJson,
  mhtml,
  mbox,
  eml,
  html,
  markdown,
  plainText,
];

/** The format of a file by its content; the name's extension only decides between equals. */
export const formatOf = (sample: Sample): Format | undefined =>
  formats.find((format) => format.matches(sample));

import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { blocksOf } from '../../../../shared/briefing/content.ts';
import { wordsOf } from '../csl/runs.ts';
import { annex, evidenceLink, partHeading } from './docx-annex.ts';
import { DocxBody } from './docx-body.ts';
import { referenceRuns, textRuns } from './docx-runs.ts';
import { listNumbering, paragraphStyles } from './docx-styles.ts';
import type { Dossier } from './dossier.ts';
import { rightToLeft } from './language.ts';
import { footnotes, headerLines, type Footnote } from './wording.ts';
import { xmlText } from './xml-text.ts';

/** The width of the text of an A4 page, in twentieths of a point. */
const textWidth = 11_906 - 2 * 1440;

/** The briefing as a Word document with real footnotes and an evidence annex. */
export async function briefingDocx(dossier: Dossier): Promise<Uint8Array> {
  const body = new DocxBody(textWidth);
  const blocks = blocksOf(dossier.content).flatMap((node) => body.block(node));
  const noteOf = footnotes(dossier);
  const notes = Object.fromEntries(
    body.cited.map((id, index) => [String(index + 1), { children: [footnote(noteOf(id))] }]),
  );
  const file = new Document({
    title: xmlText(dossier.title),
    creator: 'Attache',
    styles: paragraphStyles(dossier.language),
    numbering: listNumbering,
    footnotes: notes,
    sections: [
      {
        properties: {
          page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1440, right: 1440 } },
        },
        footers: { default: footer(dossier.title) },
        children: [
          new Paragraph({
            style: 'Title',
            bidirectional: rightToLeft(dossier.title),
            children: textRuns(dossier.title),
          }),
          ...headerBox(dossier),
          ...blocks,
          ...sources(dossier),
          ...annex(dossier, numbersOf(body.cited)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** The numbers of the footnotes that cite each passage. */
function numbersOf(cited: readonly string[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const [index, id] of cited.entries()) {
    numbers.set(id, [...(numbers.get(id) ?? []), index + 1]);
  }
  return numbers;
}

function footnote({ quotation, reference, warning, evidence }: Footnote): Paragraph {
  return new Paragraph({
    style: 'FootnoteText',
    bidirectional: rightToLeft(quotation),
    children: [
      ...textRuns(quotation === '' ? ' ' : ` ${quotation} `),
      ...referenceRuns(reference),
      ...(warning === null ? [] : textRuns(` ${warning}`)),
      ...(evidence === null ? [] : [...textRuns(' ('), evidenceLink(evidence), ...textRuns(')')]),
    ],
  });
}

/** Paragraphs with one border around them, which is read aloud as text and not as a table. */
const headerBox = (dossier: Dossier): Paragraph[] =>
  headerLines(dossier).map(
    ({ label, text }) =>
      new Paragraph({
        style: 'HeaderBox',
        bidirectional: rightToLeft(label),
        children: [...textRuns(`${label} `, { bold: true }), ...textRuns(text)],
      }),
  );

/** The title, and the number of the page among all. */
const footer = (title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        bidirectional: rightToLeft(title),
        alignment: AlignmentType.START,
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          ...textRuns(title.length > 70 ? `${title.slice(0, 69).toWellFormed()}…` : title),
          new TextRun({ children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

function sources({ references, words }: Dossier): Paragraph[] {
  if (references.sources.length === 0) return [];
  return [
    partHeading(words.say('sources.heading')),
    ...references.sources.map(
      ({ runs }) =>
        new Paragraph({
          style: 'Bibliography',
          bidirectional: rightToLeft(wordsOf(runs)),
          children: referenceRuns(runs),
        }),
    ),
  ];
}

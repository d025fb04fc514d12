import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { blocksOf } from '../../../../shared/briefing/content.ts';
import { annex, evidenceLink, partHeading } from './docx-annex.ts';
import { DocxBody } from './docx-body.ts';
import { referenceRuns, textRuns } from './docx-runs.ts';
import { listNumbering, paragraphStyles } from './docx-styles.ts';
import type { Dossier } from './dossier.ts';
import { footTitle } from './foot-title.ts';
import { isEastAsian, isRtlLanguage, rightToLeft } from './language.ts';
import type { DocumentWords } from '../words/document-words.ts';
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
    body.cited.map((id, index) => [
      String(index + 1),
      { children: [footnote(noteOf(id), dossier.words)] },
    ]),
  );
  const file = new Document({
    title: xmlText(dossier.title),
    creator: 'Attache',
    lastModifiedBy: 'Attache',
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

function footnote(
  { quotation, reference, warning, evidence, earlier }: Footnote,
  { say, language }: DocumentWords,
): Paragraph {
  return new Paragraph({
    style: 'FootnoteText',
    bidirectional: isRtlLanguage(language),
    children: [
      ...textRuns(quotation === '' ? ' ' : ` ${quotation} `),
      ...referenceRuns(reference),
      ...(earlier === null ? [] : textRuns(say('notes.see', { number: earlier }))),
      ...(warning === null ? [] : textRuns(` ${warning}`)),
      ...(evidence === null ? [] : [...textRuns(' ('), evidenceLink(evidence), ...textRuns(')')]),
    ],
  });
}

/** About as wide as bold letters of nine points are, in twentieths of a point. */
const labelWidth = (label: string): number =>
  Array.from(label).reduce((sum, letter) => sum + (isEastAsian(letter) ? 180 : 105), 120);

/** Paragraphs with one border around them, which is read aloud as text and not as a table. */
function headerBox(dossier: Dossier): Paragraph[] {
  const lines = headerLines(dossier);
  const margin = 140;
  const column = Math.max(...lines.map(({ label }) => labelWidth(label)));
  return lines.map(
    ({ label, text }) =>
      new Paragraph({
        style: 'HeaderBox',
        bidirectional: rightToLeft(label),
        indent: { start: margin + column, hanging: column, end: margin },
        tabStops: [{ type: TabStopType.LEFT, position: margin + column }],
        children: [
          ...textRuns(label, { bold: true }),
          new TextRun({ children: [new Tab()] }),
          ...textRuns(text),
        ],
      }),
  );
}

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
          ...textRuns(footTitle(title)),
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
          bidirectional: isRtlLanguage(words.language),
          children: referenceRuns(runs),
        }),
    ),
  ];
}

import {
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { blocksOf } from '../../../../shared/briefing/content.ts';
import { DocxBody } from './docx-body.ts';
import { wordsOf } from '../csl/runs.ts';
import { deepLink } from './deep-link.ts';
import { link, referenceRuns, textRuns } from './docx-runs.ts';
import { listNumbering, paragraphStyles } from './docx-styles.ts';
import type { Dossier } from './dossier.ts';
import type { Evidence } from './evidence.ts';
import { rightToLeft } from './language.ts';
import {
  evidenceLabel,
  evidenceRemarks,
  footnotes,
  headerLines,
  sourceLine,
  type Footnote,
} from './wording.ts';
import { xmlText } from './xml-text.ts';

/** The briefing as a Word document with real footnotes and an evidence annex. */
export async function briefingDocx(dossier: Dossier): Promise<Uint8Array> {
  const body = new DocxBody();
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
        children: [
          new Paragraph({
            style: 'Title',
            bidirectional: rightToLeft(dossier.title),
            children: textRuns(dossier.title),
          }),
          headerBox(dossier),
          ...blocks,
          ...sources(dossier),
          ...annex(dossier.evidence),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function footnote({ quotation, reference, warning, evidence }: Footnote): Paragraph {
  return new Paragraph({
    style: 'FootnoteText',
    bidirectional: rightToLeft(quotation),
    children: [
      ...textRuns(quotation === '' ? ' ' : ` ${quotation} `),
      ...referenceRuns(reference),
      ...(warning === null ? [] : textRuns(` ${warning}`)),
      ...(evidence === null ? [] : textRuns(` (${evidenceLabel(evidence)})`)),
    ],
  });
}

function headerBox(dossier: Dossier): Table {
  const edge = { style: BorderStyle.SINGLE, size: 4, color: '85867F' };
  const lines = headerLines(dossier).map(
    ([label, words]) =>
      new Paragraph({
        style: 'HeaderBox',
        children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(xmlText(words))],
      }),
  );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        children: [
          new TableCell({
            children: lines,
            borders: { top: edge, bottom: edge, left: edge, right: edge },
            margins: { top: 100, bottom: 100, left: 140, right: 140 },
          }),
        ],
      }),
    ],
  });
}

function sources({ references }: Dossier): Paragraph[] {
  if (references.sources.length === 0) return [];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Sources')] }),
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

function annex(evidence: readonly Evidence[]): Paragraph[] {
  if (evidence.length === 0) return [];
  return [
    new Paragraph({ children: [new PageBreak()] }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Evidence')] }),
    ...evidence.flatMap(annexEntry),
  ];
}

function annexEntry(evidence: Evidence): Paragraph[] {
  const remarks = evidenceRemarks(evidence);
  const href = deepLink(evidence.URL, evidence.quote);
  const online =
    href === null
      ? []
      : [new Paragraph({ style: 'HeaderBox', children: [link(href, 'Open the passage online')] })];
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_3,
      children: textRuns(`${evidenceLabel(evidence)} ${sourceLine(evidence)}`),
    }),
    new Paragraph({
      style: 'Quote',
      bidirectional: rightToLeft(evidence.quote),
      children: [
        ...textRuns(evidence.before),
        ...textRuns(evidence.quote, { bold: true }),
        ...textRuns(evidence.after),
      ],
    }),
    ...(remarks.length === 0
      ? []
      : [new Paragraph({ style: 'HeaderBox', children: textRuns(remarks.join(' ')) })]),
    ...online,
  ];
}

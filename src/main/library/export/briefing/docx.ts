import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import { blocksOf } from '../../../../shared/briefing/content.ts';
import { DocxBody } from './docx-body.ts';
import { listNumbering, paragraphStyles, rightToLeft } from './docx-styles.ts';
import { xmlText } from './xml-text.ts';
import type { Dossier, Evidence } from './dossier.ts';
import { evidenceLabel, footnoteOf, headerLines, safeUrl, sourceLine } from './wording.ts';

/** The briefing as a Word document with real footnotes and an evidence annex. */
export async function briefingDocx(dossier: Dossier): Promise<Uint8Array> {
  const body = new DocxBody();
  const blocks = blocksOf(dossier.content).flatMap((node) => body.block(node));
  const footnotes = Object.fromEntries(
    body.cited.map((id, index) => [
      String(index + 1),
      { children: [footnote(id, dossier.evidenceOf.get(id))] },
    ]),
  );
  const file = new Document({
    title: xmlText(dossier.title),
    creator: 'Attache',
    styles: paragraphStyles(dossier.language),
    numbering: listNumbering,
    footnotes,
    sections: [
      {
        children: [
          new Paragraph({ style: 'Title', children: [new TextRun(xmlText(dossier.title))] }),
          headerBox(dossier),
          ...blocks,
          ...annex(dossier.evidence),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function footnote(id: string, evidence: Evidence | undefined): Paragraph {
  const note = footnoteOf(id, evidence);
  const run = (text: string, italics = false) => new TextRun({ text: xmlText(text), italics });
  return new Paragraph({
    style: 'FootnoteText',
    bidirectional: rightToLeft(note.quotation),
    children: [
      run(note.quotation === '' ? ' ' : ` ${note.quotation} `),
      ...(note.outlet === null ? [] : [run(note.outlet, true), run(', ')]),
      run(`${note.title}, ${note.dated}`),
      ...(note.url === null ? [] : [run(' '), link(note.url, note.url)]),
      ...(note.warning === null ? [] : [run(` ${note.warning}`)]),
      ...(evidence === undefined ? [] : [run(` (${evidenceLabel(evidence)})`)]),
    ],
  });
}

const link = (url: string, words: string): ExternalHyperlink =>
  new ExternalHyperlink({
    link: url,
    children: [new TextRun({ text: xmlText(words), style: 'Hyperlink' })],
  });

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

function annex(evidence: readonly Evidence[]): Paragraph[] {
  if (evidence.length === 0) return [];
  return [
    new Paragraph({ children: [new PageBreak()] }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Evidence')] }),
    ...evidence.flatMap(annexEntry),
  ];
}

function annexEntry(evidence: Evidence): Paragraph[] {
  const url = safeUrl(evidence.URL);
  const rtl = rightToLeft(evidence.quote);
  const quoted: IParagraphOptions = {
    style: 'Quote',
    bidirectional: rtl,
    children: [
      new TextRun({ text: xmlText(evidence.before), rightToLeft: rtl }),
      new TextRun({ text: xmlText(evidence.quote), bold: true, rightToLeft: rtl }),
      new TextRun({ text: xmlText(evidence.after), rightToLeft: rtl }),
    ],
  };
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_3,
      children: [new TextRun(xmlText(`${evidenceLabel(evidence)} ${sourceLine(evidence)}`))],
    }),
    new Paragraph(quoted),
    ...(url === null ? [] : [new Paragraph({ style: 'HeaderBox', children: [link(url, url)] })]),
  ];
}

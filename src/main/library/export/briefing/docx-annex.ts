import { Bookmark, HeadingLevel, InternalHyperlink, Paragraph, type ParagraphChild } from 'docx';
import type { DocumentWords } from '../words/document-words.ts';
import { deepLink } from './deep-link.ts';
import { link, textRuns } from './docx-runs.ts';
import { ink, rightBar } from './docx-styles.ts';
import type { Dossier } from './dossier.ts';
import type { Evidence } from './evidence.ts';
import { isRtlLanguage, rightToLeft } from './language.ts';
import { evidenceLabel, evidenceRemarks, sourceLine } from './wording.ts';

const anchor = (evidence: Evidence): string => `evidence_${evidence.number}`;

/** "E3", leading to the passage in the annex. */
export const evidenceLink = (evidence: Evidence): ParagraphChild =>
  new InternalHyperlink({
    anchor: anchor(evidence),
    children: textRuns(evidenceLabel(evidence), { style: 'Hyperlink' }),
  });

/** "Notes 1 and 4." */
const notesLine = (numbers: readonly number[], { say, list }: DocumentWords): string =>
  numbers.length === 0
    ? ''
    : say('evidence.notes', { count: numbers.length, numbers: list(numbers.map(String)) });

/** The heading of a part that the export adds to the text. */
export const partHeading = (words: string, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore,
    bidirectional: rightToLeft(words),
    children: textRuns(words),
  });

/** Every cited passage with the words around it; `notes` are the numbers of its footnotes, by its id. */
export function annex(
  { evidence, words }: Dossier,
  notes: ReadonlyMap<string, readonly number[]>,
): Paragraph[] {
  if (evidence.length === 0) return [];
  return [
    partHeading(words.say('evidence.heading'), true),
    ...evidence.flatMap((item) => entry(item, notes.get(item.annotationId) ?? [], words)),
  ];
}

function entry(evidence: Evidence, notes: readonly number[], words: DocumentWords): Paragraph[] {
  const line = sourceLine(evidence, words);
  const remarks = words.sentences(
    [notesLine(notes, words), ...evidenceRemarks(evidence, words)].filter((part) => part !== ''),
  );
  const href = deepLink(evidence.URL, evidence.quote);
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      bidirectional: isRtlLanguage(words.language),
      children: [
        new Bookmark({
          id: anchor(evidence),
          children: textRuns(`${evidenceLabel(evidence)}  `, { color: ink.link }),
        }),
        ...textRuns(line),
      ],
    }),
    new Paragraph({
      style: 'Evidence',
      ...(rightToLeft(evidence.quote) ? { bidirectional: true, ...rightBar } : {}),
      children: [
        ...textRuns(evidence.before),
        ...textRuns(evidence.quote, { bold: true, color: ink.text }),
        ...textRuns(evidence.after),
      ],
    }),
    new Paragraph({
      style: 'Remark',
      bidirectional: rightToLeft(remarks),
      children: [
        ...textRuns(remarks),
        ...(href === null
          ? []
          : [...textRuns(remarks === '' ? '' : ' '), link(href, words.say('evidence.online'))]),
      ],
    }),
  ];
}

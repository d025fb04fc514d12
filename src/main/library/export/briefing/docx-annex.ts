import {
  Bookmark,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  TextRun,
  type ParagraphChild,
} from 'docx';
import { deepLink } from './deep-link.ts';
import { link, textRuns } from './docx-runs.ts';
import { ink } from './docx-styles.ts';
import type { Evidence } from './evidence.ts';
import { rightToLeft } from './language.ts';
import { evidenceLabel, evidenceRemarks, sourceLine } from './wording.ts';

const anchor = (evidence: Evidence): string => `evidence_${evidence.number}`;

/** "E3", leading to the passage in the annex. */
export const evidenceLink = (evidence: Evidence): ParagraphChild =>
  new InternalHyperlink({
    anchor: anchor(evidence),
    children: textRuns(evidenceLabel(evidence), { style: 'Hyperlink' }),
  });

/** "Notes 1 and 4." */
function notesLine(numbers: readonly number[]): string {
  const last = numbers.at(-1);
  if (last === undefined) return '';
  const before = numbers.slice(0, -1).join(', ');
  return before === '' ? `Note ${last}.` : `Notes ${before} and ${last}.`;
}

/** Every cited passage with the words around it; `notes` are the numbers of its footnotes, by its id. */
export function annex(
  evidence: readonly Evidence[],
  notes: ReadonlyMap<string, readonly number[]>,
): Paragraph[] {
  if (evidence.length === 0) return [];
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
      children: [new TextRun('Evidence')],
    }),
    ...evidence.flatMap((item) => entry(item, notes.get(item.annotationId) ?? [])),
  ];
}

function entry(evidence: Evidence, notes: readonly number[]): Paragraph[] {
  const remarks = [notesLine(notes), ...evidenceRemarks(evidence)].filter((part) => part !== '');
  const href = deepLink(evidence.URL, evidence.quote);
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      children: [
        new Bookmark({
          id: anchor(evidence),
          children: textRuns(`${evidenceLabel(evidence)}  `, { color: ink.link }),
        }),
        ...textRuns(sourceLine(evidence)),
      ],
    }),
    new Paragraph({
      style: 'Evidence',
      bidirectional: rightToLeft(evidence.quote),
      children: [
        ...textRuns(evidence.before),
        ...textRuns(evidence.quote, { bold: true, color: ink.text }),
        ...textRuns(evidence.after),
      ],
    }),
    new Paragraph({
      style: 'Remark',
      children: [
        ...textRuns(remarks.join(' ')),
        ...(href === null
          ? []
          : [...textRuns(remarks.length === 0 ? '' : ' '), link(href, 'Open the passage online')]),
      ],
    }),
  ];
}

import type { PhrasingContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { markdownFromContent } from '../../../../shared/briefing/markdown/print.ts';
import type { Dossier, Evidence } from './dossier.ts';
import { evidenceLabel, footnoteOf, headerLines, sourceLine, type Footnote } from './wording.ts';

/** The briefing as Markdown with footnotes, as Obsidian and pandoc read them. */
export function briefingMarkdown(dossier: Dossier): Uint8Array {
  const notes: string[] = [];
  const body = markdownFromContent(dossier.content, {
    citation: (id) => {
      const label = `[^${notes.length + 1}]`;
      const evidence = dossier.evidenceOf.get(id);
      notes.push(`${label}: ${footnote(footnoteOf(id, evidence), evidence)}`);
      return [{ type: 'html', value: label }];
    },
    judgement: () => [],
  });
  const header = headerLines(dossier).map(([label, words]) => `> **${label}:** ${plain(words)}  `);
  const parts = [
    `# ${plain(dossier.title)}`,
    header.join('\n'),
    body.trim(),
    ...(dossier.evidence.length === 0 ? [] : ['## Evidence', ...dossier.evidence.map(annexEntry)]),
    notes.join('\n\n'),
  ];
  return new TextEncoder().encode(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

/** Words with every character that Markdown would read as more than itself escaped. */
const plain = (words: string): string => phrase({ type: 'text', value: oneLine(words) });
const phrase = (...children: PhrasingContent[]): string =>
  toMarkdown({ type: 'paragraph', children }, { emphasis: '*' }).trim();
const oneLine = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();

function footnote(note: Footnote, evidence: Evidence | undefined): string {
  return [
    note.quotation === '' ? '' : plain(note.quotation),
    note.outlet === null
      ? ''
      : `${phrase({ type: 'emphasis', children: [{ type: 'text', value: oneLine(note.outlet) }] })},`,
    `${plain(note.title)}, ${note.dated}`,
    note.url === null ? '' : `<${note.url}>.`,
    note.warning === null ? '' : plain(note.warning),
    evidence === undefined ? '' : `(${evidenceLabel(evidence)})`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function annexEntry(evidence: Evidence): string {
  const quoted = `${plain(evidence.before)} **${plain(evidence.quote)}** ${plain(evidence.after)}`;
  return `**${evidenceLabel(evidence)}** ${plain(sourceLine(evidence))}\n\n> ${quoted.trim()}`;
}

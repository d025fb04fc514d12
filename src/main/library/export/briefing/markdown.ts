import type { PhrasingContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { markdownFromContent } from '../../../../shared/briefing/markdown/print.ts';
import type { Dossier } from './dossier.ts';
import type { Evidence } from './evidence.ts';
import type { Run } from '../csl/runs.ts';
import type { DocumentWords } from '../words/document-words.ts';
import { deepLink } from './deep-link.ts';
import { staysUpright } from './language.ts';
import {
  evidenceLabel,
  evidenceRemarks,
  footnotes,
  headerLines,
  sourceLine,
  type Footnote,
} from './wording.ts';

/** The briefing as Markdown with footnotes, as Obsidian and pandoc read them. */
export function briefingMarkdown(dossier: Dossier): Uint8Array {
  const { words } = dossier;
  const notes: string[] = [];
  const noteOf = footnotes(dossier);
  const body = markdownFromContent(dossier.content, {
    citation: (id) => {
      const label = `[^${notes.length + 1}]`;
      notes.push(`${label}: ${footnote(noteOf(id), words)}`);
      return [{ type: 'html', value: label }];
    },
    judgement: () => [],
    gap: () => [],
  });
  const header = headerLines(dossier).map(
    ({ label, text }) =>
      `> ${phrase(
        { type: 'strong', children: [{ type: 'text', value: label }] },
        { type: 'text', value: ` ${oneLine(text)}` },
      )}  `,
  );
  const parts = [
    `# ${plain(dossier.title)}`,
    header.join('\n'),
    body.trim(),
    ...sources(dossier),
    ...(dossier.evidence.length === 0
      ? []
      : [
          `## ${plain(words.say('evidence.heading'))}`,
          ...dossier.evidence.map((evidence) => annexEntry(evidence, words)),
        ]),
    notes.join('\n\n'),
  ];
  return new TextEncoder().encode(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

/** Words with every character that Markdown would read as more than itself escaped. */
const plain = (words: string): string => phrase({ type: 'text', value: oneLine(words) });
const phrase = (...children: PhrasingContent[]): string =>
  toMarkdown({ type: 'paragraph', children }, { emphasis: '*' }).trim();
const oneLine = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();

function runNodes({ text, href, italic, bold }: Run): PhrasingContent {
  const words: PhrasingContent = { type: 'text', value: text.replaceAll(/\s+/gu, ' ') };
  const leaning: PhrasingContent =
    italic === true && !staysUpright(text) ? { type: 'emphasis', children: [words] } : words;
  const heavy: PhrasingContent = bold === true ? { type: 'strong', children: [leaning] } : leaning;
  return href === undefined ? heavy : { type: 'link', url: href, children: [heavy] };
}

const reference = (runs: readonly Run[]): string => phrase(...runs.map(runNodes));

const footnote = (
  { quotation, reference: runs, warning, evidence, earlier }: Footnote,
  { say }: DocumentWords,
): string =>
  [
    quotation === '' ? '' : plain(quotation),
    reference(runs),
    earlier === null ? '' : plain(say('notes.see', { number: earlier })),
    warning === null ? '' : plain(warning),
    evidence === null
      ? ''
      : `([${evidenceLabel(evidence)}](#${evidenceLabel(evidence).toLowerCase()}))`,
  ]
    .filter((part) => part !== '')
    .join(' ');

const sources = ({ references, words }: Dossier): string[] =>
  references.sources.length === 0
    ? []
    : [
        `## ${plain(words.say('sources.heading'))}`,
        references.sources.map(({ runs }) => `- ${reference(runs)}`).join('\n'),
      ];

function annexEntry(evidence: Evidence, words: DocumentWords): string {
  const text = (value: string): PhrasingContent => ({
    type: 'text',
    value: value.replaceAll(/\s+/gu, ' '),
  });
  const quoted = phrase(
    text(evidence.before),
    { type: 'strong', children: [text(evidence.quote.trim())] },
    text(evidence.after),
  );
  const href = deepLink(evidence.URL, evidence.quote);
  const said = evidenceRemarks(evidence, words);
  const remarks = said.length === 0 ? '' : `\n\n${plain(words.sentences(said))}`;
  const online =
    href === null
      ? ''
      : `\n\n${phrase({ type: 'link', url: href, children: [text(words.say('evidence.online'))] })}`;
  return `### ${evidenceLabel(evidence)}\n\n${plain(sourceLine(evidence, words))}\n\n> ${quoted}${remarks}${online}`;
}

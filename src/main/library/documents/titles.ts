import type { LexicalContent } from '../../../shared/model/document.ts';
import { blocksOf } from '../../../shared/briefing/content.ts';
import { readDocument } from '../../../shared/briefing/document-text.ts';
import { firstWords } from '../../../shared/text/shorten.ts';

export type DocumentKind = 'note' | 'briefing';

/** What changes for those who show documents of a kind. */
export const topicOf = { note: 'notes', briefing: 'briefings' } as const;

const longest = 80;

/** The title of a document nobody named: its first words. */
export function proposeTitle(kind: DocumentKind, text: string): string {
  const line = text
    .split('\n')
    .find((words) => words.trim() !== '')
    ?.trim();
  return line === undefined ? `Untitled ${kind}` : firstWords(line, longest);
}

/** The title of a briefing begun from a template; numbered where that many stand in one list. */
export function untitledBriefing(taken: ReadonlySet<string>): string {
  const plain = proposeTitle('briefing', '');
  if (!taken.has(plain)) return plain;
  let number = 2;
  while (taken.has(`${plain} ${number}`)) number += 1;
  return `${plain} ${number}`;
}

/** Takes a leading first-level heading off the content, to be the document's title. */
export function splitTitle(content: LexicalContent): { title?: string; content: LexicalContent } {
  const [first, ...rest] = blocksOf(content);
  if (first?.type !== 'heading' || first['tag'] !== 'h1') return { content };
  const only = { ...content, root: { ...content.root, children: [first] } } as LexicalContent;
  const title = readDocument(only).text.trim();
  if (title === '' || rest.length === 0) return { content };
  return {
    title,
    content: { ...content, root: { ...content.root, children: rest } },
  };
}

import type { Blockquote, Paragraph, Text } from 'mdast';
import type { Run, RunMark } from '../../articles/text/layers.ts';

/** `[[Note]]`, `[[Note|its name here]]`, `![[picture.png]]`, as notebooks of linked notes write them. */
const wikiLink = /!?\[\[([^[\]|\n]*)(?:\|([^[\]\n]*))?\]\]/g;
const highlight = /==(?=\S)([^=\n]+?)(?<=\S)==/;
const footnote = /\[\^([^\]\s]{1,40})\]/g;
/** The name of a block, for links to it. */
const blockName = /\s\^[\w-]+\s*$/;

const plain = (text: string): string =>
  text
    .replaceAll(wikiLink, (_link, target: string, shown?: string) => shown ?? target)
    .replaceAll(footnote, '[$1]')
    .replaceAll(/\s+/g, ' ');

/** The words of a text node without what notebooks write around them; highlighted ones are strong. */
export function noteRuns({ value }: Text, marks: readonly RunMark[]): Run[] {
  return value.split(highlight).map((part, index) => ({
    text: plain(part),
    marks: index % 2 === 0 ? marks : [...marks, { kind: 'strong' }],
  }));
}

const box: Readonly<Record<string, string>> = { ' ': '☐', x: '☑', X: '☑' };

/** A paragraph without its name, and with the box of a task as a sign. */
export function withoutNames(paragraph: Paragraph, isItem: boolean): Paragraph {
  const last = paragraph.children.length - 1;
  const children = paragraph.children.map((child, index) => {
    if (child.type !== 'text') return child;
    let { value } = child;
    if (index === 0 && isItem) {
      value = value.replace(/^\[([ xX])\](?=\s)/, (_task, state: string) => box[state] ?? '');
    }
    return { ...child, value: index === last ? value.replace(blockName, '') : value };
  });
  return { ...paragraph, children };
}

const callout = /^\[![\w-]{1,40}\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

/** A quotation that is a callout: its title, and the rest of it; null for any other. */
export function calloutOf(node: Blockquote): { title: string; rest: Blockquote } | null {
  const [first, ...others] = node.children;
  const [text, ...more] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || text?.type !== 'text') return null;
  const [whole, title] = callout.exec(text.value) ?? [];
  if (whole === undefined || title === undefined) return null;
  const value = text.value.slice(whole.length);
  const opening = { ...first, children: [{ ...text, value }, ...more] };
  return { title: plain(title).trim(), rest: { ...node, children: [opening, ...others] } };
}

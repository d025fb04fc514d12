import { headingLevel, type ContentNode } from '../../../../shared/briefing/content.ts';

const blank = new Set(['linebreak', 'tab']);

/** Whether a reader finds anything in it. */
function saysSomething({ type, text, children }: ContentNode): boolean {
  if (children !== undefined) return children.some(saysSomething);
  if (typeof text === 'string') return text.trim() !== '';
  return type !== 'paragraph' && !blank.has(type);
}

/**
 * The blocks without the sections nobody has written in: a heading with nothing beneath it, not in a
 * section of its own either, is a place to write, and a reader takes it for something that is
 * missing. Where nothing is written at all, the headings are what there is.
 */
export function withoutEmptySections(blocks: readonly ContentNode[]): ContentNode[] {
  const isHeading = ({ type }: ContentNode) => type === 'heading';
  if (!blocks.some((node) => !isHeading(node) && saysSomething(node))) return [...blocks];
  const left: ContentNode[] = [];
  let until = 0;
  blocks.forEach((node, index) => {
    if (index < until) return;
    if (!isHeading(node)) {
      left.push(node);
      return;
    }
    const level = headingLevel(node);
    const after = blocks.findIndex(
      (other, at) => at > index && isHeading(other) && headingLevel(other) <= level,
    );
    const end = after < 0 ? blocks.length : after;
    const section = blocks.slice(index + 1, end);
    if (section.some((other) => !isHeading(other) && saysSomething(other))) left.push(node);
    else until = end;
  });
  return left;
}

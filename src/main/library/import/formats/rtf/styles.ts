import type { BlockShape } from '../../../articles/text/layers.ts';

const heading =
  /^(?:heading|titre|überschrift|título|titolo|kop|rubrik|見出し|标题|제목) ?([1-9])$/iu;
const quote = /^(?:(?:intense )?quot(?:e|ations?)|block ?(?:text|quote))$/iu;

/** What a paragraph style of that name makes of its paragraphs; null for styles that say nothing. */
export function shapeOfStyle(name: string): BlockShape | null {
  const [, level] = heading.exec(name) ?? [];
  if (level !== undefined) return { kind: 'heading', level: Number(level) };
  if (/^(?:document )?title$/iu.test(name)) return { kind: 'heading', level: 1 };
  if (quote.test(name)) return { kind: 'quote' };
  return /^caption$/iu.test(name) ? { kind: 'caption' } : null;
}

import type { Format } from './format.ts';

const syntax = [
  /^#{1,6}\s+\S/m,
  /^(?:[-*+]|\d+\.)\s+\S/m,
  /\[[^\]\n]+\]\([^)\s]+\)/,
  /(?:^|\s)(?:\*\*|__)\S[^\n]*?\S(?:\*\*|__)/m,
  /^>\s+\S/m,
  /^```/m,
];

/** Markdown, with YAML front matter. Taken where the name says so or the text shows its syntax. */
export const markdown: Format = {
  id: 'markdown',
  label: 'Markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  quick: false,
  matches({ extension, text }) {
    if (text === null) return false;
    if (markdown.extensions.includes(extension)) return true;
    if (extension !== '') return false;
    return syntax.filter((pattern) => pattern.test(text)).length >= 2;
  },
  async read(file) {
    const { readMarkdown } = await import('./read-markdown.ts');
    return { articles: [readMarkdown(file.decode().text)] };
  },
};

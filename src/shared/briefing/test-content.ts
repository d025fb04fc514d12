import { formats, text } from './content.ts';

export const bold = (words: string) => text(words, formats.bold);

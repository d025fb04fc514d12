import { content, heading, paragraph, text } from '../../../shared/briefing/content.ts';
import { briefingSections } from '../../../shared/briefing/template.ts';
import type { LexicalContent } from '../../../shared/model/document.ts';

/** A new briefing: every section with an empty paragraph to write in. */
export const briefingTemplate = (): LexicalContent =>
  content(...briefingSections.flatMap((title) => [heading(2, text(title)), paragraph()]));

import { content, heading, paragraph, text } from '../../../shared/briefing/content.ts';
import type { LexicalContent } from '../../../shared/model/document.ts';

/** The sections of a briefing. Each is followed by an empty paragraph to write in. */
export const briefingSections = [
  'Bottom line',
  'What happened',
  'Positions',
  'Assessment',
  'Gaps',
] as const;

export const briefingTemplate = (): LexicalContent =>
  content(...briefingSections.flatMap((title) => [heading(2, text(title)), paragraph()]));

/** The sections of a new briefing. Each is followed by an empty paragraph to write in. */
export const briefingSections = [
  'Bottom line',
  'What happened',
  'Positions',
  'Assessment',
  'Gaps',
] as const;

/** Where a quotation goes that is added without a cursor. */
export const quotationSection: (typeof briefingSections)[number] = 'Positions';

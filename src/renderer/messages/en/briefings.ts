export const briefings = {
  title: 'Briefing',
} as const;

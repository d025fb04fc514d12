export const editor = {
  linkTo: 'Passages, articles, actors and documents',
  anActor: 'Actor',
  anArticle: 'Article, {from}',
  aNote: 'Note',
  aBriefing: 'Briefing',
} as const;

export const backups = {
  title: 'Backups',
  explain:
    'A checked copy of the library is kept for every day on which it changed, and older ones for each week and month. Restoring puts a copy in the place of the library; what is there now is kept here and can be restored in turn.',
  list: 'Copies of the library',
  none: 'There is no backup yet. The first is made by itself a minute after the library is opened.',
  setAside: 'put aside by a restore',
  holds:
    '{articles, plural, one {# article} other {# articles}}, {annotations, plural, one {# annotation} other {# annotations}}, {briefings, plural, one {# briefing} other {# briefings}}',
  unreadable: 'cannot be read',
  size: '{megabytes} MB',
  restore: 'Restore',
  restoreNamed: 'Restore the library of {moment}',
  ask: 'Restore the library of {moment}?',
  asked:
    'The library becomes what it was then: {holds}. What is in it now is kept in this list, as put aside by this restore. The files of articles stay where they are.',
  restored: 'The library is what it was at {moment}',
  takeBack: 'Take back',
  takenBack: 'The restore was taken back',
} as const;

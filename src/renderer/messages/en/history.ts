export const history = {
  title: 'History',
  explain: 'Everything done in this library, the last first. Undo works also after a restart.',
  undo: 'Undo',
  redo: 'Redo',
  undone: 'Undone',
  empty: 'Nothing has been done in this library yet.',
  list: 'What was done',
} as const;

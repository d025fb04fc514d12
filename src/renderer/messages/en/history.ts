export const history = {
  title: 'History',
  explain:
    'Everything done in this library, the last first. Undo works also after a restart. One thing of long ago is taken back by itself where nothing done since builds on it.',
  undo: 'Undo',
  redo: 'Redo',
  nothingToUndo: 'There is nothing to undo',
  nothingToRedo: 'Nothing was undone since',
  undone: 'Undone',
  empty: 'Nothing has been done in this library yet.',
  list: 'What was done',
  find: 'Words in what was done',
  noneSo: 'Nothing that was done has these words.',
  takeBack: 'Take back',
  takeBackThis: 'Take back: {label}',
  takenBack: 'Taken back: {label}',
} as const;

export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  errorCode: 'Code: {code}',
  notifications: 'Notifications',
  resize: 'Resize {pane}',
  'colour.amber': 'amber',
  'colour.fern': 'fern',
  'colour.sky': 'sky',
  'colour.rose': 'rose',
  'colour.iris': 'iris',
  colourMeaning: '{name}, {meaning}',
} as const;

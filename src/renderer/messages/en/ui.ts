export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  errorCode: 'Code: {code}',
  notifications: 'Notifications',
  resize: 'Resize {pane}',
} as const;

/** Versions of an article's text. */
export const textVersions = {
  title: 'Versions of the text',
  open: 'Version {version, number}',
  list: 'Versions, the newest first',
  name: 'Version {version, number}',
  current: 'Version {version, number}, current',
  imported: 'From a file',
  corrected: 'Corrected by you',
  show: 'What is shown',
  changes: 'Changes',
  compareWith: 'Compared with',
  bothSame: 'Both versions have the same words.',
  bringBack: 'Bring this version back',
  broughtBack: 'Version {version, number} of the text is back',
  text: 'Its text',
  isCurrent: 'This is the text as it is now.',
  same: 'The words are the same as now.',
} as const;

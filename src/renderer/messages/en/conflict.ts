export const conflict = {
  compare: 'Compare both',
  title: 'Changed in two places',
  explain:
    '{count, plural, =0 {The words are the same in both.} one {One place differs} other {# places differ}}{count, plural, =0 {} other {: underlined is what only this page has, struck through what only the saved one has. Choose what stays; undo takes it back.}}',
  later: 'Not now',
  merge: 'Put together',
  differs: 'Both have this, in other words',
  'only.mine': 'Only on this page',
  'only.theirs': 'Only in the saved one',
  mine: 'As on this page',
  theirs: 'As saved',
  both: 'Both, one after the other',
  keep: 'Keep',
  leaveOut: 'Leave out',
  merged: 'Both are put together',
  'gone.briefings':
    'This briefing was deleted in another place. What is written here is not saved until it is restored.',
  'gone.notes':
    'This note was deleted in another place. What is written here is not saved until it is restored.',
  takenIn: 'Other paragraphs were changed in another place. Both are put together.',
} as const;

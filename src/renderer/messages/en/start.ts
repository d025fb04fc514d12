export const start = {
  drop: 'Drop articles here',
  formats:
    'Saved web pages, PDF, Word, e-mail, EPUB or plain text, one file, a whole folder or a ZIP.',
  paste: 'Paste',
  chooseFiles: 'Choose files…',
  sample: 'Try the sample',
  sampleNote: 'The sample is ten short articles on one story. One undo removes it.',
  nothingLeaves: 'Nothing leaves this computer.',
  noNetwork: 'No account, no upload, no network request.',
  sampleAdded: '{count, plural, one {# article} other {# articles}} of the sample added.',
} as const;

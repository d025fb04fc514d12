/** Every word the desktop host itself puts on screen: menu, dialogs, questions. */
export const messages = {
  menu: {
    file: 'File',
    newNote: 'New note',
    newBriefing: 'New briefing',
    import: 'Import…',
    export: 'Export…',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    search: 'Search',
    view: 'View',
    help: 'Help',
    shortcuts: 'Keyboard shortcuts',
    about: 'About Attache',
  },
  pick: {
    files: 'Import articles',
    folder: 'Import a folder of articles',
    button: 'Import',
    articles: 'Articles',
    anyFile: 'All files',
  },
  save: { title: 'Export', button: 'Export' },
  openLink: {
    question: 'Open this address in your browser?',
    consequence: 'Attache itself stays offline. Your browser will contact this site.',
    stay: 'Stay here',
    open: 'Open in browser',
  },
  stopped: {
    message: 'The window stopped working.',
    detail: 'Everything saved is safe. Open the window again to go on.',
    reopen: 'Open again',
    quit: 'Quit',
  },
  locked: {
    message: 'This library is open in another program.',
    read: 'Open for reading',
    quit: 'Quit',
  },
  otherLibrary: {
    message: 'Another library is open.',
    detail: (path: string) => `Quit Attache, then open ${path} again.`,
  },
  cannotOpen: 'Attache could not open the library',
  pathNotChosen: (path: string) =>
    `"${path}" was not chosen in a dialog or dropped on the window. Choose it again.`,
  foreignSender: 'Only the Attache window may call the library.',
  closing: 'The library is closing.',
} as const;

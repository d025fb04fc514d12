export const templates = {
  title: 'Templates',
  explain:
    'A template keeps the headings and words of a briefing, and cites nothing. New briefing starts from the built-in one.',
  name: 'Name of the template',
  save: 'Save as a template',
  saved: 'Template “{name}” saved',
  list: 'Your templates',
  none: 'You have no templates yet.',
  use: 'New briefing from “{name}”',
  rename: 'Rename {name}',
  newName: 'New name',
  giveName: 'Rename',
  renamed: 'Template “{from}” is now called “{to}”',
  delete: 'Delete template “{name}”',
  deleted: 'Template “{name}” deleted',
} as const;

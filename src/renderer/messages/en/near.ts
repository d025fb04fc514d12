/** Groups of near-duplicates. */
export const near = {
  title: 'Near-duplicates',
  all: 'All near-duplicates',
  explain:
    'Articles that carry one report: the lead, and its shadows. What you joined or parted stays as you said.',
  groups: 'Groups',
  none: 'No two articles of the library are near-duplicates.',
  more: '{count, plural, one {# more group} other {# more groups}}',
  anew: 'Group anew',
  unchanged: 'From {percent}% on, nothing changes.',
  changes:
    'From {percent}% on, {count, plural, one {# article changes} other {# articles change}}:',
  joins: 'joins “{lead}”',
  leaves: 'leaves “{lead}”',
  moves: 'moves from “{before}” to “{after}”',
  apply: '{count, plural, one {Group # article anew} other {Group # articles anew}}',
  applied: '{count, plural, one {# article grouped anew} other {# articles grouped anew}}',
  join: 'Same report as another article',
  search: 'Words of its title or text',
  becomesShadow: '“{title}” joins the group of “{lead}” as a shadow.',
  joinButton: 'Join',
  joined: 'Joined with “{lead}”',
  sameReport: 'Same report as…',
} as const;

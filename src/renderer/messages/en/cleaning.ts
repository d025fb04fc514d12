/** What is hidden or shown in every article of an outlet. */
export const cleaning = {
  title: 'Cleaning rules',
  everywhere: 'Everywhere in {outlet}',
  showLine: 'Always show this line in {outlet}',
  hideLine: 'Always hide this line in {outlet}',
  showKind: 'Never hide a line in {outlet} as “{kind}”',
  hideKind: 'Always hide a line in {outlet} offered as “{kind}”',
  inArticles: 'In {count, number} articles of the outlet',
  shownAgain: 'Shown, and in later articles of {outlet}, too',
  learntShow: 'From now on shown in {outlet}',
  learntHide: 'From now on hidden in {outlet}',
  learntApplied:
    'Learnt for {outlet}: {count, plural, =0 {no other article changed} one {# article changed} other {# articles changed}}',
  explain:
    'What you hid or showed in every article of an outlet. It holds for articles imported from now on; “Apply” does it in those that are here.',
  none: 'No rule has been learnt yet. Restore or hide a line, then choose “Everywhere in” its outlet.',
  showsLine: 'Shows “{words}”',
  hidesLine: 'Hides “{words}”',
  showsKind: 'Hides nothing as “{kind}”',
  hidesKind: 'Hides what is offered as “{kind}”',
  forget: 'Forget',
  forgetRule: 'Forget: {rule}',
  forgotten: 'Rule forgotten',
  apply: 'Apply to {count, plural, one {# article} other {# articles}}',
  applied:
    '{count, plural, =0 {No article of {outlet} changed} one {# article of {outlet} changed} other {# articles of {outlet} changed}}',
} as const;

/** What exported documents say beside the words of their writer and of their sources. */
export const en = {
  header: {
    label: '{label}:',
    asOf: 'As of',
    sources: 'Sources',
    counts:
      '{articles, plural, one {# article} other {# articles}}, {origins, plural, one {# origin} other {# origins}}, {passages, plural, one {# passage} other {# passages}}',
    dates: 'Dates',
    undated: '{dates}; {count} without a date',
    openGaps: 'Open gaps',
    gaps: '{count}: {first}',
    sentences: 'Sentences',
    coverage:
      '{sourced} of {total} sourced, {judgements, plural, one {# judgement} other {# judgements}}, {unsourced} unsourced',
  },
  notes: {
    heading: 'Notes',
    noDate: 'n.d.',
    noSource: 'Source not found',
    moved: 'The passage has moved in its article and was not confirmed.',
    orphaned: 'The passage was lost when its article changed.',
    deleted: 'The passage is no longer in the notebook.',
    missing: 'There is no passage {id}.',
    see: 'See note {number}.',
    inContext: 'In context: {label}',
    back: 'Back to the text, note {number}',
  },
  annotations: {
    heading: 'Annotations',
    tags: 'Tags: {tags}',
    lost: 'Lost passage: these words are no longer in the text.',
  },
  sources: { heading: 'Sources' },
  evidence: {
    heading: 'Evidence',
    notes: '{count, plural, one {Note} other {Notes}} {numbers}.',
    note: 'note {number}',
    citedIn: 'Cited in {notes}',
    supports: 'It supports the sentence that cites it.',
    contradicts: 'It contradicts the sentence that cites it.',
    qualifies: 'It qualifies the sentence that cites it.',
    sharedOrigin: 'One origin with {others}: {name}.',
    online: 'Open the passage online',
  },
} as const;

/** The same messages in another language. */
export type ExportMessages = {
  readonly [Part in keyof typeof en]: { readonly [Key in keyof (typeof en)[Part]]: string };
};

import type { ExportMessages } from './en.ts';

export const fr: ExportMessages = {
  header: {
    label: '{label} :',
    asOf: 'État au',
    sources: 'Sources',
    counts:
      '{articles, plural, one {# article} other {# articles}}, {origins, plural, one {# origine} other {# origines}}, {passages, plural, one {# passage} other {# passages}}',
    dates: 'Dates',
    undated: '{dates} ; {count} sans date',
    openGaps: 'Questions ouvertes',
    gaps: '{count} : {first}',
    sentences: 'Phrases',
    coverage:
      '{sourced} sur {total} avec source, {judgements, plural, one {# appréciation} other {# appréciations}}, {unsourced} sans source',
  },
  notes: {
    heading: 'Notes',
    noDate: 's. d.',
    noSource: 'Source introuvable',
    moved: 'Le passage s’est déplacé dans son article et n’a pas été confirmé.',
    orphaned: 'Le passage a été perdu quand son article a changé.',
    deleted: 'Le passage n’est plus dans le carnet.',
    missing: 'Il n’y a pas de passage {id}.',
    see: 'Voir la note {number}.',
    inContext: 'Dans son contexte : {label}',
    back: 'Retour au texte, note {number}',
  },
  annotations: {
    heading: 'Annotations',
    tags: 'Mots-clés : {tags}',
    lost: 'Passage perdu : ces mots ne sont plus dans le texte.',
  },
  sources: { heading: 'Sources' },
  evidence: {
    heading: 'Pièces',
    notes: '{count, plural, one {Note} other {Notes}} {numbers}.',
    note: 'note {number}',
    citedIn: 'Cité : {notes}',
    supports: 'Il appuie la phrase qui le cite.',
    contradicts: 'Il contredit la phrase qui le cite.',
    qualifies: 'Il nuance la phrase qui le cite.',
    sharedOrigin: 'Même origine que {others} : {name}.',
    online: 'Ouvrir le passage en ligne',
  },
};

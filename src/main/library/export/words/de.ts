import type { ExportMessages } from './en.ts';

export const de: ExportMessages = {
  header: {
    label: '{label}:',
    asOf: 'Stand',
    sources: 'Quellen',
    counts:
      '{articles, plural, one {# Artikel} other {# Artikel}}, {origins, plural, one {# Ursprung} other {# Ursprünge}}, {passages, plural, one {# Textstelle} other {# Textstellen}}',
    dates: 'Daten',
    undated: '{dates}; {count} ohne Datum',
    openGaps: 'Offene Fragen',
    gaps: '{count}: {first}',
    sentences: 'Sätze',
    coverage:
      '{sourced} von {total} belegt, {judgements, plural, one {# Einschätzung} other {# Einschätzungen}}, {unsourced} ohne Beleg',
  },
  notes: {
    heading: 'Anmerkungen',
    noDate: 'o. D.',
    noSource: 'Quelle nicht gefunden',
    moved: 'Die Textstelle ist in ihrem Artikel verschoben und wurde nicht bestätigt.',
    orphaned: 'Die Textstelle ging verloren, als sich ihr Artikel änderte.',
    deleted: 'Die Textstelle ist nicht mehr im Notizbuch.',
    missing: 'Es gibt keine Textstelle {id}.',
    see: 'Siehe Anmerkung {number}.',
    inContext: 'Im Zusammenhang: {label}',
    back: 'Zurück zum Text, Anmerkung {number}',
  },
  annotations: {
    heading: 'Markierungen',
    tags: 'Schlagwörter: {tags}',
    lost: 'Verlorene Textstelle: Diese Wörter stehen nicht mehr im Text.',
  },
  sources: { heading: 'Quellen' },
  evidence: {
    heading: 'Belege',
    notes: '{count, plural, one {Anmerkung} other {Anmerkungen}} {numbers}.',
    note: 'Anmerkung {number}',
    citedIn: 'Zitiert in {notes}',
    supports: 'Sie stützt den Satz, der sie zitiert.',
    contradicts: 'Sie widerspricht dem Satz, der sie zitiert.',
    qualifies: 'Sie schränkt den Satz ein, der sie zitiert.',
    sharedOrigin: 'Gleicher Ursprung wie {others}: {name}.',
    online: 'Textstelle im Netz öffnen',
  },
};

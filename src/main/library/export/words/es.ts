import type { ExportMessages } from './en.ts';

export const es: ExportMessages = {
  header: {
    label: '{label}:',
    asOf: 'A fecha de',
    sources: 'Fuentes',
    counts:
      '{articles, plural, one {# artículo} other {# artículos}}, {origins, plural, one {# origen} other {# orígenes}}, {passages, plural, one {# pasaje} other {# pasajes}}',
    dates: 'Fechas',
    undated: '{dates}; {count} sin fecha',
    openGaps: 'Cuestiones abiertas',
    gaps: '{count}: {first}',
    sentences: 'Oraciones',
    coverage:
      '{sourced} de {total} con fuente, {judgements, plural, one {# valoración} other {# valoraciones}}, {unsourced} sin fuente',
  },
  notes: {
    heading: 'Notas',
    noDate: 's. f.',
    noSource: 'Fuente no encontrada',
    moved: 'El pasaje se ha movido en su artículo y no se ha confirmado.',
    orphaned: 'El pasaje se perdió al cambiar su artículo.',
    deleted: 'El pasaje ya no está en el cuaderno.',
    missing: 'No hay ningún pasaje {id}.',
    see: 'Véase la nota {number}.',
    inContext: 'En contexto: {label}',
    back: 'Volver al texto, nota {number}',
  },
  annotations: {
    heading: 'Anotaciones',
    tags: 'Etiquetas: {tags}',
    lost: 'Pasaje perdido: estas palabras ya no están en el texto.',
  },
  sources: { heading: 'Fuentes' },
  evidence: {
    heading: 'Pruebas',
    notes: '{count, plural, one {Nota} other {Notas}} {numbers}.',
    note: 'nota {number}',
    citedIn: 'Citado en {notes}',
    supports: 'Apoya la oración que lo cita.',
    contradicts: 'Contradice la oración que lo cita.',
    qualifies: 'Matiza la oración que lo cita.',
    sharedOrigin: 'Mismo origen que {others}: {name}.',
    online: 'Abrir el pasaje en línea',
  },
};

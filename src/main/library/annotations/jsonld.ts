import type { Annotation } from '../../../shared/model/annotation.ts';
import { codePoints } from './code-points.ts';
import { stateOfHash } from './identity.ts';

/** What the exported annotations say of their article. */
export interface AnnotatedSource {
  readonly id: string;
  readonly url: string | null;
  readonly language: string | null;
  readonly text: string;
  readonly title: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
}

/** An IRI for a thing of this library. Ids are UUIDs. */
const iri = (id: string) => `urn:uuid:${encodeURIComponent(id)}`;

function sourceIri({ id, url }: AnnotatedSource): string {
  return url !== null && URL.canParse(url) ? new URL(url).href : iri(id);
}

/** A creator is known by an IRI, or by a name alone. */
const creatorOf = (creator: string) =>
  URL.canParse(creator) ? creator : { type: 'Person', name: creator };

const colourValues = {
  amber: '#f5d98b',
  fern: '#b9d8a8',
  sky: '#a9cfe8',
  rose: '#eeb8bd',
  iris: '#c9bde6',
} as const;

function bodies({ comment, tags }: Annotation) {
  const text = { type: 'TextualBody', value: comment, format: 'text/markdown' };
  return [
    ...(comment === '' ? [] : [{ ...text, purpose: 'commenting' }]),
    ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
  ];
}

/**
 * Annotations of one article in the terms of the W3C Web Annotation Data Model. Positions count
 * code points, as the model asks; a lost passage has its quotation only. The source is the
 * article's address, or its id in the library where it has none; its state names the text that was
 * annotated by its hash.
 */
export function toWebAnnotations(
  source: AnnotatedSource,
  annotations: readonly Annotation[],
): Record<string, unknown>[] {
  const position = codePoints(source.text);
  return annotations.map((annotation) => {
    const { start, end, quote: exact, prefix, suffix, status, colour } = annotation;
    const place = {
      type: 'TextPositionSelector',
      start: position(start),
      end: position(end),
    };
    const body = bodies(annotation);
    return {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: iri(annotation.id),
      type: 'Annotation',
      motivation: annotation.motivation,
      created: annotation.created,
      modified: annotation.modified,
      ...(annotation.creator === null ? {} : { creator: creatorOf(annotation.creator) }),
      ...(body.length === 0 ? {} : { body }),
      target: {
        type: 'SpecificResource',
        source: sourceIri(source),
        'dcterms:title': source.title,
        state: stateOfHash(source.hash),
        styleClass: colour,
        selector: [
          ...(status === 'orphaned' ? [] : [place]),
          { type: 'TextQuoteSelector', exact, prefix, suffix },
        ],
      },
      stylesheet: {
        type: 'CssStylesheet',
        value: `.${colour} { background: ${colourValues[colour]}; }`,
      },
    };
  });
}

/** A collection on one page: the file an export writes. */
export function toCollection(items: readonly Record<string, unknown>[], label: string) {
  const id = 'urn:attache:annotations';
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label,
    total: items.length,
    first: {
      id: `${id}:1`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: items.map(({ '@context': _context, ...item }) => item),
    },
  };
}

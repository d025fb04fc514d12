import { z } from 'zod';
import { offset } from './ranges.ts';

export const colours = ['amber', 'fern', 'sky', 'rose', 'iris'] as const;
export const colourSchema = z.enum(colours);

/** What other programs and people call the nearest of the colours. */
export const colourNames = {
  yellow: 'amber',
  orange: 'amber',
  green: 'fern',
  blue: 'sky',
  red: 'rose',
  pink: 'rose',
  purple: 'iris',
  violet: 'iris',
} as const satisfies Record<string, (typeof colours)[number]>;
export type Colour = z.infer<typeof colourSchema>;

export const annotationStatuses = ['exact', 'moved', 'orphaned'] as const;

/** Orders of a list; a leading `-` is descending. `place` is article by article, as the text runs. */
export const annotationSorts = [
  'place',
  'created',
  '-created',
  'modified',
  '-modified',
  'colour',
  'title',
] as const;
export type AnnotationSort = (typeof annotationSorts)[number];

export const motivations = ['highlighting', 'commenting', 'tagging'] as const;

/** W3C Web Annotation selectors of one passage, as stored and exported. */
const selectorsSchema = z.tuple([
  z.object({ type: z.literal('TextPositionSelector'), start: offset, end: offset }),
  z.object({
    type: z.literal('TextQuoteSelector'),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  }),
]);

/** A marked passage. `start` and `end` are UTF-16 offsets into the article's current text. */
export const annotationSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  start: offset,
  end: offset,
  /** The marked words. */
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  motivation: z.enum(motivations),
  comment: z.string(),
  tags: z.array(z.string()),
  colour: colourSchema,
  /** `moved` waits for the person; `orphaned` is kept with its quote among the lost passages. */
  status: z.enum(annotationStatuses),
  /** How sure the place of a `moved` passage is, from 0 to 1. */
  score: z.number().nullable(),
  /** Who wrote it, where it was imported: as its file says. */
  creator: z.string().nullable(),
  /** ISO 8601. */
  created: z.string(),
  modified: z.string(),
  /** Ids of the briefings and notes that cite it. */
  citedIn: z.array(z.string()),
  selector: selectorsSchema,
});
export type Annotation = z.infer<typeof annotationSchema>;

/** A place that may be a passage's. Numbers are from 0 to 1. */
export const candidateSchema = z.object({
  start: offset,
  end: offset,
  text: z.string(),
  /** How well it fits: by its words, those around it and where it is. */
  score: z.number(),
  /** How like its words are. */
  words: z.number(),
  /** How like the words around it are; null where the passage had none. */
  around: z.number().nullable(),
});

import { z } from 'zod';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { colourSchema, type Annotation, type Colour } from '../../../../shared/model/annotation.ts';
import { tagNameSchema } from '../../../../shared/model/tag.ts';
import { beginningOf } from '../../../../shared/text/shorten.ts';
import type { Sought } from './articles.ts';
import { hashOfState, uuidOf } from '../../annotations/identity.ts';
import { placesOf, type Place } from './selectors.ts';

/** One annotation of a file, whatever program wrote it. */
export interface ImportedAnnotation {
  readonly id: string;
  /** Addresses and ids the annotated text may have in the library. */
  readonly sources: readonly string[];
  /** SHA-256 of the annotated text, in hexadecimal. */
  readonly hash: string | null;
  /** What the text is called, for a person. */
  readonly title: string;
  readonly place: Place;
  readonly motivation: Annotation['motivation'];
  readonly comment: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  readonly creator: string | null;
  /** ISO 8601, or null where it is not known. */
  readonly created: string | null;
  readonly modified: string | null;
}

const oneOrMore = <T extends z.ZodType>(schema: T) =>
  z.union([schema, z.array(schema)]).transform((value) => [value].flat() as z.output<T>[]);

const body = z.looseObject({
  type: z.unknown().optional(),
  value: z.string().optional(),
  purpose: z.unknown().optional(),
  id: z.string().optional(),
});
const resource = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  nickname: z.string().optional(),
});
const target = z.looseObject({
  id: z.string().optional(),
  source: z.union([z.string(), resource]).optional(),
  scope: z.unknown().optional(),
  selector: z.unknown().optional(),
  state: z.unknown().optional(),
  styleClass: z.unknown().optional(),
  'dcterms:title': z.string().optional(),
});

/** The fields read, of the W3C model and of Hypothesis; others may be there. */
const itemSchema = z.looseObject({
  id: z.string().max(2000).optional(),
  canonical: z.string().optional(),
  motivation: oneOrMore(z.unknown()).optional(),
  created: z.string().optional(),
  modified: z.string().optional(),
  creator: z.union([z.string(), oneOrMore(resource)]).optional(),
  body: oneOrMore(z.union([z.string(), body])).optional(),
  bodyValue: z.string().optional(),
  target: oneOrMore(z.union([z.string(), target])),
  // Hypothesis.
  uri: z.string().optional(),
  user: z.string().optional(),
  text: z.string().optional(),
  tags: z.array(z.string()).optional(),
  updated: z.string().optional(),
  references: z.array(z.string()).optional(),
  document: z
    .looseObject({
      title: oneOrMore(z.string()).optional(),
      link: z.array(z.looseObject({ href: z.string() })).optional(),
    })
    .optional(),
});
type Item = z.output<typeof itemSchema>;

const longestComment = 100_000;

function textOf(item: Item): { comment: string; tags: string[] } {
  const tags = [...(item.tags ?? [])];
  const comments = [item.bodyValue ?? '', item.text ?? ''];
  for (const part of item.body ?? []) {
    if (typeof part === 'string') comments.push(part);
    else if (part.purpose === 'tagging' && part.value !== undefined) tags.push(part.value);
    else comments.push(part.value ?? part.id ?? '');
  }
  return {
    comment: beginningOf(
      comments
        .map((comment) => comment.trim())
        .filter(Boolean)
        .join('\n\n'),
      longestComment,
    ),
    tags: tags.flatMap((tag) => tagNameSchema.safeParse(tag).data ?? []),
  };
}

function motivationOf(item: Item, comment: string, tags: readonly string[]) {
  const named = item.motivation ?? [];
  for (const known of ['commenting', 'tagging', 'highlighting'] as const) {
    if (named.includes(known)) return known;
  }
  return comment !== '' ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting';
}

/** A moment as the library keeps it; what cannot be read is unknown. */
function moment(written: string | undefined): string | null {
  const at = new Date(written ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function creatorOf({ creator, user }: Item): string | null {
  if (typeof creator === 'string') return creator;
  const [first] = creator ?? [];
  return first?.name ?? first?.nickname ?? first?.id ?? user ?? null;
}

const malformed = (message: string) => new AttacheError('invalid-input', message);

/** Reads the shape of an item. Throws `invalid-input` where it is no annotation. */
export function parseItem(raw: unknown): Item {
  const parsed = itemSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw malformed(
    where === '' ? 'This is not an annotation.' : `The annotation has no usable “${where}”.`,
  );
}

export const uuidOfItem = (item: Item, raw: unknown): string =>
  uuidOf(item.canonical ?? item.id, raw);

type Target = Exclude<Item['target'][number], string>;
const targetsOf = (item: Item): Target[] =>
  item.target.map((each) => (typeof each === 'string' ? { id: each } : each));

/** By what the text of an item, or of one of its targets, is found. */
export function articleKeys(item: Item, on: Target | undefined = targetsOf(item)[0]): Sought {
  const source = on?.source;
  const sources = [
    typeof source === 'string' ? source : source?.id,
    on?.id,
    item.uri,
    ...(item.document?.link ?? []).map(({ href }) => href),
  ].filter((each): each is string => each !== undefined && each !== '');
  return { sources: [...new Set(sources)], hash: hashOfState(on?.state) };
}

/** What was written, by whom, when, and the title of the page. */
export function wordsOf(item: Item) {
  return {
    ...textOf(item),
    title: targetsOf(item)[0]?.['dcterms:title'] ?? item.document?.title?.[0] ?? '',
    creator: creatorOf(item),
    created: moment(item.created),
  };
}

/**
 * Reads one item. Throws `invalid-input` where it is malformed, `unsupported-format` where it is a
 * well-formed annotation of something else than a passage: a whole page, an image, a reply.
 */
export function readItem(raw: unknown): ImportedAnnotation {
  const item = parseItem(raw);
  const targets = targetsOf(item);
  const found = targets.flatMap((each) => {
    const place = placesOf(each.selector);
    return place === null ? [] : [{ each, place }];
  });
  const [first] = found;
  if (first === undefined) {
    throw new AttacheError(
      'unsupported-format',
      (item.references ?? []).length > 0
        ? 'This is a reply to another annotation, not a passage of a text.'
        : 'This annotates no passage of a text: it has neither a quotation nor a position.',
    );
  }
  const { sources, hash } = articleKeys(item, first.each);
  if (sources.length === 0) throw malformed('The annotation does not say which text it is on.');
  const { comment, tags, title, creator, created } = wordsOf(item);
  return {
    id: uuidOfItem(item, raw),
    sources,
    hash,
    title: first.each['dcterms:title'] ?? (title || (sources[0] ?? '')),
    place: first.place,
    motivation: motivationOf(item, comment, tags),
    comment,
    tags,
    colour: colourSchema.safeParse(first.each.styleClass).data ?? 'amber',
    creator,
    created,
    modified: moment(item.modified ?? item.updated),
  };
}

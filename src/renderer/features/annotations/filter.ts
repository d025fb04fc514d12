import type { Annotation, Colour } from '../../../shared/model/annotation.ts';

/** Null means any. */
export interface Filter {
  readonly colour: Colour | null;
  readonly tag: string | null;
  readonly cited: boolean | null;
}

export const everything: Filter = { colour: null, tag: null, cited: null };

export const passes = (
  filter: Filter,
  { colour, tags, citedIn }: Pick<Annotation, 'colour' | 'tags' | 'citedIn'>,
): boolean =>
  (filter.colour === null || filter.colour === colour) &&
  (filter.tag === null || tags.includes(filter.tag)) &&
  (filter.cited === null || filter.cited === citedIn.length > 0);

import { toCsv } from '../csv.ts';
import type { Network, NetworkActor } from './read-network.ts';

const columns = [
  'Source',
  'Target',
  'source name',
  'source kind',
  'source mentions',
  'target name',
  'target kind',
  'target mentions',
  'articles',
  'paragraphs',
  'relation',
  'title',
  'from',
  'until',
];

const cells = ({ name, kind, mentions }: NetworkActor) => [name, kind, mentions];

/**
 * The network as CSV: a row for each two actors that are named together, and one for each relation
 * between two. Source and Target are the actors' ids, as network programs expect of an edge list.
 * Actors named with nobody and related to nobody are not in it.
 */
export const networkCsv = ({ ties, relations }: Network): Uint8Array =>
  toCsv([
    columns,
    ...ties.map(({ actors: [one, other], articles, paragraphs }) => [
      one.id,
      other.id,
      ...cells(one),
      ...cells(other),
      articles,
      paragraphs,
      '',
      '',
      '',
      '',
    ]),
    ...relations.map(({ kind, subject, object, title, from, until }) => [
      subject.id,
      object.id,
      ...cells(subject),
      ...cells(object),
      '',
      '',
      kind,
      title,
      from ?? '',
      until ?? '',
    ]),
  ]);

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
];

const cells = ({ name, kind, mentions }: NetworkActor) => [name, kind, mentions];

/**
 * The ties of the network as CSV, a row for each two actors. Source and Target are the actors'
 * ids, as network programs expect of an edge list. Actors named with nobody are not in it.
 */
export const networkCsv = ({ ties }: Network): Uint8Array =>
  toCsv([
    columns,
    ...ties.map(({ actors: [one, other], articles, paragraphs }) => [
      one.id,
      other.id,
      ...cells(one),
      ...cells(other),
      articles,
      paragraphs,
    ]),
  ]);

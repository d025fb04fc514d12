import type { Block, Mark } from '../../../shared/model/ranges.ts';

/** Layers of a text as the library stores them: few who hand an article on read them. */
export interface StoredLayers {
  /** JSON of a `Block[]`. */
  readonly blocks: string;
  /** JSON of a `Mark[]`. */
  readonly marks: string;
}

export const storedLayers = (blocks: readonly Block[], marks: readonly Mark[]): StoredLayers => ({
  blocks: JSON.stringify(blocks),
  marks: JSON.stringify(marks),
});

export const blocksIn = ({ blocks }: Pick<StoredLayers, 'blocks'>): Block[] =>
  JSON.parse(blocks) as Block[];

export const marksIn = ({ marks }: Pick<StoredLayers, 'marks'>): Mark[] =>
  JSON.parse(marks) as Mark[];

import { blocksIn, marksIn, type StoredLayers } from '../articles/stored-layers.ts';

/** An article with its blocks and marks read, as tests look at them. */
export const withLayers = <Parsed extends { readonly layers: StoredLayers }>(article: Parsed) => ({
  ...article,
  blocks: blocksIn(article.layers),
  marks: marksIn(article.layers),
});

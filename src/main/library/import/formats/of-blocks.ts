import { LayerBuilder, type BlockDraft } from '../text/layers.ts';
import type { RawArticle } from './format.ts';

/** An article of all the given blocks. */
export function ofBlocks(drafts: readonly BlockDraft[]): RawArticle {
  const builder = new LayerBuilder();
  for (const draft of drafts) builder.add(draft);
  return { ...builder.finish(), hidden: [], extracted: false, proposals: [] };
}

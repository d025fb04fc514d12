import type { Proposal } from '../../../../shared/model/import.ts';
import { headerLines, hiddenHeader, proposeFromHeader } from '../metadata/header-lines.ts';
import { LayerBuilder, type BlockDraft } from '../../articles/text/layers.ts';
import type { RawArticle } from './format.ts';
import { joinHidden } from './join-hidden.ts';

/**
 * An article of all the given blocks. The lines of a header above it are hidden and read as metadata,
 * before what the document's `properties` propose.
 */
export function ofBlocks(
  drafts: readonly BlockDraft[],
  properties: readonly Proposal[] = [],
): RawArticle {
  const builder = new LayerBuilder();
  for (const draft of drafts) builder.add(draft);
  const layers = builder.finish();
  const header = headerLines(layers.text);
  const proposals = [...proposeFromHeader(header), ...properties];
  const hidden = joinHidden(hiddenHeader(header), layers.hidden);
  return { ...layers, hidden, extracted: false, proposals };
}

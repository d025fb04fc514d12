import { colourSchema } from '../../../shared/model/annotation.ts';
import type { Tag } from '../../../shared/model/tag.ts';
import { compareTags, parentTag, tagsAbove } from '../../../shared/text/tag-names.ts';
import type { TagStore } from './store.ts';

/** All tags, those only above others included, as an outline with their passages counted. */
export function outline(store: TagStore): Tag[] {
  const own = new Map<string, number>();
  const within = new Map<string, Set<number>>();
  for (const name of store.names()) {
    for (const tag of [name, ...tagsAbove(name)]) {
      if (!within.has(tag)) within.set(tag, new Set());
    }
  }
  for (const { annotation, name } of store.carried()) {
    own.set(name, (own.get(name) ?? 0) + 1);
    for (const tag of [name, ...tagsAbove(name)]) within.get(tag)?.add(annotation);
  }
  const colours = store.colours();
  return [...within]
    .sort(([a], [b]) => compareTags(a, b))
    .map(([name, annotations]) => ({
      name,
      parent: parentTag(name),
      colour: colourSchema.safeParse(colours.get(name)).data ?? null,
      annotations: own.get(name) ?? 0,
      withSubtags: annotations.size,
    }));
}

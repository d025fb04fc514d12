import type { HiddenRange, TextRange } from '../../../../shared/model/ranges.ts';
import { blocksIn, type StoredLayers } from '../../articles/stored-layers.ts';
import { lineKey } from './keys.ts';
import type { OutletRules } from './store.ts';

interface Layered {
  readonly text: string;
  readonly layers: Pick<StoredLayers, 'blocks'>;
}

const touching = (a: TextRange, b: TextRange): boolean => a.start < b.end && a.end > b.start;

/** A range without the stretch a rule shows: what is left before and behind it. */
function without(text: string, range: HiddenRange, shown: TextRange): HiddenRange[] {
  const before = text.slice(range.start, Math.max(range.start, shown.start)).trimEnd();
  const end = Math.min(range.end, shown.end);
  const behind = text.slice(end, range.end);
  const from = end + behind.length - behind.trimStart().length;
  return [
    { ...range, end: range.start + before.length },
    { ...range, start: from },
  ].filter(({ start, end: to }) => start < to);
}

/**
 * The hidden and offered ranges of a text after the rules of its outlet. Lines a person hid in this
 * very article stay hidden. Answers the same array where no rule has anything to say.
 */
export function applyRules(
  { text, layers }: Layered,
  hidden: readonly HiddenRange[],
  rules: OutletRules,
): readonly HiddenRange[] {
  if (rules.isEmpty) return hidden;
  let ranges = hidden.flatMap((range): HiddenRange[] => {
    if (range.by === 'person') return [range];
    const action = rules.ofReason(range.reason);
    if (action === 'show') return [];
    return action === 'hide' && range.by === 'offered' ? [{ ...range, by: 'rule' }] : [range];
  });
  let changed =
    ranges.length !== hidden.length || ranges.some((range, index) => range !== hidden[index]);
  if (rules.hasLines) {
    for (const block of blocksIn(layers)) {
      const rule = rules.ofLine(lineKey(text.slice(block.start, block.end)));
      if (rule === undefined) continue;
      const isTouched = (range: HiddenRange) => touching(range, block);
      if (rule.action === 'show') {
        const covers = (range: HiddenRange) => isTouched(range) && range.by !== 'person';
        if (!ranges.some(covers)) continue;
        ranges = ranges.flatMap((range) => (covers(range) ? without(text, range, block) : [range]));
      } else {
        if (ranges.some((range) => isTouched(range) && range.by !== 'offered')) continue;
        const { start, end } = block;
        ranges = ranges.filter((range) => !isTouched(range));
        ranges.push({ start, end, reason: rule.reason, by: 'rule' });
      }
      changed = true;
    }
  }
  return changed ? ranges.sort((a, b) => a.start - b.start || a.end - b.end) : hidden;
}

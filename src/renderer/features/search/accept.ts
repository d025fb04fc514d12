import type { Completion, Completions } from '../../../shared/model/completion.ts';

/** The query with a completion in its place, and where the cursor then stands (UTF-16). */
export function accepted(
  q: string,
  { from, to }: Pick<Completions, 'from' | 'to'>,
  { text, kind }: Pick<Completion, 'text' | 'kind'>,
): { readonly q: string; readonly caret: number } {
  const after = q.slice(to);
  // After a value comes the next word; a field still wants its value.
  const gap = kind === 'field' || after.startsWith(' ') ? '' : ' ';
  const before = q.slice(0, from) + text + gap;
  const past = kind !== 'field' && gap === '' ? 1 : 0;
  return { q: before + after, caret: before.length + past };
}

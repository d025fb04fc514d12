import type { Annotation } from '../../../shared/model/annotation.ts';
import { useMethod } from '../../api/use-method.ts';
import { saidOver } from '../../reading/said-over.ts';

/** The name of the actor who is recorded as having said the words of a passage; null: nobody. */
export function useSpeaker(passage: Annotation): string | null {
  const { articleId } = passage;
  const { data: statements } = useMethod('statements.list', { articleId });
  const { data: actors } = useMethod('actors.list', {});
  const spoken = (statements?.items ?? []).filter(
    ({ speaker, status }) => speaker !== null && status !== 'orphaned',
  );
  const [first] = saidOver(passage, spoken);
  if (first === undefined) return null;
  return actors?.items.find(({ id }) => id === first.speaker)?.name ?? null;
}

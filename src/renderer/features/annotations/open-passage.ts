import { client } from '../../api/client.ts';
import { showError } from '../../api/show-error.ts';
import { navigate } from '../../state/route.ts';
import { selectAnnotation } from '../../state/selection.ts';

/** Goes to a passage in its article; a lost one has no place, so only to the article. */
export async function openPassage(id: string): Promise<void> {
  try {
    const { articleId, start, end, status } = await client.call('annotations.get', { id });
    selectAnnotation(id);
    navigate({
      name: 'article',
      id: articleId,
      ...(status === 'orphaned' ? {} : { start, end }),
    });
  } catch (error) {
    showError(error);
  }
}

import { appendQuotation } from '../../shared/briefing/append-quotation.ts';
import { readDocument } from '../../shared/briefing/document-text.ts';
import { AttacheError } from '../../shared/contract/errors.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import { client } from '../api/client.ts';
import { showError } from '../api/show-error.ts';
import type { Messages } from '../messages/messages.ts';
import { navigate } from '../state/route.ts';
import { useSelection } from '../state/selection.ts';
import { showToast } from '../ui/toast/toasts.ts';

export interface Passage extends Pick<Annotation, 'id' | 'quote'> {
  /** Name of who said it. */
  readonly speaker?: string | null;
}

interface OpenBriefing {
  readonly id: string;
  readonly insert: (passage: Passage) => void;
}

let open: OpenBriefing | null = null;

/** Says that a briefing is on screen; answers with the function that says it is gone. */
export function registerOpenBriefing(briefing: OpenBriefing): () => void {
  open = briefing;
  useSelection.setState({ briefingId: briefing.id });
  return () => {
    if (open === briefing) open = null;
  };
}

/** The briefing that was opened last, else the one changed last, else a new one. */
async function targetBriefing(): Promise<string> {
  const { items } = await client.call('briefings.list', {});
  const { briefingId } = useSelection.getState();
  const known = items.find(({ id }) => id === briefingId) ?? items[0];
  if (known !== undefined) return known.id;
  return (await client.call('briefings.create', { template: 'briefing' })).id;
}

/** Where a passage went: the title of the briefing and the offset of the citation in its text. */
interface Added {
  readonly title: string;
  readonly at: number | undefined;
}

async function append(id: string, passage: Passage, attempts = 2): Promise<Added> {
  const { content, revision } = await client.call('briefings.get', { id });
  const longer = appendQuotation(content, passage.id, passage.quote);
  try {
    const { title } = await client.call('briefings.update', { id, content: longer, revision });
    const cited = readDocument(longer).anchors.findLast(
      ({ annotationId }) => annotationId === passage.id,
    );
    return { title, at: cited?.offset };
  } catch (error) {
    const outrun = error instanceof AttacheError && error.code === 'conflict';
    if (outrun && attempts > 1) return append(id, passage, attempts - 1);
    throw error;
  }
}

/**
 * Quotes and cites a passage in the briefing on screen, at its cursor; else in the briefing opened
 * last, which is made where there is none. Says where it went.
 */
export async function addToBriefing(passage: Passage, m: Messages): Promise<void> {
  if (open !== null) {
    open.insert(passage);
    return;
  }
  try {
    const id = await targetBriefing();
    const { title, at } = await append(id, passage);
    useSelection.setState({ briefingId: id });
    showToast({
      message: m('briefings.added', { title }),
      action: {
        label: m('briefings.open'),
        run: () =>
          navigate({ name: 'briefing', id, ...(at === undefined ? {} : { start: at, end: at }) }),
      },
    });
  } catch (error) {
    showError(error);
  }
}

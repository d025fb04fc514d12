import { client } from '../api/client.ts';
import { showError } from '../api/show-error.ts';
import type { Messages } from '../messages/messages.ts';
import { holdKeys } from '../state/keymap.ts';
import { navigate, type Route } from '../state/route.ts';
import { showToast } from '../ui/toast/toasts.ts';

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    showError(error);
  }
}

export const newBriefing = (): Promise<void> =>
  attempt(async () => {
    const { id } = await client.call('briefings.create', { template: 'briefing' });
    navigate({ name: 'briefing', id });
  });

/** A note about what is open: the article, the actor, else the story at large. */
export const newNote = (route: Route): Promise<void> =>
  attempt(async () => {
    holdKeys();
    const about =
      route.name === 'article'
        ? { articleId: route.id }
        : route.name === 'actor'
          ? { actorId: route.id }
          : {};
    const { id } = await client.call('notes.create', { about });
    navigate({ name: 'note', id });
  });

export const backUp = (m: Messages): Promise<void> =>
  attempt(async () => {
    const { path } = await client.call('library.backup', {});
    showToast({ message: m('app.backedUp', { path }) });
  });

export const checkLibrary = (m: Messages): Promise<void> =>
  attempt(async () => {
    const { ok, problems } = await client.call('library.check', {});
    showToast({
      tone: ok ? 'plain' : 'error',
      message: ok
        ? m('app.checkOk')
        : m('app.checkProblems', {
            count: problems.length,
            first: problems[0]?.message ?? '',
          }),
    });
  });

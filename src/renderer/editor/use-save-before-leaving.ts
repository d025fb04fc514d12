import { useEffect } from 'react';
import { blockChange } from '../../shared/briefing/block-change.ts';
import { bridge } from '../api/bridge.ts';
import { useMessages } from '../messages/messages.ts';
import { showToast } from '../ui/toast/toasts.ts';
import type { Autosave, Draft } from './autosave.ts';
import { dropUnsaved, keepUnsaved } from './unsaved.ts';

const stepMs = 40;
const longestRestMs = 1_000;

/** Saves what is on the page; resolves when that is over, whether it succeeded or not. */
export async function saveNow(autosave: Autosave): Promise<void> {
  // What was typed last becomes known when the editor rests.
  for (let waited = 0; autosave.touched && waited < longestRestMs; waited += stepMs) {
    await new Promise((rested) => setTimeout(rested, stepMs));
  }
  await autosave.flush();
}

/** Saves what an earlier page could not, and says that it is there. */
export function useTakenUp(autosave: Autosave, unsaved: Draft | null): void {
  const m = useMessages();
  useEffect(() => {
    if (unsaved === null || autosave.dirty) return;
    autosave.change(unsaved);
    showToast({ message: m('editor.takenUp') });
  }, [autosave, unsaved, m]);
}

/** UTF-16 units of changes that a page hands over while it goes. */
const handedOver = 20_000;

function lengthOf({ unsaved: { content }, base }: Autosave): number {
  if (content === undefined) return 0;
  return JSON.stringify(base === null ? content : blockChange(base, content)).length;
}

/**
 * Saves what is not saved when the page is left. A page that goes has no time to hand over more
 * than a little: all of it is kept in this browser too, and taken up when the document is next
 * opened in it. The browser asks before it leaves where the words are not surely saved.
 */
export function useSaveBeforeLeaving(documentId: string, autosave: Autosave): void {
  useEffect(() => {
    const keep = () =>
      keepUnsaved(documentId, { revision: autosave.revision, draft: autosave.unsaved });
    const warn = (event: BeforeUnloadEvent) => {
      if (!autosave.dirty) return;
      const { kind } = autosave.state;
      const isKept = keep();
      const length = lengthOf(autosave);
      void autosave.flush();
      const isHandedOver = length < handedOver && kind !== 'failed' && kind !== 'conflict';
      if (!isKept || !isHandedOver) event.preventDefault();
    };
    const leave = () => {
      if (autosave.dirty) keep();
    };
    window.addEventListener('beforeunload', warn);
    window.addEventListener('pagehide', leave);
    const stopWatching = autosave.subscribe(() => {
      if (autosave.state.kind === 'saved') dropUnsaved(documentId);
      else if (autosave.state.kind === 'failed') keep();
    });
    const stop = bridge?.beforeClose(() => saveNow(autosave));
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('pagehide', leave);
      stop?.();
      // The editor tells its last change as it goes, which may be after this.
      setTimeout(() => void autosave.flush().finally(stopWatching));
    };
  }, [autosave, documentId]);
}

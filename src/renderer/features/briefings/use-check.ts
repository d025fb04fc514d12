import { useEffect, useState } from 'react';
import type { BriefingCheck, LexicalContent } from '../../../shared/model/document.ts';
import { client } from '../../api/client.ts';
import type { SaveState } from '../../editor/autosave.ts';

const restMs = 600;

/**
 * The library's check of the briefing each time it was saved. A page that cannot be saved is sent
 * along some time after each change.
 */
export function useCheck(
  id: string,
  content: LexicalContent,
  saving: SaveState,
): BriefingCheck | undefined {
  const [check, setCheck] = useState<BriefingCheck>();
  useEffect(() => {
    if (saving.kind === 'waiting' || saving.kind === 'saving') return undefined;
    let wanted = true;
    const isSaved = saving.kind === 'saved';
    const ask = async () => {
      try {
        const result = await client.call('briefings.check', isSaved ? { id } : { id, content });
        if (wanted) setCheck(result);
      } catch {
        // The last result stays: its findings are compared with the page before they are shown.
      }
    };
    const timer = setTimeout(() => void ask(), isSaved ? 0 : restMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [id, content, saving]);
  return check;
}

import { useEffect, useState } from 'react';
import type { BriefingCheck, LexicalContent } from '../../../shared/model/document.ts';
import { client } from '../../api/client.ts';
import type { Saves } from '../../editor/autosave.ts';

const restMs = 600;

/**
 * The library's check of the briefing each time it was saved. A page that cannot be saved is sent
 * along some time after each change.
 */
export function useCheck(
  id: string,
  content: LexicalContent,
  saves: Saves,
): BriefingCheck | undefined {
  const [check, setCheck] = useState<BriefingCheck>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    const ask = async (isSaved: boolean, turn: number) => {
      try {
        const result = await client.call('briefings.check', isSaved ? { id } : { id, content });
        if (turn === asked) setCheck(result);
      } catch {
        // The last result stays: its findings are compared with the page before they are shown.
      }
    };
    const look = () => {
      clearTimeout(timer);
      asked += 1;
      const { kind } = saves.state;
      if (kind === 'waiting' || kind === 'saving') return;
      const isSaved = kind === 'saved';
      timer = setTimeout(() => void ask(isSaved, asked), isSaved ? 0 : restMs);
    };
    look();
    const stop = saves.subscribe(look);
    return () => {
      stop();
      clearTimeout(timer);
      asked += 1;
    };
  }, [id, content, saves]);
  return check;
}

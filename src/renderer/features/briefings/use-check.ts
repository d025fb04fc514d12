import { useEffect, useRef, useState } from 'react';
import type { BriefingCheck, LexicalContent } from '../../../shared/model/document.ts';
import { client } from '../../api/client.ts';

const restMs = 600;

/** The library's check of what is on the page, some time after each change. */
export function useCheck(id: string, content: LexicalContent): BriefingCheck | undefined {
  const [check, setCheck] = useState<BriefingCheck>();
  const first = useRef(true);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      try {
        const result = await client.call('briefings.check', { id, content });
        if (wanted) setCheck(result);
      } catch {
        // The last result stays: its findings are compared with the page before they are shown.
      }
    };
    const timer = setTimeout(() => void ask(), first.current ? 0 : restMs);
    first.current = false;
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [id, content]);
  return check;
}

import { useEffect, useState } from 'react';
import { wordCount } from '../../shared/text/words.ts';

/** Nobody reads a number that changes with every key. */
const restMs = 600;

/** How many words a text has, some time after it changed. */
export function useWordCount(text: string): number {
  const [count, setCount] = useState(() => wordCount(text));
  useEffect(() => {
    const timer = setTimeout(() => setCount(wordCount(text)), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return count;
}

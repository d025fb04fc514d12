import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useCallback, useMemo, useState } from 'react';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { findAll } from '../../../shared/text/find-all.ts';
import { domRanges, readNow } from '../dom-ranges.ts';
import { scrollToRange } from '../long-page/page-window.ts';
import { selectStretch } from '../edits.ts';
import { replaceAll } from './replace.ts';

const none: readonly TextRange[] = [];

/** Find and replace in the open document: the words, the hits, and which one is the current one. */
export function useDocumentFind(read: DocumentText) {
  const [editor] = useLexicalComposerContext();
  const [mode, setMode] = useState<'find' | 'replace' | null>(null);
  const [needle, setNeedle] = useState('');
  const [exactly, setExactly] = useState(false);
  const [chosen, setChosen] = useState(0);
  const hits = useMemo(
    () => (mode === null ? none : findAll(read.text, needle, exactly)),
    [mode, read.text, needle, exactly],
  );
  const at = Math.min(chosen, Math.max(0, hits.length - 1));
  const show = useCallback(
    (hit: TextRange | undefined) => {
      if (hit === undefined) return;
      const [range] = domRanges(editor, readNow(editor), [hit]);
      scrollToRange(editor, range, 'center');
    },
    [editor],
  );
  const step = (by: 1 | -1) => {
    if (hits.length === 0) return;
    const next = (at + by + hits.length) % hits.length;
    setChosen(next);
    show(hits[next]);
  };
  const look = (words: string, asWritten: boolean) => {
    setNeedle(words);
    setExactly(asWritten);
    setChosen(0);
    show(findAll(read.text, words, asWritten)[0]);
  };
  /** The words were read when the editor rested: those found now are replaced. */
  const replace = (words: string, which: 'current' | 'all'): number => {
    const now = readNow(editor);
    const found = findAll(now.text, needle, exactly);
    const wanted = which === 'all' ? found : found.slice(at, at + 1);
    if (wanted.length > 0) replaceAll(editor, now, wanted, words);
    // New words that hold what is looked for are not found again by the next step.
    if (which === 'current') setChosen(at + findAll(words, needle, exactly).length);
    return wanted.length;
  };
  return {
    mode,
    needle,
    exactly,
    hits,
    at,
    open: (next: 'find' | 'replace', words: string) => {
      setMode(next);
      if (words !== '') look(words, exactly);
    },
    close: () => {
      const hit = hits[at];
      setMode(null);
      if (hit === undefined) editor.focus();
      else selectStretch(editor, readNow(editor), hit.start, hit.end);
    },
    search: (words: string) => look(words, exactly),
    setExactly: (asWritten: boolean) => look(needle, asWritten),
    step,
    replace,
  };
}

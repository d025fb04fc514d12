import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useRef } from 'react';
import type { LexicalContent } from '../../shared/model/document.ts';
import { incrementalContent } from './incremental-content.ts';

/** Updates under this tag come from the library and are not saved back to it. */
export const fromLibrary = 'from-library';

/** Top-level blocks from which on a document is long. */
const long = 400;

/** How long nothing changes before the content is told, in ms: longer where it takes longer to read. */
const restMs = (blocks: number): number => (blocks < long ? 120 : 500);
/** Somebody who never rests is not waited for longer than this, in ms. */
const longestMs = (blocks: number): number => (blocks < long ? 3_000 : 30_000);

const leaving = ['beforeunload', 'pagehide'];

export interface EditorEventsProps {
  /** What the library has, as it was last brought into the editor. */
  readonly stored: LexicalContent;
  /** The person changed something; the content follows when they rest. */
  readonly onTouch: () => void;
  /** The content some time after it changed, and before the editor goes. */
  readonly onRest: (content: LexicalContent, byPerson: boolean) => void;
}

/** Tells of changes to the content: at once that there are some, and at rest what they are. */
export function EditorEvents(props: EditorEventsProps) {
  const [editor] = useLexicalComposerContext();
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let firstChange: number | undefined;
    let byPerson = false;
    let brought = false;
    const content = incrementalContent(editor);
    content.adopt(latest.current.stored);
    const tell = () => {
      clearTimeout(timer);
      timer = undefined;
      firstChange = undefined;
      if (brought) content.adopt(latest.current.stored);
      brought = false;
      latest.current.onRest(content.read(), byPerson);
      byPerson = false;
    };
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      brought = tags.has(fromLibrary);
      if (!brought) {
        byPerson = true;
        latest.current.onTouch();
      }
      clearTimeout(timer);
      const blocks = editor.getRootElement()?.childElementCount ?? 0;
      firstChange ??= performance.now();
      const left = firstChange + longestMs(blocks) - performance.now();
      timer = setTimeout(tell, Math.max(0, Math.min(restMs(blocks), left)));
    });
    const tellNow = () => {
      if (timer !== undefined) tell();
    };
    // Before those who save what they were told: what was typed last is part of it.
    for (const event of leaving) window.addEventListener(event, tellNow, { capture: true });
    return () => {
      for (const event of leaving) window.removeEventListener(event, tellNow, { capture: true });
      stop();
      tellNow();
      content.stop();
    };
  }, [editor]);
  return null;
}

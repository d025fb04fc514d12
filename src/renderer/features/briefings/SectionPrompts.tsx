import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLayoutEffect, useMemo, useState } from 'react';
import { briefingSections } from '../../../shared/briefing/template.ts';
import type { DocumentText, NodePath } from '../../../shared/briefing/document-text.ts';
import { $nodeAt } from '../../editor/dom-ranges.ts';
import { useMessages, type MessageKey } from '../../messages/messages.ts';
import css from './SectionPrompts.module.css';

const prompts: Readonly<Record<(typeof briefingSections)[number], MessageKey>> = {
  'Bottom line': 'briefings.promptBottomLine',
  'What happened': 'briefings.promptWhatHappened',
  Positions: 'briefings.promptPositions',
  Assessment: 'briefings.promptAssessment',
  Gaps: 'briefings.promptGaps',
};

interface Prompt {
  readonly path: NodePath;
  readonly key: MessageKey;
}

/** The empty paragraphs that stand alone under a heading of the template. */
function promptsOf({ text, blocks }: DocumentText): Prompt[] {
  if (blocks.length <= 1 && text === '') {
    return [{ path: blocks[0]?.path ?? [0], key: 'briefings.promptBlank' }];
  }
  return blocks.flatMap((block, index): Prompt[] => {
    const heading = blocks[index - 1];
    const next = blocks[index + 1];
    if (block.kind !== 'paragraph' || block.start !== block.end) return [];
    if (heading?.kind !== 'heading' || (next !== undefined && next.kind !== 'heading')) return [];
    const title = text.slice(heading.start, heading.end).trim();
    const section = briefingSections.find((name) => name === title);
    return section === undefined ? [] : [{ path: block.path, key: prompts[section] }];
  });
}

/** Where blocks begin on the page, in CSS px from the top of `container`. */
function useBlockTops(
  container: HTMLElement | null,
  shown: readonly Prompt[],
): readonly (number | null)[] {
  const [editor] = useLexicalComposerContext();
  const [tops, setTops] = useState<readonly (number | null)[]>([]);
  useLayoutEffect(() => {
    if (container === null) return;
    const observer = new ResizeObserver(() => {
      const { top } = container.getBoundingClientRect();
      setTops(
        editor.getEditorState().read(() =>
          shown.map(({ path }) => {
            const key = $nodeAt(path)?.getKey();
            const element = key === undefined ? null : editor.getElementByKey(key);
            return element === null ? null : element.getBoundingClientRect().top - top;
          }),
        ),
      );
    });
    observer.observe(container);
    return () => observer.disconnect();
  }, [container, editor, shown]);
  return tops;
}

export interface SectionPromptsProps {
  readonly container: HTMLElement | null;
  readonly read: DocumentText;
}

/** What to write where nothing is written yet: drawn over the page, never part of the document. */
export function SectionPrompts({ container, read }: SectionPromptsProps) {
  const m = useMessages();
  const shown = useMemo(() => promptsOf(read), [read]);
  const tops = useBlockTops(container, shown);
  return (
    <div className={css.prompts} aria-hidden>
      {shown.map(({ key }, index) =>
        tops[index] == null ? null : (
          <p key={key} className={css.prompt} style={{ top: tops[index] }}>
            {m(key)}
          </p>
        ),
      )}
    </div>
  );
}

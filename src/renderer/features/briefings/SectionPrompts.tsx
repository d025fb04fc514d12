import { useMemo, type RefObject } from 'react';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLayoutEffect, useState } from 'react';
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

export interface SectionPromptsProps {
  readonly container: RefObject<HTMLElement | null>;
  readonly read: DocumentText;
}

/** What to write where nothing is written yet: drawn over the page, never part of the document. */
export function SectionPrompts({ container, read }: SectionPromptsProps) {
  const m = useMessages();
  const [editor] = useLexicalComposerContext();
  const shown = useMemo(() => promptsOf(read), [read]);
  const [tops, setTops] = useState<readonly (number | null)[]>([]);
  useLayoutEffect(() => {
    const top = container.current?.getBoundingClientRect().top ?? 0;
    const keys = editor
      .getEditorState()
      .read(() => shown.map(({ path }) => $nodeAt(path)?.getKey() ?? null));
    setTops(
      keys.map((key) => {
        const element = key === null ? null : editor.getElementByKey(key);
        return element === null ? null : element.getBoundingClientRect().top - top;
      }),
    );
  }, [container, editor, shown]);
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

import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list';
import { HistoryExtension } from '@lexical/history';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue';
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
} from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { Bold, ChevronDown, Italic, List, ListOrdered, Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useMessages } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/menu/Menu.tsx';
import { LinkButton } from './LinkButton.tsx';
import { TableButton } from './TableButton.tsx';
import css from './toolbar.module.css';
import { moveAmongButtons } from './toolbar-keys.ts';

export type BlockStyle = 'body' | 'h1' | 'h2' | 'h3' | 'quote';

interface Formats {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | null;
  readonly block: BlockStyle;
  readonly table: boolean;
}

const none: Formats = { bold: false, italic: false, link: null, block: 'body', table: false };

function $formats(): Formats {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return none;
  const node = selection.anchor.getNode();
  const link = node.getParents().find($isLinkNode);
  const top = node.getTopLevelElement();
  const tag = $isHeadingNode(top) ? top.getTag() : null;
  const block =
    tag === 'h1' || tag === 'h2' || tag === 'h3' ? tag : $isQuoteNode(top) ? 'quote' : 'body';
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    link: link?.getURL() ?? null,
    block,
    table: $isTableNode(top),
  };
}

function setBlock(editor: LexicalEditor, style: BlockStyle): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    $setBlocksType(selection, () => {
      if (style === 'body') return $createParagraphNode();
      return style === 'quote' ? $createQuoteNode() : $createHeadingNode(style);
    });
  });
  editor.focus();
}

/** The buttons above the page. `children` stand at the right end. */
export function EditorToolbar({
  leading,
  children,
}: {
  readonly leading?: ReactNode;
  readonly children?: ReactNode;
}) {
  const m = useMessages();
  const [editor] = useLexicalComposerContext();
  const canUndo = useExtensionSignalValue(HistoryExtension, 'canUndo');
  const canRedo = useExtensionSignalValue(HistoryExtension, 'canRedo');
  const [formats, setFormats] = useState<Formats>(none);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        setFormats((before) => {
          const now = editorState.read($formats);
          const same = (Object.keys(now) as (keyof Formats)[]).every((k) => now[k] === before[k]);
          return same ? before : now;
        });
      }),
    [editor],
  );
  const styles: readonly { style: BlockStyle; label: string }[] = [
    { style: 'body', label: m('briefings.body') },
    { style: 'h1', label: m('briefings.heading', { level: 1 }) },
    { style: 'h2', label: m('briefings.heading', { level: 2 }) },
    { style: 'h3', label: m('briefings.heading', { level: 3 }) },
    { style: 'quote', label: m('briefings.quote') },
  ];
  const current = styles.find(({ style }) => style === formats.block)?.label ?? '';
  const format = (name: 'bold' | 'italic') => () =>
    void editor.dispatchCommand(FORMAT_TEXT_COMMAND, name);
  return (
    <div
      className={css.bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={m('briefings.toolbar')}
      onKeyDown={moveAmongButtons}
    >
      {leading}
      <IconButton
        icon={Undo2}
        label={m('briefings.undo')}
        disabledReason={canUndo ? undefined : m('editor.nothingToUndo')}
        onClick={() => void editor.dispatchCommand(UNDO_COMMAND, undefined)}
      />
      <IconButton
        icon={Redo2}
        label={m('briefings.redo')}
        disabledReason={canRedo ? undefined : m('editor.nothingToRedo')}
        onClick={() => void editor.dispatchCommand(REDO_COMMAND, undefined)}
      />
      <span className={css.divider} />
      <Menu
        label={m('briefings.blockStyle')}
        items={styles.map(({ style, label }) => ({
          id: style,
          label,
          checked: style === formats.block,
          run: () => setBlock(editor, style),
        }))}
      >
        <Button
          look="plain"
          className={css.style}
          aria-label={m('briefings.blockStyleIs', { style: current })}
        >
          {current}
          <ChevronDown size={14} aria-hidden />
        </Button>
      </Menu>
      <IconButton
        icon={Bold}
        label={m('briefings.bold')}
        aria-pressed={formats.bold}
        onClick={format('bold')}
      />
      <IconButton
        icon={Italic}
        label={m('briefings.italic')}
        aria-pressed={formats.italic}
        onClick={format('italic')}
      />
      <IconButton
        icon={List}
        label={m('briefings.bullets')}
        onClick={() => void editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined)}
      />
      <IconButton
        icon={ListOrdered}
        label={m('briefings.numbers')}
        onClick={() => void editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined)}
      />
      <TableButton inside={formats.table} />
      <LinkButton
        url={formats.link}
        onApply={(url) => {
          editor.dispatchCommand(TOGGLE_LINK_COMMAND, url);
          editor.focus();
        }}
      />
      <span className={css.space} />
      {children}
    </div>
  );
}

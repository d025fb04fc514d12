import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ListTree } from 'lucide-react';
import type { DocumentText } from '../../shared/briefing/document-text.ts';
import { useMessages } from '../messages/messages.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/menu/Menu.tsx';
import { domRanges } from './dom-ranges.ts';
import { scrollToRange } from './long-page/page-window.ts';
import { selectStretch } from './edits.ts';

/** The headings of the document; one that is chosen is gone to. */
export function OutlineMenu({ read }: { readonly read: DocumentText }) {
  const m = useMessages();
  const [editor] = useLexicalComposerContext();
  const headings = read.blocks.filter(
    ({ kind, start, end }) => kind === 'heading' && read.text.slice(start, end).trim() !== '',
  );
  const least = Math.min(...headings.map(({ level = 1 }) => level));
  const goTo = (start: number, end: number) => {
    selectStretch(editor, read, start, end);
    const [range] = domRanges(editor, read, [{ start, end: start + 1 }]);
    scrollToRange(editor, range, 'start');
  };
  return (
    <Menu
      label={m('editor.outline')}
      items={headings.map(({ start, end, level = 1 }) => ({
        id: `${start}`,
        label: `${'\u2003'.repeat(level - least)}${read.text.slice(start, end)}`,
        run: () => goTo(start, end),
      }))}
    >
      <IconButton
        icon={ListTree}
        label={m('editor.outline')}
        disabledReason={headings.length === 0 ? m('editor.noHeadings') : undefined}
      />
    </Menu>
  );
}

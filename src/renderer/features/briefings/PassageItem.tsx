import {
  BookOpen,
  Check,
  Ellipsis,
  MessageSquareQuote,
  PenLine,
  Superscript,
  UserRound,
} from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Insertion } from '../../editor/edits.ts';
import { dragPassage } from '../../editor/passage-drag.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Menu, type MenuItem } from '../../ui/menu/Menu.tsx';
import type { Material } from './materials.ts';
import css from './PassageItem.module.css';

const keys: Readonly<Record<string, Insertion>> = {
  b: 'quotation',
  s: 'attributed',
  p: 'paraphrase',
  c: 'citation',
};

export interface PassageItemProps {
  readonly passage: Material;
  readonly source: string;
  /** How often this briefing cites it. */
  readonly uses: number;
  readonly onInsert: (passage: Material, how: Insertion) => void;
}

/** A passage to be put into the text: by its keys, a click, its menu, or by dragging. */
export function PassageItem({ passage, source, uses, onInsert }: PassageItemProps) {
  const m = useMessages();
  const onKeyDown = (event: KeyboardEvent) => {
    const how = keys[event.key.toLowerCase()];
    if (how === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onInsert(passage, how);
  };
  const { articleId: id, start, end, speaker, isStatement } = passage;
  const items: readonly MenuItem[] = [
    {
      id: 'quotation',
      label: m('briefings.insertQuotation'),
      icon: MessageSquareQuote,
      keys: 'B',
      run: () => onInsert(passage, 'quotation'),
    },
    ...(speaker === null
      ? []
      : [
          {
            id: 'attributed',
            label: m('briefings.insertAttributed', { speaker }),
            icon: UserRound,
            keys: 'S',
            run: () => onInsert(passage, 'attributed'),
          },
        ]),
    {
      id: 'paraphrase',
      label: m('briefings.insertParaphrase'),
      icon: PenLine,
      keys: 'P',
      run: () => onInsert(passage, 'paraphrase'),
    },
    {
      id: 'citation',
      label: m('briefings.insertCitation'),
      icon: Superscript,
      keys: 'C',
      run: () => onInsert(passage, 'citation'),
    },
    {
      id: 'open',
      label: m('briefings.openPassage'),
      icon: BookOpen,
      separated: true,
      run: () => navigate({ name: 'article', id, start, end }),
    },
  ];
  return (
    <li className={css.item}>
      <button
        type="button"
        className={css.passage}
        data-colour={passage.colour}
        data-used={uses > 0 || undefined}
        aria-keyshortcuts="B S P C"
        draggable={!isStatement}
        onDragStart={(event) => dragPassage(event.dataTransfer, passage)}
        onClick={() => onInsert(passage, 'quotation')}
        onKeyDown={onKeyDown}
      >
        <span className={css.quote}>{passage.quote}</span>
        <span className={css.meta}>
          <span className={css.words}>
            {speaker !== null && <strong>{speaker} · </strong>}
            {source}
          </span>
          {uses > 0 ? (
            <span className={css.used}>
              <Check size={12} aria-hidden /> {m('briefings.usedIn', { count: uses })}
            </span>
          ) : (
            <span className={css.hint}>
              <Kbd>B</Kbd> {m('briefings.insertKey')}
            </span>
          )}
        </span>
      </button>
      <span className={css.more}>
        <Menu label={m('briefings.insertHow')} placement="bottom-end" items={items}>
          <IconButton icon={Ellipsis} label={m('briefings.insertHow')} />
        </Menu>
      </span>
    </li>
  );
}

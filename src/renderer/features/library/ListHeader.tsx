import { ChevronDown, ListFilter } from 'lucide-react';
import { useRef, useState } from 'react';
import { useMessages, type MessageKey } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PaneHeader } from '../../ui/layout/PaneHeader.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { ListNarrowing } from './ListNarrowing.tsx';
import { useListView, type ArticleSort } from '../../state/list-view.ts';

const sorts: readonly (readonly [ArticleSort, MessageKey])[] = [
  ['-issued', 'library.newest'],
  ['issued', 'library.oldest'],
  ['title', 'library.titleUp'],
  ['-title', 'library.titleDown'],
  ['container-title', 'library.outletUp'],
  ['-container-title', 'library.outletDown'],
  ['-added', 'library.addedLast'],
  ['added', 'library.addedFirst'],
];

/** Which articles are listed, how many, in which order, and what they are narrowed by. */
export function ListHeader({ total }: { readonly total: number | undefined }) {
  const m = useMessages();
  const { sort, unread, typed, query } = useListView();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = sorts.find(([key]) => key === sort)?.[1] ?? 'library.newest';
  const title = unread ? 'library.unread' : 'library.allArticles';
  const narrowing = open || typed !== '';
  const close = () => {
    setOpen(false);
    useListView.setState({ typed: '', query: '' });
    button.current?.focus();
  };
  return (
    <>
      <PaneHeader title={m(query === '' ? title : 'library.narrowed')} count={total}>
        <Menu
          label={m('library.sort')}
          placement="bottom-end"
          items={sorts.map(([key, label]) => ({
            id: key,
            label: m(label),
            checked: key === sort,
            run: () => useListView.setState({ sort: key }),
          }))}
        >
          <Button look="plain" aria-label={`${m('library.sort')}: ${m(name)}`}>
            {m(name)}
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          </Button>
        </Menu>
        <IconButton
          ref={button}
          icon={ListFilter}
          label={m('library.narrow')}
          aria-expanded={narrowing}
          onClick={narrowing ? close : () => setOpen(true)}
        />
      </PaneHeader>
      {narrowing && <ListNarrowing focused={open} onClose={close} />}
      <span className="visually-hidden" role="status">
        {query === '' ? '' : m('library.listed', { count: total ?? 0 })}
      </span>
    </>
  );
}

import { ChevronDown, ListFilter } from 'lucide-react';
import { useMessages, type MessageKey } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PaneHeader } from '../../ui/layout/PaneHeader.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { useListView, type ArticleSort } from './list-view.ts';

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

export function ListHeader({ total }: { readonly total: number | undefined }) {
  const m = useMessages();
  const { sort, unread } = useListView();
  const name = sorts.find(([key]) => key === sort)?.[1] ?? 'library.newest';
  return (
    <PaneHeader title={m(unread ? 'library.unread' : 'library.allArticles')} count={total}>
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
        icon={ListFilter}
        label={m('library.onlyUnread')}
        aria-pressed={unread}
        onClick={() => useListView.setState({ unread: !unread })}
      />
    </PaneHeader>
  );
}

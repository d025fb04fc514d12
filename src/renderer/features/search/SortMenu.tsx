import { ChevronDown } from 'lucide-react';
import { searchSortSchema } from '../../../shared/model/search.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { useSearchSort } from './use-search.ts';

/** In which order results are shown. */
export function SortMenu() {
  const m = useMessages();
  const { sort } = useSearchSort();
  return (
    <Menu
      label={m('search.sort')}
      placement="bottom-end"
      items={searchSortSchema.options.map((choice) => ({
        id: choice,
        label: m(`search.sortBy.${choice}`),
        checked: choice === sort,
        run: () => useSearchSort.setState({ sort: choice }),
      }))}
    >
      <Button look="plain" aria-label={`${m('search.sort')}: ${m(`search.sortBy.${sort}`)}`}>
        {m(`search.sortBy.${sort}`)}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </Button>
    </Menu>
  );
}

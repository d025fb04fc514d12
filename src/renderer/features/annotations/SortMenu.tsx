import { ChevronDown } from 'lucide-react';
import { annotationSorts } from '../../../shared/model/annotation.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { useAnnotationView } from './annotation-view.ts';

/** The order of the list. */
export function SortMenu() {
  const m = useMessages();
  const sort = useAnnotationView((state) => state.sort);
  return (
    <Menu
      label={m('annotations.sort')}
      placement="bottom-end"
      items={annotationSorts.map((order) => ({
        id: order,
        label: m(`annotations.sort.${order}`),
        checked: order === sort,
        run: () => useAnnotationView.setState({ sort: order }),
      }))}
    >
      <Button look="plain">
        {m(`annotations.sort.${sort}`)}
        <ChevronDown size={14} aria-hidden />
      </Button>
    </Menu>
  );
}

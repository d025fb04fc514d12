import { FileText, LockKeyhole, Search } from 'lucide-react';
import { useMethod } from '../api/use-method.ts';
import { focusSearch } from '../features/search/focus-search.ts';
import { useMessages } from '../messages/messages.ts';
import { href, navigate, useRoute } from '../state/route.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/menu/Menu.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { useIsCurrent } from './Navigation.tsx';
import { navigationSections } from './navigation-items.ts';
import css from './Rail.module.css';

/** The navigation where there is little room: icons with the same names. */
export function Rail() {
  const m = useMessages();
  const route = useRoute();
  const isCurrent = useIsCurrent();
  const { data: briefings } = useMethod('briefings.list', {});
  const items = navigationSections
    .flatMap((section) => section.items)
    .filter(({ rail }) => rail === true);
  return (
    <nav className={css.rail} aria-label={m('app.library')}>
      {items.map((item) => (
        <Tooltip key={item.label} text={m(item.label)} placement="right">
          <a
            className={css.item}
            href={href(item.route)}
            aria-label={m(item.label)}
            aria-current={isCurrent(item) ? 'page' : undefined}
          >
            <item.icon size={18} strokeWidth={1.75} aria-hidden />
          </a>
        </Tooltip>
      ))}
      {briefings !== undefined && briefings.items.length > 0 && (
        <Menu
          label={m('app.briefings')}
          placement="right-start"
          items={briefings.items.map(({ id, title }) => ({
            id,
            label: title || m('app.briefingUntitled'),
            run: () => navigate({ name: 'briefing', id }),
          }))}
        >
          <button
            type="button"
            className={css.item}
            aria-label={m('app.briefings')}
            aria-current={route.name === 'briefing' ? 'page' : undefined}
          >
            <FileText size={18} strokeWidth={1.75} aria-hidden />
          </button>
        </Menu>
      )}
      <IconButton
        icon={Search}
        size={18}
        label={m('app.goSearch')}
        className={css.item}
        tooltipPlacement="right"
        aria-current={route.name === 'search' ? 'page' : undefined}
        onClick={focusSearch}
      />
      <Tooltip text={m('app.nothingLeaves')} placement="right">
        <span className={css.foot} role="img" aria-label={m('app.nothingLeaves')}>
          <LockKeyhole size={16} strokeWidth={1.75} aria-hidden />
        </span>
      </Tooltip>
    </nav>
  );
}

import { FileText, LockKeyhole } from 'lucide-react';
import { useId } from 'react';
import { useMethod } from '../api/use-method.ts';
import { useMessages } from '../messages/messages.ts';
import { formatCount } from '../messages/numbers.ts';
import { useListView } from '../state/list-view.ts';
import { href, useRoute, type Route } from '../state/route.ts';
import { navigationSections, type NavigationItem } from './navigation-items.ts';
import css from './Navigation.module.css';
import { SavedSearches } from './SavedSearches.tsx';

/** Whether an item is where the person is; an open article belongs to the list it came from. */
export function useIsCurrent(): (item: Pick<NavigationItem, 'route' | 'also'>) => boolean {
  const current = useRoute();
  const unread = useListView((state) => state.unread);
  const list = unread ? 'unread' : 'articles';
  const name: Route['name'] =
    current.name === 'article' || current.name === 'articles' ? list : current.name;
  return ({ route, also = [] }) => {
    if (route.name !== name) return also.includes(name);
    return !('id' in route) || ('id' in current && route.id === current.id);
  };
}

function Items({ label, items }: { label: string; items: readonly NavigationItem[] }) {
  const m = useMessages();
  const id = useId();
  const isCurrent = useIsCurrent();
  const { data: info } = useMethod('library.info', {});
  return (
    <>
      <h2 id={id} className={css.label}>
        {label}
      </h2>
      <ul aria-labelledby={id} className={css.items}>
        {items.map((item) => {
          const count = item.count === undefined ? 0 : (info?.counts[item.count] ?? 0);
          return (
            <li key={item.label}>
              <a
                className={css.item}
                href={href(item.route)}
                aria-current={isCurrent(item) ? 'page' : undefined}
              >
                <item.icon size={16} strokeWidth={1.75} aria-hidden />
                <span className={css.name}>{m(item.label)}</span>
                {count > 0 && <span className={css.count}>{formatCount(count)}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Briefings() {
  const m = useMessages();
  const id = useId();
  const isCurrent = useIsCurrent();
  const { data } = useMethod('briefings.list', {});
  if (data === undefined || data.items.length === 0) return null;
  return (
    <>
      <h2 id={id} className={css.label}>
        {m('app.briefings')}
      </h2>
      <ul aria-labelledby={id} className={css.items}>
        {data.items.map((briefing) => {
          const route: Route = { name: 'briefing', id: briefing.id };
          return (
            <li key={briefing.id}>
              <a
                className={css.item}
                href={href(route)}
                aria-current={isCurrent({ route }) ? 'page' : undefined}
              >
                <FileText size={16} strokeWidth={1.75} aria-hidden />
                <span className={css.name}>{briefing.title || m('app.briefingUntitled')}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The rooms of the notebook, with what is in them. */
export function Navigation({ start }: { readonly start: boolean }) {
  const m = useMessages();
  return (
    <nav className={css.navigation} aria-label={m('app.library')}>
      <div className={css.scroll}>
        {navigationSections.map(({ label, items }) => (
          <Items key={label} label={m(label)} items={items} />
        ))}
        <Briefings />
        <SavedSearches />
      </div>
      {!start && (
        <p className={css.foot}>
          <LockKeyhole size={12} strokeWidth={1.75} aria-hidden />
          {m('app.nothingLeaves')}
        </p>
      )}
    </nav>
  );
}

import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { href, navigate } from '../../state/route.ts';
import { Menu } from '../../ui/menu/Menu.tsx';
import css from './AnnotationCard.module.css';

/** Where a passage is cited: a link to the briefing or note, a menu where there are several. */
export function CitedIn({ ids }: { readonly ids: readonly string[] }) {
  const m = useMessages();
  const briefings = useMethod('briefings.list', {}).data?.items ?? [];
  const notes = useMethod('notes.list', {}).data?.items ?? [];
  if (ids.length === 0) return null;
  const label = m('annotations.citedIn', { count: ids.length });
  const [only, ...others] = [
    ...briefings.map(({ id, title }) => ({ name: 'briefing' as const, id, title })),
    ...notes.map(({ id, title }) => ({ name: 'note' as const, id, title })),
  ].filter(({ id }) => ids.includes(id));
  if (only === undefined) return <span className={css.cited}>{label}</span>;
  if (others.length === 0) {
    return (
      <a className={css.cited} href={href(only)} title={only.title}>
        {label}
      </a>
    );
  }
  return (
    <Menu
      label={label}
      placement="bottom-end"
      items={[only, ...others].map((document) => ({
        id: document.id,
        label: document.title || m(`annotations.untitled.${document.name}`),
        run: () => navigate(document),
      }))}
    >
      <button type="button" className={css.cited}>
        {label}
      </button>
    </Menu>
  );
}

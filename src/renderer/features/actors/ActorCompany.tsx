import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import css from './ActorSection.module.css';

const shown = 12;

/** Whom the same articles name; the count leads to the passages. */
export function ActorCompany({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const items = useMethod('analysis.company', { actorId, limit: shown }).data?.items ?? [];
  return (
    <section className={css.section} data-section="company" tabIndex={-1}>
      <h2 className={css.label}>{m('actors.company')}</h2>
      {items.length === 0 && <p className={css.empty}>{m('actors.noCompany')}</p>}
      <ul className={css.company}>
        {items.map(({ id, name, articles }) => (
          <li key={id} className={css.nameRow}>
            <a className={css.name} href={href({ name: 'actor', id })}>
              {name}
            </a>
            <a className={css.link} href={href({ name: 'passages', actorIds: [actorId, id] })}>
              {m('actors.companyShared', { count: articles })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

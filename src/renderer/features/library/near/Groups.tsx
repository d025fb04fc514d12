import { useMethod } from '../../../api/use-method.ts';
import { formatIssued } from '../../../messages/dates.ts';
import { useMessages } from '../../../messages/messages.ts';
import { closeNearDuplicates } from '../../../state/near-duplicates.ts';
import { href } from '../../../state/route.ts';
import type { NearGroup } from '../../../../shared/model/near-group.ts';
import css from './near.module.css';

const mostShown = 100;

interface MemberProps {
  readonly member: NearGroup['lead'];
  readonly similarity: number | null;
}

function Member({ member, similarity }: MemberProps) {
  const m = useMessages();
  const facts = [
    member['container-title'] ?? m('reader.outletUnknown'),
    formatIssued(member.issued) ?? m('reader.noDate'),
    similarity === null ? null : m('reader.likeLead', { percent: Math.round(similarity * 100) }),
  ];
  return (
    <>
      <a
        className={css.article}
        href={href({ name: 'article', id: member.id })}
        onClick={closeNearDuplicates}
      >
        {member.title}
      </a>
      <span className={css.facts}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
    </>
  );
}

/** Every group: the lead, and its shadows beneath it. */
export function Groups() {
  const m = useMessages();
  const { data } = useMethod('duplicates.list', { limit: mostShown });
  if (data === undefined) return null;
  return (
    <section aria-label={m('near.groups')}>
      <h3 className={css.heading}>{m('near.groups')}</h3>
      {data.total === 0 && <p className={css.explain}>{m('near.none')}</p>}
      <ul className={css.groups}>
        {data.items.map(({ lead, shadows }) => (
          <li key={lead.id} className={css.group}>
            <Member member={lead} similarity={null} />
            <ul className={css.shadows}>
              {shadows.map((shadow) => (
                <li key={shadow.id}>
                  <Member member={shadow} similarity={shadow.similarity} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {data.total > data.items.length && (
        <p className={css.explain}>{m('near.more', { count: data.total - data.items.length })}</p>
      )}
    </section>
  );
}

import { Copy } from 'lucide-react';
import type { Article } from '../../../shared/model/article.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { openNearDuplicates } from '../../state/near-duplicates.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/menu/Popover.tsx';
import css from './NearGroup.module.css';

/** Articles that carry the same report as the open one: who leads, and what the person makes of it. */
export function NearGroup({ article }: { readonly article: Article }) {
  const m = useMessages();
  const { data } = useMethod('duplicates.list', { articleId: article.id });
  const lead = useCommand('duplicates.lead');
  const separate = useCommand('duplicates.separate');
  const group = data?.items[0];
  if (group === undefined) return null;
  const leads = group.lead.id === article.id;
  const members = [{ ...group.lead, similarity: null }, ...group.shadows];
  const tell = async (work: Promise<unknown>, says: string) => {
    if ((await work) !== undefined) showDone(m, says);
  };
  return (
    <span>
      <Popover
        label={m('reader.nearGroup', { count: members.length })}
        placement="bottom-start"
        trigger={
          <Button look="link" icon={Copy} className={css.button}>
            {m(leads ? 'reader.nearLead' : 'reader.nearShadow', { count: members.length })}
          </Button>
        }
      >
        {(close) => (
          <div className={css.group}>
            <ul className={css.members}>
              {members.map(({ id, title, similarity, issued, ...one }, index) => (
                <li key={id} className={css.member} aria-current={id === article.id || undefined}>
                  <a className={css.title} href={href({ name: 'article', id })}>
                    {title}
                  </a>
                  <span className={css.facts}>
                    {[
                      one['container-title'] ?? m('reader.outletUnknown'),
                      formatIssued(issued) ?? m('reader.noDate'),
                      index === 0
                        ? m('reader.theLead')
                        : similarity === null
                          ? null
                          : m('reader.likeLead', { percent: Math.round(similarity * 100) }),
                    ]
                      .filter((fact) => fact !== null)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            {!leads && (
              <Button
                onClick={() => {
                  close();
                  void tell(lead.run({ id: article.id }), m('reader.madeLead'));
                }}
              >
                {m('reader.makeLead')}
              </Button>
            )}
            <Button
              look="plain"
              onClick={() => {
                close();
                void tell(separate.run({ id: article.id }), m('reader.parted'));
              }}
            >
              {m('reader.part')}
            </Button>
            <Button
              look="plain"
              onClick={() => {
                close();
                openNearDuplicates(article.id);
              }}
            >
              {m('near.all')}
            </Button>
          </div>
        )}
      </Popover>
    </span>
  );
}

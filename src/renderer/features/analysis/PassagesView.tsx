import { useState } from 'react';
import type { Parsed } from '../../../shared/contract/methods.ts';
import { useMethod, useMethodEach } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import css from './Analysis.module.css';
import { pageSize, PassagesPage } from './PassagesPage.tsx';

export interface PassagesViewProps {
  readonly actorIds: readonly string[];
  readonly outlet?: string | null;
  /** Which articles count. */
  readonly filter: Pick<Parsed<'analysis.passages'>, 'tag' | 'from' | 'until'>;
}

const names = new Intl.ListFormat('en', { type: 'conjunction' });

/** The passages behind a count: where all of the actors are named, article by article. */
export function PassagesView({ actorIds, outlet, filter }: PassagesViewProps) {
  const m = useMessages();
  const [pages, setPages] = useState(1);
  const asked = {
    actorIds: [...actorIds],
    ...filter,
    ...(outlet === undefined ? {} : { outlet }),
    limit: pageSize,
  };
  const { data, error } = useMethod('analysis.passages', asked);
  const actors = useMethodEach(
    'actors.get',
    actorIds.map((id) => ({ id })),
  );
  if (error !== null) return <EmptyState>{m('analysis.passagesNone')}</EmptyState>;
  if (data === undefined) return null;
  const { articleTotal } = data;
  const named = names.format(actors.map((actor) => actor?.name ?? '…'));
  const title = m(actorIds.length > 1 ? 'analysis.passagesOf' : 'analysis.passagesOfOne', {
    names: named,
  });
  return (
    <View
      title={title}
      count={[
        outlet === undefined
          ? ''
          : m('analysis.inOutlet', { outlet: outlet ?? m('analysis.outletUnknown') }),
        filter.tag ?? '',
        [filter.from, filter.until].some((date) => date !== undefined)
          ? m('analysis.fromTo', {
              from: formatIssued(filter.from ?? null) ?? '…',
              until: formatIssued(filter.until ?? null) ?? '…',
            })
          : '',
        m('analysis.passagesCount', { articles: articleTotal }),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      {articleTotal === 0 && <EmptyState>{m('analysis.passagesNone')}</EmptyState>}
      <div className={css.body} hidden={articleTotal === 0}>
        <div className={css.list}>
          {Array.from({ length: pages }, (_, page) => (
            <PassagesPage key={page} asked={asked} offset={page * pageSize} />
          ))}
        </div>
        {articleTotal > pages * pageSize && (
          <Button className={css.more} onClick={() => setPages(pages + 1)}>
            {m('analysis.moreArticles', { count: articleTotal - pages * pageSize })}
          </Button>
        )}
      </div>
    </View>
  );
}

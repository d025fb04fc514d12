import { useState } from 'react';
import { useMethod, useMethodEach } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { formatCount } from '../../messages/numbers.ts';
import { href, navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ActorFilters, type ActorFilter } from './ActorFilters.tsx';
import { coverageRows, wholeCoverage } from './save/coverage-rows.ts';
import { SaveMenu } from './save/SaveMenu.tsx';
import css from './Analysis.module.css';

const pageSize = 100;
const key = (actorId: string, outlet: string | null) => JSON.stringify([actorId, outlet]);

/** How often each outlet names the actors; every count leads to its passages. */
export function OutletsView() {
  const m = useMessages();
  const [filter, setFilter] = useState<ActorFilter>({});
  const [pages, setPages] = useState(1);
  const answer = useMethod(
    'analysis.coverage',
    { limit: pageSize, ...filter },
    { keepPrevious: true },
  );
  const first = answer.data;
  const others = useMethodEach(
    'analysis.coverage',
    Array.from({ length: pages - 1 }, (_, i) => ({
      limit: pageSize,
      offset: (i + 1) * pageSize,
      ...filter,
    })),
  );
  if (first === undefined) {
    return (
      <View title={m('analysis.outlets')}>
        <Waiting for={answer} of="rows" />
      </View>
    );
  }
  const { actorTotal, outlets } = first;
  const all = [first, ...others.filter((page) => page !== undefined)];
  const actors = all.flatMap((page) => page.actors);
  const cells = all.flatMap((page) => page.cells);
  const isNarrowed = Object.keys(filter).length > 0;
  const { kind: _kind, ...ofArticles } = filter;
  if (actors.length === 0 && !isNarrowed) {
    return (
      <View title={m('analysis.outlets')}>
        <EmptyState
          action={
            <Button onClick={() => navigate({ name: 'proposed' })}>{m('proposed.all')}</Button>
          }
        >
          {m('analysis.outletsNone')}
        </EmptyState>
      </View>
    );
  }
  const byPlace = new Map(cells.map((cell) => [key(cell.actorId, cell.outlet), cell]));
  const nameOf = (outlet: string | null) => outlet ?? m('analysis.outletUnknown');
  return (
    <View
      title={m('analysis.outlets')}
      count={m('analysis.outletsCount', { actors: actorTotal, outlets: outlets.length })}
      tools={
        <SaveMenu
          title={m('analysis.outlets')}
          rows={async () =>
            coverageRows(await wholeCoverage(filter), {
              corner: m('analysis.actor'),
              unknown: m('analysis.outletUnknown'),
            })
          }
        />
      }
    >
      <ActorFilters
        filter={filter}
        onChange={(next) => {
          setPages(1);
          setFilter(next);
        }}
      />
      <div className={css.body}>
        <table className={css.grid} aria-label={m('analysis.outletsTable')}>
          <thead>
            <tr>
              <th scope="col" className={css.corner}>
                {m('analysis.actor')}
              </th>
              {outlets.map(({ outlet, articles }) => (
                <th key={outlet ?? ''} scope="col">
                  {nameOf(outlet)}
                  <span className={css.note}>{m('analysis.articlesOf', { count: articles })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actors.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={href({ name: 'actor', id })}>{name}</a>
                </th>
                {outlets.map(({ outlet, articles: all }) => {
                  const cell = byPlace.get(key(id, outlet));
                  if (cell === undefined) {
                    return (
                      <td key={outlet ?? ''} className={css.nothing}>
                        0
                      </td>
                    );
                  }
                  const { mentions, articles } = cell;
                  return (
                    <td
                      key={outlet ?? ''}
                      className={articles * 2 > all ? `${css.number} ${css.strong}` : css.number}
                    >
                      <a
                        href={href({ name: 'passages', actorIds: [id], outlet, ...ofArticles })}
                        title={m('analysis.mentionsIn', {
                          mentions,
                          name,
                          outlet: nameOf(outlet),
                          articles,
                        })}
                      >
                        {formatCount(mentions)}
                      </a>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {actors.length > 0 && <p className={css.legend}>{m('analysis.shaded')}</p>}
        {actors.length === 0 && <p className={css.none}>{m('analysis.networkNarrowed')}</p>}
        {actors.length < actorTotal && (
          <Button className={css.more} onClick={() => setPages(pages + 1)}>
            {m('analysis.more', { count: actorTotal - actors.length })}
          </Button>
        )}
      </div>
    </View>
  );
}

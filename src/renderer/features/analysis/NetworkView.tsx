import { useMemo, useState } from 'react';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { href, navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ActorFilters, type ActorFilter } from './ActorFilters.tsx';
import { layOutNetwork } from './layout-network.ts';
import { SaveMenu } from './save/SaveMenu.tsx';
import { useChartWidth } from './use-chart-width.ts';
import css from './Analysis.module.css';

/** Square units for the square root of the actors. */
const area = 85_000;
/** Units a picture of few actors is high at most: it and its table share the window. */
const highest = 560;
/** More names need more room; what is missing in width is made up for in height. */
const heightFor = (actors: number, width: number) =>
  Math.round(Math.max(Math.min(width / 2, highest), (area * Math.sqrt(actors)) / width));
const rowsAtFirst = 40;
const actorsAtFirst = 40;
const mostActors = 200;

/** Who is named with whom: drawn, and as a table whose counts lead to the passages. */
export function NetworkView() {
  const m = useMessages();
  const [filter, setFilter] = useState<ActorFilter>({});
  const [limit, setLimit] = useState(actorsAtFirst);
  const answer = useMethod('analysis.network', { limit, ...filter }, { keepPrevious: true });
  const { data } = answer;
  const [width, chart, drawing] = useChartWidth();
  const [shown, setShown] = useState(rowsAtFirst);
  const placed = useMemo(
    () =>
      data === undefined ? null : layOutNetwork(data, width, heightFor(data.actors.length, width)),
    [data, width],
  );
  if (data === undefined || placed === null) {
    return (
      <View title={m('analysis.network')}>
        <Waiting for={answer} of="page" />
      </View>
    );
  }
  const { actors, actorTotal, ties } = data;
  const height = heightFor(actors.length, width);
  const isNarrowed = Object.keys(filter).length > 0;
  if (ties.length === 0 && !isNarrowed) {
    return (
      <View title={m('analysis.network')}>
        <EmptyState
          action={
            <Button onClick={() => navigate({ name: 'proposed' })}>{m('proposed.all')}</Button>
          }
        >
          {m('analysis.networkNone')}
        </EmptyState>
      </View>
    );
  }
  const { kind: _kind, ...ofArticles } = filter;
  const more = Math.min(mostActors, actorTotal);
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const count = m('analysis.networkCount', {
    actors: actors.length,
    all: actorTotal,
    ties: ties.length,
  });
  const strongest = Math.max(1, ...ties.map(({ articles }) => articles));
  return (
    <View
      title={m('analysis.network')}
      count={count}
      tools={
        <>
          {actors.length < more && (
            <Button onClick={() => setLimit(mostActors)}>
              {m('analysis.showActors', { count: more })}
            </Button>
          )}
          {limit > actorsAtFirst && (
            <Button onClick={() => setLimit(actorsAtFirst)}>
              {m('analysis.showActors', { count: actorsAtFirst })}
            </Button>
          )}
          <SaveMenu
            title={m('analysis.network')}
            note={count}
            drawing={() => drawing}
            rows={() => [
              [m('analysis.actor'), m('analysis.with'), m('analysis.shared')],
              ...ties.map(({ actorIds: [one, other], articles }) => [
                nameOf.get(one) ?? '',
                nameOf.get(other) ?? '',
                articles,
              ]),
            ]}
          />
        </>
      }
    >
      <ActorFilters filter={filter} onChange={setFilter} />
      <div className={css.body}>
        <p className="visually-hidden">{m('analysis.networkChart')}</p>
        {ties.length === 0 && <p className={css.none}>{m('analysis.networkNarrowed')}</p>}
        <svg ref={chart} className={css.chart} viewBox={`0 0 ${width} ${height}`} aria-hidden>
          {placed.ties.map(({ from, to, articles }) => (
            <a
              key={`${from.actor.id} ${to.actor.id}`}
              tabIndex={-1}
              href={href({
                name: 'passages',
                actorIds: [from.actor.id, to.actor.id],
                ...ofArticles,
              })}
            >
              <title>{`${from.actor.name} · ${to.actor.name} · ${m('analysis.articlesOf', { count: articles })}`}</title>
              <line
                className={css.tie}
                x1={from.x}
                y1={from.y}
                x2={to.x}
                y2={to.y}
                strokeWidth={0.6 + 3.4 * (articles / strongest)}
                strokeOpacity={0.25 + 0.6 * (articles / strongest)}
              />
              <line data-hit className={css.hit} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
            </a>
          ))}
          {placed.actors.map(({ actor, x, y, radius }) => (
            <a key={actor.id} tabIndex={-1} href={href({ name: 'actor', id: actor.id })}>
              <title>{actor.name}</title>
              <circle className={css.node} cx={x} cy={y} r={radius} />
              <text className={css.nodeName} x={x} y={y + radius + 13}>
                {actor.name}
              </text>
            </a>
          ))}
        </svg>
        <table className={css.table} aria-label={m('analysis.networkTable')}>
          <thead>
            <tr>
              <th scope="col">{m('analysis.actor')}</th>
              <th scope="col">{m('analysis.with')}</th>
              <th scope="col" className={css.number}>
                {m('analysis.shared')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ties.slice(0, shown).map(({ actorIds: [one, other], articles }) => (
              <tr key={`${one} ${other}`}>
                <td>
                  <a className={css.words} href={href({ name: 'actor', id: one })}>
                    {nameOf.get(one)}
                  </a>
                </td>
                <td>
                  <a className={css.words} href={href({ name: 'actor', id: other })}>
                    {nameOf.get(other)}
                  </a>
                </td>
                <td className={css.number}>
                  <a href={href({ name: 'passages', actorIds: [one, other], ...ofArticles })}>
                    {articles}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {ties.length > shown && (
          <Button className={css.more} onClick={() => setShown(shown * 3)}>
            {m('analysis.more', { count: ties.length - shown })}
          </Button>
        )}
      </div>
    </View>
  );
}

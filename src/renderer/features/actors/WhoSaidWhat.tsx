import { useMemo, useState } from 'react';
import { statementKinds, type Statement } from '../../../shared/model/actor.ts';
import { useMethod } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SaidCellView } from './SaidCellView.tsx';
import { saidGrid, type OriginRun } from './said-grid.ts';
import css from './WhoSaidWhat.module.css';

/** Beyond this many mentions the grid shows words only: counting them would mean reading them all. */
const mostMentions = 20_000;
const mostArticles = 1000;
const rowsAtFirst = 60;

const isShared = ({ name, span }: OriginRun): boolean => name !== null && span > 1;

type Kind = Statement['kind'] | 'all';

/** The actors down, the articles across, and in the cells the words themselves. */
export function WhoSaidWhat() {
  const m = useMessages();
  const [kind, setKind] = useState<Kind>('all');
  const [shown, setShown] = useState(rowsAtFirst);
  const actors = useMethod('actors.list', {}).data;
  const articles = useMethod('articles.list', { limit: mostArticles }).data;
  const statements = useMethod('statements.list', {}).data;
  const mentions = useMethod('mentions.list', { limit: mostMentions }).data;
  const grid = useMemo(() => {
    if (!actors || !articles || !statements || !mentions) return null;
    return saidGrid({
      actors: actors.items,
      articles: articles.items,
      statements: statements.items.filter((one) => kind === 'all' || one.kind === kind),
      mentions: mentions.total > mentions.items.length ? null : mentions.items,
    });
  }, [actors, articles, statements, mentions, kind]);
  if (grid === null) return null;
  return (
    <section className={css.view} aria-label={m('actors.saidTitle')}>
      <header className={css.header}>
        <h1 className={css.title}>{m('actors.saidTitle')}</h1>
        <span className={css.count}>
          {m('actors.saidCount', { actors: grid.rows.length, articles: grid.articles.length })}
        </span>
        <label className={css.kinds}>
          <span className="visually-hidden">{m('actors.saidKind')}</span>
          <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            <option value="all">{m('actors.saidAllKinds')}</option>
            {statementKinds.map((value) => (
              <option key={value} value={value}>
                {m(`actors.statement.${value}`)}
              </option>
            ))}
          </select>
        </label>
      </header>
      {grid.rows.length === 0 ? (
        <EmptyState>{m('actors.saidNone')}</EmptyState>
      ) : (
        <div className={css.scroller}>
          <table className={css.table}>
            <thead>
              {grid.origins.some(isShared) && (
                <tr className={css.origins}>
                  <td className={css.date}>{m('actors.saidOrigin')}</td>
                  {grid.origins.map((run) => (
                    <td
                      key={run.articleId}
                      colSpan={run.span}
                      className={isShared(run) ? css.origin : undefined}
                    >
                      {isShared(run) &&
                        m('actors.saidShared', { count: run.span, origin: run.name ?? '' })}
                    </td>
                  ))}
                </tr>
              )}
              <tr>
                <th scope="col" className={css.corner}>
                  {m('actors.saidActor')}
                </th>
                {grid.articles.map((article) => (
                  <th key={article.id} scope="col" lang={article.language ?? undefined}>
                    <strong className={css.outlet}>
                      {article['container-title'] ?? m('actors.outletUnknown')}
                    </strong>
                    <a className={css.article} href={href({ name: 'article', id: article.id })}>
                      {article.title}
                    </a>
                    <span className={css.date}>
                      {formatIssued(article.issued) ?? m('actors.noDate')}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {grid.rows.slice(0, shown).map(({ actor, cells }) => (
                <tr key={actor.id}>
                  <th scope="row">
                    <a href={href({ name: 'actor', id: actor.id })}>{actor.name}</a>
                    {actor.description !== '' && (
                      <span className={css.description}>{actor.description}</span>
                    )}
                    <span className={css.description}>
                      {m('actors.mentions', { count: actor.mentions })}
                    </span>
                  </th>
                  {cells.map((cell, i) => (
                    <td key={grid.articles[i]?.id} lang={grid.articles[i]?.language ?? undefined}>
                      <SaidCellView cell={cell} actorId={actor.id} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {grid.rows.length > shown && (
            <button type="button" className={css.more} onClick={() => setShown(shown * 2)}>
              {m('actors.saidMore', { count: grid.rows.length - shown })}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

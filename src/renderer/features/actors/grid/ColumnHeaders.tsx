import { formatIssued } from '../../../messages/dates.ts';
import { useMessages } from '../../../messages/messages.ts';
import { href } from '../../../state/route.ts';
import type { OriginRun, SaidGrid } from './said-grid.ts';
import css from './WhoSaidWhat.module.css';

interface ColumnHeadersProps {
  readonly grid: SaidGrid;
  readonly stop: (column: number) => 0 | -1;
}

const isShared = ({ name, span }: OriginRun): boolean => name !== null && span > 1;

/** Outlet, title and date of every column; a bracket joins those of one origin. */
export function ColumnHeaders({ grid, stop }: ColumnHeadersProps) {
  const m = useMessages();
  return (
    <thead>
      {grid.origins.some(isShared) && (
        <tr className={css.origins}>
          <td className={css.date}>{m('actors.saidOrigin')}</td>
          {grid.origins.map((run) => (
            <td key={run.articleId} colSpan={run.span}>
              {isShared(run) && (
                <div className={css.origin}>
                  {m('actors.saidShared', { count: run.span, origin: run.name ?? '' })}
                </div>
              )}
            </td>
          ))}
        </tr>
      )}
      <tr>
        <th scope="col" className={css.corner} data-cell="-1,0" tabIndex={stop(0)}>
          {m('actors.saidActor')}
        </th>
        {grid.articles.map((article, i) => (
          <th key={article.id} scope="col" lang={article.language ?? undefined}>
            <strong className={css.outlet}>
              {article['container-title'] ?? m('actors.outletUnknown')}
            </strong>
            <a
              className={css.article}
              data-cell={`-1,${i + 1}`}
              tabIndex={stop(i + 1)}
              href={href({ name: 'article', id: article.id })}
            >
              {article.title}
            </a>
            <span className={css.date}>{formatIssued(article.issued) ?? m('actors.noDate')}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

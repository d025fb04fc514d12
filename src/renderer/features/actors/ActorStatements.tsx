import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { statementKinds, type Statement } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Select } from '../../ui/Select.tsx';
import { useKeptStop } from '../../ui/use-kept-stop.ts';
import { KindFilter } from './KindFilter.tsx';
import {
  saidRows,
  type SaidRole,
  type SaidRow,
  type SaidSort,
  type SaidView,
} from './said-rows.ts';
import css from './ActorSection.module.css';
import own from './ActorStatements.module.css';

const mostArticles = 1000;
const shownAtFirst = 50;
const columns: readonly SaidSort[] = ['words', 'source', 'date', 'kind'];
const none: readonly Statement[] = [];

/** All an actor said, to be sorted and narrowed, each a click from its place. */
export function ActorStatements({ actorId }: { readonly actorId: string }) {
  const m = useMessages();
  const keptStop = useKeptStop<HTMLElement>();
  const all = useMethod('statements.list', { actorId }).data?.items ?? none;
  const ids = [...new Set(all.map(({ articleId }) => articleId))].slice(0, mostArticles);
  const articles = useMethod(
    'articles.list',
    { ids, limit: mostArticles },
    { enabled: ids.length > 0, keepPrevious: true },
  ).data?.items;
  const [view, setView] = useState<SaidView>({
    role: 'said',
    kind: null,
    text: '',
    sort: 'date',
    descending: true,
  });
  const [limit, setLimit] = useState(shownAtFirst);
  const set = (changes: Partial<SaidView>) => setView((last) => ({ ...last, ...changes }));
  const byId = new Map(articles?.map((article) => [article.id, article]));
  const rows = all.map((statement) => ({ statement, article: byId.get(statement.articleId) }));
  const shown = saidRows(rows, actorId, view);
  const roles = new Set(all.map(({ speaker }) => (speaker === actorId ? 'said' : 'other')));
  const sortBy = (sort: SaidSort) =>
    set({ sort, descending: view.sort === sort ? !view.descending : sort === 'date' });
  return (
    <section className={css.section} data-section="statements" tabIndex={-1} {...keptStop}>
      <h2 className={css.label}>
        {m('actors.statements')}{' '}
        {shown.length < all.length
          ? m('actors.mentionsShown', { shown: shown.length, total: all.length })
          : all.length || null}
      </h2>
      {all.length === 0 && <p className={css.empty}>{m('actors.noStatements')}</p>}
      {all.length > 1 && (
        <div className={css.tools}>
          {roles.size > 1 && (
            <SegmentedControl<SaidRole>
              label={m('actors.saidRole')}
              choices={[
                { value: 'said', label: m('actors.saidByThem') },
                { value: 'other', label: m('actors.saidToOrAbout') },
              ]}
              value={view.role}
              onChange={(role) => set({ role })}
            />
          )}
          <Field
            label={m('actors.saidFind')}
            value={view.text}
            onChange={(event) => set({ text: event.target.value })}
          />
          <KindFilter value={view.kind} onChange={(kind) => set({ kind })} />
        </div>
      )}
      {all.length > 0 && (
        <table className={own.said} aria-label={m('actors.statements')}>
          <thead>
            <tr>
              {columns.map((sort) => (
                <th
                  key={sort}
                  scope="col"
                  aria-sort={
                    view.sort !== sort ? 'none' : view.descending ? 'descending' : 'ascending'
                  }
                >
                  <button type="button" onClick={() => sortBy(sort)}>
                    {m(`actors.saidColumn.${sort}`)}
                    {view.sort === sort &&
                      (view.descending ? (
                        <ArrowDown size={12} strokeWidth={1.75} aria-hidden />
                      ) : (
                        <ArrowUp size={12} strokeWidth={1.75} aria-hidden />
                      ))}
                  </button>
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{m('actors.removeStatement')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, limit).map((row) => (
              <StatementRow key={row.statement.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length > limit && (
        <Button className={css.more} onClick={() => setLimit(limit * 3)}>
          {m('actors.moreMentions')}
        </Button>
      )}
    </section>
  );
}

function StatementRow({ row: { statement, article } }: { readonly row: SaidRow }) {
  const m = useMessages();
  const update = useCommand('statements.update');
  const remove = useCommand('statements.delete');
  const { id, articleId, start, end, quote, kind } = statement;
  const take = async () => {
    const done = await remove.run({ id });
    if (done !== undefined) showDone(m, m('actors.statementRemoved'));
  };
  return (
    <tr>
      <td dir="auto" lang={article?.language ?? undefined}>
        <a
          className={css.context}
          href={href({ name: 'article', id: articleId, start, end })}
          title={article?.title}
        >
          {quote}
        </a>
      </td>
      <td>{article?.['container-title'] ?? m('actors.outletUnknown')}</td>
      <td className={css.date}>{formatIssued(article?.issued ?? null) ?? m('actors.noDate')}</td>
      <td>
        <Select
          aria-label={m('actors.statementKind')}
          value={kind}
          options={statementKinds.map((value) => ({
            value,
            label: m(`actors.statement.${value}`),
          }))}
          onChange={(chosen) => void update.run({ id, kind: chosen })}
        />
      </td>
      <td>
        <IconButton icon={X} label={m('actors.removeStatement')} onClick={() => void take()} />
      </td>
    </tr>
  );
}

import { Table2 } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { exportFile } from '../../../api/save-file.ts';
import { showError } from '../../../api/show-error.ts';
import { showExported } from '../../../api/show-exported.ts';
import { useMessages } from '../../../messages/messages.ts';
import { navigate } from '../../../state/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { View } from '../../../ui/layout/View.tsx';
import { Menu } from '../../../ui/menu/Menu.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { showToast } from '../../../ui/toast/toasts.ts';
import { Waiting } from '../../../ui/Waiting.tsx';
import { copyTable } from './copy-table.ts';
import { GridFilters } from './GridFilters.tsx';
import { GridTable } from './GridTable.tsx';
import { headingsHeight } from './headings-height.ts';
import { useCellCommands } from './use-cell-commands.ts';
import { useGrid, type GridFilter } from './use-grid.ts';
import css from './WhoSaidWhat.module.css';

const whole = { actorLimit: 1000, articleLimit: 1000 };

/** Who said what: the words in the cells, what is proposed to be answered in place. */
export function WhoSaidWhat() {
  const m = useMessages();
  const [filter, setFilter] = useState<GridFilter>({});
  const [mode, setMode] = useState<'words' | 'mentions'>('words');
  const { answer, page, grid, moreActors, moreArticles } = useGrid(filter);
  const commands = useCellCommands();
  if (page === undefined || grid === null) {
    return (
      <View title={m('actors.saidTitle')}>
        <Waiting for={answer} of="rows" />
      </View>
    );
  }

  const copy = async () => {
    try {
      const all = await client.call('statements.grid', { ...filter, ...whole });
      const { actors, articles } = all;
      const counts = { actors: actors.length, articles: articles.length };
      const done = copyTable(all);
      showToast({ message: done ? m('said.copied', counts) : m('said.notCopied') });
    } catch (error) {
      showError(error);
    }
  };
  const save = async (format: 'csv' | 'grid') => {
    const title = format === 'grid' ? m('actors.saidTitle') : m('actors.statements');
    try {
      const place = await exportFile('export.statements', { ...filter, format }, `${title}.csv`);
      if (place !== null) showExported(m, place);
    } catch (error) {
      showError(error);
    }
  };
  const isNarrowed = Object.keys(filter).length > 0;
  const isEmpty = grid.rows.length === 0 || grid.articles.length === 0;
  if (isEmpty && !isNarrowed) {
    return (
      <View title={m('actors.saidTitle')}>
        <EmptyState
          action={
            <Button onClick={() => navigate({ name: 'proposed' })}>{m('proposed.all')}</Button>
          }
        >
          {m('actors.saidNone')}
        </EmptyState>
      </View>
    );
  }
  const proposals = grid.rows.reduce(
    (sum, { cells }) => sum + cells.reduce((n, cell) => n + cell.proposals.length, 0),
    0,
  );
  return (
    <View
      title={m('actors.saidTitle')}
      count={[
        m('actors.saidCount', { actors: page.actorTotal, articles: page.articleTotal }),
        m('said.proposalsLeft', { count: proposals }),
      ]
        .filter(Boolean)
        .join(' · ')}
      tools={
        <>
          <SegmentedControl
            label={m('said.mode')}
            choices={[
              { value: 'words', label: m('said.words') },
              { value: 'mentions', label: m('said.mentions') },
            ]}
            value={mode}
            onChange={setMode}
          />
          <Button look="plain" icon={Table2} onClick={() => void copy()}>
            {m('said.copy')}
          </Button>
          <Menu
            label={m('said.save')}
            placement="bottom-end"
            items={[
              { id: 'grid', label: m('said.saveGrid'), run: () => void save('grid') },
              { id: 'csv', label: m('said.saveList'), run: () => void save('csv') },
            ]}
          >
            <Button look="plain">{m('said.save')}</Button>
          </Menu>
        </>
      }
    >
      <GridFilters filter={filter} onChange={setFilter} />
      {isEmpty ? (
        <EmptyState action={<Button onClick={() => setFilter({})}>{m('said.wholeGrid')}</Button>}>
          {m('said.nothing')}
        </EmptyState>
      ) : (
        <div ref={headingsHeight} className={css.scroller}>
          <div className={css.sideways}>
            <GridTable grid={grid} page={page} mode={mode} commands={commands} />
            {page.articleTotal > page.articles.length && (
              <button type="button" className={css.moreArticles} onClick={moreArticles}>
                {m('said.moreArticles', { count: page.articleTotal - page.articles.length })}
              </button>
            )}
          </div>
          {page.actorTotal > page.actors.length && (
            <button type="button" className={css.more} onClick={moreActors}>
              {m('actors.saidMore', { count: page.actorTotal - page.actors.length })}
            </button>
          )}
        </div>
      )}
    </View>
  );
}

import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { useMethod } from '../../../api/use-method.ts';
import { formatIssued } from '../../../messages/dates.ts';
import { useMessages } from '../../../messages/messages.ts';
import { useShortcut } from '../../../state/keymap.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { View } from '../../../ui/layout/View.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import { allEvents, happeningRows } from '../save/happening-rows.ts';
import { SaveMenu } from '../save/SaveMenu.tsx';
import { stretchOf } from '../time-scale.ts';
import { useChartWidth } from '../use-chart-width.ts';
import { Beyond } from './Beyond.tsx';
import { Happenings } from './Happenings.tsx';
import { Legend } from './Legend.tsx';
import { isIn, periodAt, stretchOfView, zooms } from './periods.ts';
import { PeriodsTable } from './PeriodsTable.tsx';
import { TimelineChart } from './TimelineChart.tsx';
import { eventsAtOnce, useTimeline } from './use-timeline.ts';
import css from '../Analysis.module.css';
import own from './Timeline.module.css';

/** What was published when, and what the texts say happened when: drawn, counted and listed. */
export function TimelineView() {
  const m = useMessages();
  const [actorId, setActorId] = useState<string>();
  const [limit, setLimit] = useState(eventsAtOnce);
  const timeline = useTimeline(actorId, limit);
  const [width, chart, drawing] = useChartWidth();
  const actors = useMethod('actors.list', {}).data?.items ?? [];
  const { zoom, zoomBy, moveBy, canMove, chosen, choose } = timeline;
  useShortcut({ keys: '+', label: 'analysis.zoomIn', group: 'everywhere', run: () => zoomBy(1) });
  useShortcut({ keys: '-', label: 'analysis.zoomOut', group: 'everywhere', run: () => zoomBy(-1) });
  useShortcut({
    keys: 'Shift+ArrowLeft',
    label: 'analysis.earlier',
    group: 'everywhere',
    enabled: canMove,
    run: () => moveBy(-1),
  });
  useShortcut({
    keys: 'Shift+ArrowRight',
    label: 'analysis.later',
    group: 'everywhere',
    enabled: canMove,
    run: () => moveBy(1),
  });
  const { articles, periods, view } = timeline;
  if (articles === undefined || periods === undefined) {
    return (
      <View title={m('analysis.timeline')}>
        <Waiting for={timeline.answer} of="page" />
      </View>
    );
  }
  if (articles.length === 0 && actorId === undefined) {
    return (
      <View title={m('analysis.timeline')}>
        <EmptyState>{m('analysis.timelineNone')}</EmptyState>
      </View>
    );
  }
  const dated = articles.filter(({ article }) => stretchOf(article.issued) !== null).length;
  const events = periods.items.reduce((sum, one) => sum + one.events, periods.undated.events);
  const stretch = view === null ? null : stretchOfView(view);
  const inView = stretch === null ? [] : periods.items.filter((one) => isIn(one.period, stretch));
  const nameOf = (first: string, last: string) =>
    first === last
      ? formatIssued(first)
      : m('analysis.fromTo', { from: formatIssued(first), until: formatIssued(last) });
  const shownName =
    chosen === null
      ? m('analysis.noDate')
      : chosen !== undefined
        ? formatIssued(chosen)
        : view === null
          ? m('analysis.noDate')
          : nameOf(periodAt(view.first, zoom), periodAt(view.last, zoom));
  return (
    <View
      title={m('analysis.timeline')}
      count={
        <>
          {m('analysis.timelineCount', { dated, undated: articles.length - dated, events })}
          {periods.pending > 0 && ` · ${m('analysis.datesPending', { count: periods.pending })}`}
        </>
      }
      tools={
        <div className={own.tools}>
          {actors.length > 0 && (
            <Select
              aria-label={m('analysis.actor')}
              value={actorId ?? ''}
              options={[
                { value: '', label: m('analysis.allActors') },
                ...actors.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(id) => setActorId(id || undefined)}
            />
          )}
          <SegmentedControl
            label={m('analysis.zoom')}
            choices={zooms.map((value) => ({ value, label: m(`analysis.zoomTo.${value}`) }))}
            value={zoom}
            onChange={timeline.zoomTo}
          />
          <IconButton
            icon={ZoomOut}
            label={m('analysis.zoomOut')}
            aria-keyshortcuts="-"
            disabledReason={zoom === 'year' ? m('analysis.zoomEnd') : undefined}
            onClick={() => zoomBy(-1)}
          />
          <IconButton
            icon={ZoomIn}
            label={m('analysis.zoomIn')}
            aria-keyshortcuts="+"
            disabledReason={zoom === 'day' ? m('analysis.zoomEnd') : undefined}
            onClick={() => zoomBy(1)}
          />
          <IconButton
            icon={ChevronLeft}
            label={m('analysis.earlier')}
            aria-keyshortcuts="Shift+ArrowLeft"
            disabledReason={canMove ? undefined : m('analysis.allShown')}
            onClick={() => moveBy(-1)}
          />
          <IconButton
            icon={ChevronRight}
            label={m('analysis.later')}
            aria-keyshortcuts="Shift+ArrowRight"
            disabledReason={canMove ? undefined : m('analysis.allShown')}
            onClick={() => moveBy(1)}
          />
          <SaveMenu
            title={m('analysis.timeline')}
            note={shownName ?? ''}
            drawing={() => drawing}
            rows={async () => happeningRows(m, timeline.published, await allEvents(timeline.asked))}
          />
        </div>
      }
    >
      <div className={css.body}>
        <p className="visually-hidden">{m('analysis.timelineChart')}</p>
        <TimelineChart
          articles={articles.map(({ article }) => article)}
          periods={inView}
          undatedEvents={periods.undated.events}
          view={view}
          chosen={chosen ?? null}
          onChoose={choose}
          chart={chart}
          width={width}
        />
        {view !== null && <Beyond items={periods.items} view={view} onGo={timeline.goBeyond} />}
        <Legend shadows={articles.some(({ article }) => article.shadowOf !== null)} />
        <PeriodsTable items={inView} undated={periods.undated} chosen={chosen} onChoose={choose} />
        <div className={own.range}>
          <strong>{shownName}</strong>
          <span>
            {m('analysis.rangeCount', {
              articles: timeline.published.length,
              events: timeline.eventTotal,
            })}
          </span>
          {chosen !== undefined && (
            <>
              {chosen !== null && zoom !== 'day' && (
                <Button look="link" keys="+" onClick={() => zoomBy(1)}>
                  {m('analysis.lookCloser')}
                </Button>
              )}
              <Button look="link" onClick={() => choose(undefined)}>
                {m('analysis.clearRange')}
              </Button>
            </>
          )}
        </div>
        <Happenings
          published={timeline.published}
          events={timeline.events}
          sources={timeline.sources}
          more={
            timeline.eventTotal > timeline.events.length && limit < 1000
              ? {
                  count: timeline.eventTotal - timeline.events.length,
                  run: () => setLimit(Math.min(1000, limit * 3)),
                }
              : null
          }
        />
      </div>
    </View>
  );
}

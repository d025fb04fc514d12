import { useCallback, useId, useMemo, useState } from 'react';
import type { PreviewRecord } from '../../../shared/model/import.ts';
import { failuresOf } from '../../../shared/model/import-outcome.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { keyNames, useShortcut } from '../../state/keymap.ts';
import { useSettings } from '../../state/settings.ts';
import { useOverlayPanel } from '../../state/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { EvidencePane } from './EvidencePane.tsx';
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts';
import { Failures } from './Failures.tsx';
import { cancelPreview, runImport } from './look-over.ts';
import { NearThreshold } from './NearThreshold.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { TakeAll } from './TakeAll.tsx';
import css from './PreviewView.module.css';
import { waitingIn } from './proposed.ts';
import { inFamilies, toRow } from './row.ts';
import { Records } from './Records.tsx';
import { editRow, type Session } from './session.ts';

export interface PreviewViewProps {
  readonly session: Extract<Session, { phase: 'preview' }>;
}

/** What there is to look over. */
function headWords(
  m: Messages,
  articles: number,
  records: readonly PreviewRecord[],
): { title: string; explanation: string } {
  if (articles > 0) {
    return {
      title: m('imports.toLookOver', { count: articles }),
      explanation: m('imports.nothingYet', { count: articles }),
    };
  }
  if (records.length > 0) {
    const count = new Set(records.map(({ articleId }) => articleId)).size;
    return { title: m('imports.toFillIn', { count }), explanation: m('imports.fillInHint') };
  }
  return { title: m('imports.noneToImport'), explanation: m('imports.noneToImportHint') };
}

/** What the button will do. */
function runWords(
  m: Messages,
  { articles, versions, filling }: { articles: number; versions: number; filling: number },
): string {
  if (articles + versions === 0 && filling > 0) return m('imports.fillIn', { count: filling });
  if (articles === 0 && versions > 0) return m('imports.importVersions', { count: versions });
  return versions > 0
    ? m('imports.importBoth', { count: articles, versions })
    : m('imports.importCount', { count: articles });
}

/** What would be imported: every value with the words it was read from, nothing stored yet. */
export function PreviewView({ session }: PreviewViewProps) {
  const m = useMessages();
  const id = useId();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const { preview, edits, current } = session;
  const overlay = useOverlayPanel();
  const [opened, setOpened] = useState(false);
  /** The row whose hidden lines were asked for. */
  const [hiddenOf, setHiddenOf] = useState<string | null>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const open = useCallback(() => setOpened(true), []);
  const openHidden = useCallback((key: string) => {
    setOpened(true);
    setHiddenOf(key);
  }, []);
  const { nearThreshold } = useSettings();
  const rows = useMemo(
    () => inFamilies(preview.items.map((item) => toRow(item, edits[item.key]))),
    [preview, edits],
  );
  const titles = useMemo(
    () => new Map(rows.map(({ item, fields }) => [item.key, fields.title.value ?? item.source])),
    [rows],
  );
  const chosen = rows.filter(({ include }) => include);
  const ofLibrary = preview.records.filter(({ articleId }) => articleId !== null);
  const records = ofLibrary.filter(({ key }) => edits[key]?.include !== false);
  const filling = new Set(
    records.flatMap(({ articleId, filled }) => (filled.length > 0 ? [articleId] : [])),
  ).size;
  const hidden = chosen.reduce((sum, row) => sum + row.hidden.length, 0);
  const identical = rows.filter(({ item }) => item.duplicate?.kind === 'identical').length;
  const untitled = chosen.some(({ fields }) => (fields.title.value ?? '').trim() === '');
  const shown = rows.find(({ item }) => item.key === current) ?? rows[0];
  const { unread, unmatched } = failuresOf(preview.failed);
  const versions = chosen.filter(({ revises }) => revises !== null).length;
  const waiting = waitingIn(rows);
  const summary = [
    ...(chosen.length > versions || versions === 0
      ? [m('imports.summaryArticles', { count: chosen.length - versions })]
      : []),
    ...(versions > 0 ? [m('imports.summaryVersions', { count: versions })] : []),
    ...(hidden > 0 ? [m('imports.summaryHidden', { count: hidden })] : []),
    ...(identical > 0 ? [m('imports.summaryIdentical', { count: identical })] : []),
    ...(filling > 0 ? [m('imports.summaryRecords', { count: filling })] : []),
    ...(unread.length > 0 ? [m('imports.summaryFailed', { count: unread.length })] : []),
    ...(unmatched.length > 0 ? [m('imports.summaryUnmatched', { count: unmatched.length })] : []),
  ];
  const { title, explanation } = headWords(m, rows.length, ofLibrary);
  const closePane = () => {
    setOpened(false);
    document.querySelector<HTMLElement>(`[data-title="${shown?.item.key ?? ''}"]`)?.focus();
  };
  const blocked =
    chosen.length + filling === 0
      ? m(records.length > 0 ? 'imports.nothingNew' : 'imports.nothingChosen')
      : untitled
        ? m('metadata.titleMissing')
        : undefined;
  const runKeys = 'Ctrl+Enter';
  useShortcut({
    keys: runKeys,
    label: 'imports.run',
    group: 'articles',
    whileTyping: true,
    enabled: blocked === undefined,
    run: () => void runImport(),
  });
  return (
    <section className={css.view} aria-labelledby={id}>
      <div ref={setScroller} className={css.scroll}>
        <header className={css.header}>
          <h1 ref={heading} tabIndex={-1} id={id} className={css.title}>
            {title}
          </h1>
          <p className={css.explain}>{explanation}</p>
          {rows.length > 0 && (
            <div className={css.tools}>
              <NearThreshold value={nearThreshold} />
              {waiting.length > 0 && <TakeAll waiting={waiting} />}
            </div>
          )}
        </header>
        {rows.length > 0 && (
          <PreviewTable
            rows={rows}
            titles={titles}
            current={shown?.item.key ?? null}
            scroller={scroller}
            onOpen={open}
            onOpenHidden={openHidden}
          />
        )}
        <div className={css.failures}>
          <Records
            label={m('imports.records')}
            records={ofLibrary}
            choice={{
              isChosen: (key) => edits[key]?.include !== false,
              choose: (key, include) => editRow(key, { include }),
            }}
          />
          <Failures failed={preview.failed} />
        </div>
      </div>
      <footer className={css.footer}>
        <p className={css.summary} role="status">
          {summary.join(', ')}
        </p>
        <Button onClick={() => void cancelPreview()}>{m('imports.cancel')}</Button>
        <Button
          look="primary"
          keys={keyNames(runKeys)}
          disabledReason={blocked}
          onClick={() => void runImport()}
        >
          {runWords(m, { articles: chosen.length - versions, versions, filling })}
        </Button>
      </footer>
      {shown !== undefined && (opened || !overlay) && (
        <EvidencePane
          row={shown}
          rows={rows}
          titles={titles}
          toHidden={hiddenOf === shown.item.key}
          onClose={overlay ? closePane : undefined}
        />
      )}
    </section>
  );
}

import { useMessages, type MessageKey, type Messages } from '../../messages/messages.ts';
import { outcomeOf, type Outcome } from '../../../shared/model/import-outcome.ts';
import { navigate } from '../../state/route.ts';
import { undo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts';
import { Failures } from './Failures.tsx';
import css from './ImportReport.module.css';
import { goOn, leaveImport } from './look-over.ts';
import { Records } from './Records.tsx';
import { Identical, Imported, Near, Versions } from './ReportLists.tsx';
import { SaveReport } from './SaveReport.tsx';
import type { PreviewSession, Report } from './session.ts';

/** An import that was stopped: how much is left, and the way on. */
function Stopped({ report, rest }: ImportReportProps) {
  const m = useMessages();
  if (report.stopped === null) return null;
  return (
    <p className={css.stopped} role="status">
      {m('imports.stopped', { count: report.stopped.left })}{' '}
      {rest !== null && (
        <Button look="link" onClick={() => void goOn(rest)}>
          {m('imports.goOn')}
        </Button>
      )}
    </p>
  );
}

interface ImportReportProps {
  readonly report: Report;
  readonly rest: PreviewSession | null;
}

/** What was done, and what was left out, as counts. */
function countedWords(
  m: Messages,
  { imported, revised, duplicates, leftOut }: Report,
  { filled, nothingNew, unmatched, unread }: Outcome,
): { done: string; left: string } {
  const identical = duplicates.filter(({ kind }) => kind === 'identical');
  const said = (counts: readonly (readonly [MessageKey, readonly unknown[]])[]) =>
    counts
      .filter(([, items]) => items.length > 0)
      .map(([words, { length: count }]) => m(words, { count }))
      .join(', ');
  const done = said([
    ['imports.reportTitle', imported],
    ['imports.reportVersionsTitle', revised],
    ['imports.reportFilled', filled],
  ]);
  const left = said([
    ['imports.summaryIdentical', identical],
    ['imports.reportLeftOut', leftOut],
    ['imports.reportNothingNew', nothingNew],
    ['imports.summaryFailed', unread],
    ['imports.summaryUnmatched', unmatched],
  ]);
  return { done: done === '' ? m('imports.reportNothing') : done, left };
}

/** What an import did: left out, for somebody must see to that; imported, new versions, already there. */
export function ImportReport({ report, rest }: ImportReportProps) {
  const m = useMessages();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const { imported, duplicates, failed, revised, attached } = report;
  const first = imported[0] ?? revised[0] ?? attached[0];
  const outcome = outcomeOf(report);
  const { filled } = outcome;
  const { done, left } = countedWords(m, report, outcome);
  return (
    <section className={css.report} aria-labelledby="report-title">
      <h1 ref={heading} tabIndex={-1} id="report-title" className={css.title}>
        {done}
      </h1>
      {left !== '' && <p className={css.left}>{left}</p>}
      <Stopped report={report} rest={rest} />
      <p className="visually-hidden" role="status">
        {done}
      </p>
      <div className={css.buttons}>
        {first !== undefined && (
          <Button
            look="primary"
            onClick={() => {
              leaveImport();
              navigate({ name: 'article', id: first.articleId });
            }}
          >
            {m('imports.readFirst')}
          </Button>
        )}
        <Button onClick={leaveImport}>{m('imports.importMore')}</Button>
        <SaveReport />
        {imported.length + revised.length + filled.length > 0 && (
          <Button
            look="plain"
            onClick={() => {
              leaveImport();
              navigate({ name: 'articles' });
              void undo(m);
            }}
          >
            {m('imports.undoImport')}
          </Button>
        )}
      </div>
      <Failures failed={failed} />
      <Imported label={m('imports.reportImported')} items={imported} />
      <Versions items={revised} />
      <Records
        label={m('imports.reportRecords')}
        records={attached.map((record, index) => Object.assign({ key: String(index) }, record))}
      />
      <Identical label={m('imports.reportDuplicates')} items={duplicates} />
      <Near label={m('imports.reportNear')} items={duplicates} />
    </section>
  );
}

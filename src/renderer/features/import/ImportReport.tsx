import { revealedLine } from '../../../shared/model/plain-line.ts';
import { Download, FileX } from 'lucide-react';
import { exportFile } from '../../api/save-file.ts';
import { showError } from '../../api/show-error.ts';
import { showExported } from '../../api/show-exported.ts';
import { useMessages } from '../../messages/messages.ts';
import { href, navigate } from '../../state/route.ts';
import { undo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts';
import { Failures } from './Failures.tsx';
import css from './ImportReport.module.css';
import { goOn, leaveImport } from './look-over.ts';
import { Records } from './Records.tsx';
import type { PreviewSession, Report } from './session.ts';

const listed = 200;

interface DuplicatesProps {
  readonly label: string;
  readonly items: Report['duplicates'];
}

/** Files that are like an article of the library, each leading to it. */
function Duplicates({ label, items }: DuplicatesProps) {
  const m = useMessages();
  if (items.length === 0) return null;
  return (
    <>
      <h2 className={css.label}>{label}</h2>
      <ul className={css.list} aria-label={label}>
        {items.map(({ source, articleId, similarity }) => (
          <li key={`${source} ${articleId}`} className={css.row}>
            <a className={css.article} href={href({ name: 'article', id: articleId })}>
              {revealedLine(source)}
            </a>
            <span className={css.source}>
              {m('imports.same', { percent: Math.round(similarity * 100) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Articles that got a new text, and how their passages fared. */
function Versions({ items }: { readonly items: Report['revised'] }) {
  const m = useMessages();
  if (items.length === 0) return null;
  const waits = items.some(({ moved, orphaned }) => moved.length + orphaned.length > 0);
  return (
    <>
      <div className={css.heading}>
        <h2 className={css.label}>{m('imports.reportVersions')}</h2>
        {waits && (
          <Button look="link" onClick={() => navigate({ name: 'lost' })}>
            {m('imports.toLost')}
          </Button>
        )}
      </div>
      <ul className={css.list} aria-label={m('imports.reportVersions')}>
        {items.map(({ articleId, title, version, exact, moved, orphaned }) => (
          <li key={articleId} className={css.row}>
            <a className={css.article} href={href({ name: 'article', id: articleId })}>
              {title}
            </a>
            <span className={css.source}>
              {m('imports.versionPassages', {
                version,
                exact,
                moved: moved.length,
                lost: orphaned.length,
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The report as a file: what became of each file, by name, and why. */
function SaveReport() {
  const m = useMessages();
  const save = async (format: 'html' | 'md' | 'csv') => {
    try {
      const place = await exportFile(
        'import.report',
        { format },
        `${m('imports.reportName')}.${format}`,
      );
      if (place !== null) showExported(m, place);
    } catch (error) {
      showError(error);
    }
  };
  const item = (format: 'html' | 'md' | 'csv') => ({
    id: format,
    label: m(`imports.report.${format}`),
    run: () => void save(format),
  });
  return (
    <Menu label={m('imports.saveReport')} items={[item('html'), item('csv'), item('md')]}>
      <Button look="plain" icon={Download}>
        {m('imports.saveReport')}
      </Button>
    </Menu>
  );
}

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

/** What an import did: left out, for somebody must see to that; imported, new versions, already there. */
export function ImportReport({ report, rest }: ImportReportProps) {
  const m = useMessages();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const { imported, duplicates, failed, revised } = report;
  const first = imported[0] ?? revised[0];
  const title =
    imported.length === 0 && revised.length > 0
      ? m('imports.reportVersionsTitle', { count: revised.length })
      : m('imports.reportTitle', { count: imported.length });
  return (
    <section className={css.report} aria-labelledby="report-title">
      <h1 ref={heading} tabIndex={-1} id="report-title" className={css.title}>
        {title}
      </h1>
      <Stopped report={report} rest={rest} />
      <p className="visually-hidden" role="status">
        {title}
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
        {imported.length + revised.length + report.attached.length > 0 && (
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
      {failed.length > 0 && (
        <div className={css.failed}>
          <h2 className={css.label}>
            <FileX size={14} strokeWidth={1.75} aria-hidden /> {m('imports.reportFailed')}
          </h2>
          <Failures failed={failed} />
        </div>
      )}
      {failed.length > 0 && imported.length > 0 && (
        <h2 className={css.label}>{m('imports.reportImported')}</h2>
      )}
      {imported.length > 0 && (
        <ul className={css.list} aria-label={m('imports.reportTitle', { count: imported.length })}>
          {imported.slice(0, listed).map(({ articleId, title, source }) => (
            <li key={articleId} className={css.row}>
              <a className={css.article} href={href({ name: 'article', id: articleId })}>
                {title}
              </a>
              <span className={css.source}>{revealedLine(source)}</span>
            </li>
          ))}
        </ul>
      )}
      <Versions items={revised} />
      <Duplicates
        label={m('imports.reportDuplicates')}
        items={duplicates.filter(({ kind }) => kind === 'identical')}
      />
      <Duplicates
        label={m('imports.reportNear')}
        items={duplicates.filter(({ kind }) => kind === 'near')}
      />
      <Records
        label={m('imports.reportRecords')}
        records={report.attached.map((record, index) =>
          Object.assign({ key: String(index) }, record),
        )}
      />
    </section>
  );
}

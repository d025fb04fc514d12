import { FileX } from 'lucide-react';
import { useMessages } from '../../messages/messages.ts';
import { href, navigate } from '../../state/route.ts';
import { undo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts';
import { Failures } from './Failures.tsx';
import css from './ImportReport.module.css';
import { leaveImport } from './look-over.ts';
import { Records } from './Records.tsx';
import type { Report } from './session.ts';

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
              {source}
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

/** What an import did: imported, already there, left out. */
export function ImportReport({ report }: { readonly report: Report }) {
  const m = useMessages();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const { imported, duplicates, failed } = report;
  const first = imported[0];
  return (
    <section className={css.report} aria-labelledby="report-title">
      <h1 ref={heading} tabIndex={-1} id="report-title" className={css.title}>
        {m('imports.reportTitle', { count: imported.length })}
      </h1>
      <p className="visually-hidden" role="status">
        {m('imports.reportTitle', { count: imported.length })}
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
        {imported.length + report.attached.length > 0 && (
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
      {imported.length > 0 && (
        <ul className={css.list} aria-label={m('imports.reportTitle', { count: imported.length })}>
          {imported.slice(0, listed).map(({ articleId, title, source }) => (
            <li key={articleId} className={css.row}>
              <a className={css.article} href={href({ name: 'article', id: articleId })}>
                {title}
              </a>
              <span className={css.source}>{source}</span>
            </li>
          ))}
        </ul>
      )}
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
      {failed.length > 0 && (
        <>
          <h2 className={css.label}>
            <FileX size={14} strokeWidth={1.75} aria-hidden /> {m('imports.reportFailed')}
          </h2>
          <Failures failed={failed} />
        </>
      )}
    </section>
  );
}

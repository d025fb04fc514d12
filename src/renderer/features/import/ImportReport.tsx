import { FileX } from 'lucide-react';
import { useMessages } from '../../messages/messages.ts';
import { href, navigate } from '../../state/route.ts';
import { undo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Failures } from './Failures.tsx';
import css from './ImportReport.module.css';
import { leaveImport } from './look-over.ts';
import type { Report } from './session.ts';

const listed = 200;

/** What an import did: imported, already there, left out. */
export function ImportReport({ report }: { readonly report: Report }) {
  const m = useMessages();
  const { imported, duplicates, failed } = report;
  const first = imported[0];
  return (
    <section className={css.report} aria-labelledby="report-title">
      <h1 id="report-title" className={css.title} role="status">
        {m('imports.reportTitle', { count: imported.length })}
      </h1>
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
        {first !== undefined && (
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
      {duplicates.length > 0 && (
        <>
          <h2 className={css.label}>{m('imports.reportDuplicates')}</h2>
          <ul className={css.list}>
            {duplicates.map((duplicate) => (
              <li key={`${duplicate.source} ${duplicate.articleId}`} className={css.row}>
                <a
                  className={css.article}
                  href={href({ name: 'article', id: duplicate.articleId })}
                >
                  {duplicate.source}
                </a>
                <span className={css.source}>
                  {duplicate.kind === 'identical'
                    ? m('imports.identicalLibrary')
                    : m('imports.nearLibrary', {
                        percent: Math.round(duplicate.similarity * 100),
                      })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
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

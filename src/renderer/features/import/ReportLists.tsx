import { revealedLine } from '../../../shared/model/plain-line.ts';
import { useMessages } from '../../messages/messages.ts';
import { href, navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import css from './ImportReport.module.css';
import type { Report } from './session.ts';

/** So many stand on screen; the saved report has all of them. */
const listed = 200;

const ArticleLink = ({ id, title }: { readonly id: string; readonly title: string }) => (
  <a className={css.article} href={href({ name: 'article', id })}>
    {title}
  </a>
);

/** The articles of an import, each leading to its own. */
export function Imported({
  label,
  items,
}: {
  readonly label: string;
  readonly items: Report['imported'];
}) {
  const m = useMessages();
  if (items.length === 0) return null;
  return (
    <>
      <h2 className={css.label}>{label}</h2>
      <ul className={css.list} aria-label={label}>
        {items.slice(0, listed).map(({ articleId, title, source }) => (
          <li key={articleId} className={css.row}>
            <ArticleLink id={articleId} title={title} />
            <span className={css.source}>{revealedLine(source)}</span>
          </li>
        ))}
      </ul>
      {items.length > listed && (
        <p className={css.more}>{m('imports.reportMore', { count: items.length - listed })}</p>
      )}
    </>
  );
}

interface DuplicatesProps {
  readonly label: string;
  readonly items: Report['duplicates'];
}

/** Files that were left out: the library has the article already. */
export function Identical({ label, items }: DuplicatesProps) {
  const identical = items.filter(({ kind }) => kind === 'identical');
  if (identical.length === 0) return null;
  return (
    <>
      <h2 className={css.label}>{label}</h2>
      <ul className={css.list} aria-label={label}>
        {identical.map(({ source, articleId, title }) => (
          <li key={`${source} ${articleId}`} className={css.row}>
            <ArticleLink id={articleId} title={title} />
            <span className={css.source}>{revealedLine(source)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Articles that were imported, and which article each is like, and how much. */
export function Near({ label, items }: DuplicatesProps) {
  const m = useMessages();
  const pairs = items.flatMap((one) =>
    one.imported === null ? [] : [[one.imported, one] as const],
  );
  if (pairs.length === 0) return null;
  return (
    <>
      <h2 className={css.label}>{label}</h2>
      <ul className={css.list} aria-label={label}>
        {pairs.map(([imported, { articleId, title, similarity }]) => (
          <li key={imported.articleId} className={css.pair}>
            <ArticleLink id={imported.articleId} title={imported.title} />
            <span className={css.like}>
              {m('imports.reportLike', { percent: Math.round(similarity * 100) })}{' '}
              <a href={href({ name: 'article', id: articleId })}>{title}</a>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Articles that got a new text, and how their passages fared. */
export function Versions({ items }: { readonly items: Report['revised'] }) {
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
            <ArticleLink id={articleId} title={title} />
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

import { revealedLine } from '../../../shared/model/plain-line.ts';
import { useMessages } from '../../messages/messages.ts';
import { href, navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import css from './ImportReport.module.css';
import type { Report } from './session.ts';

/** So many stand on screen; the saved report has all of them. */
const listed = 200;

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
            <a className={css.article} href={href({ name: 'article', id: articleId })}>
              {title}
            </a>
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

/** Files that are like an article of the library, each leading to it. */
export function Duplicates({ label, items }: DuplicatesProps) {
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

import type { Article } from '../../../shared/model/article.ts';
import { useMessages } from '../../messages/messages.ts';
import css from './OriginalView.module.css';

/**
 * The whole text as it was imported, nothing left out, beside the clean view.
 * Text only: an imported page is never shown as a page.
 */
export function OriginalView({ article }: { readonly article: Article }) {
  const m = useMessages();
  return (
    <section className={css.original} aria-label={m('reader.original')}>
      <p className={css.name}>
        {m('reader.originalFile', { name: article.source.name, format: article.source.format })}
      </p>
      <pre className={css.text} lang={article.language ?? undefined}>
        {article.text}
      </pre>
    </section>
  );
}

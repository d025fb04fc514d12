import type { Article } from '../../../shared/model/article.ts';
import { formatIssued, languageName } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { NearGroup } from './NearGroup.tsx';
import css from './ReaderHeader.module.css';

const nameOf = ({ family, given, literal }: Article['author'][number]): string =>
  literal ?? [given, family].filter(Boolean).join(' ');

/** What is known of the article. What is not known is said, never left blank. */
export function ReaderHeader({ article }: { readonly article: Article }) {
  const m = useMessages();
  const authors = article.author.map(nameOf).join(', ');
  const facts = [
    article.origin === null ? null : m('reader.origin', { name: article.origin.name }),
    m('reader.words', { count: article.words }),
    article.language === null ? m('reader.languageUnknown') : languageName(article.language),
  ].filter((fact) => fact !== null);
  return (
    <header className={css.header}>
      <p className={css.meta}>
        <strong>{article['container-title'] ?? m('reader.outletUnknown')}</strong>
        <span>{formatIssued(article.issued, 'long') ?? m('reader.noDate')}</span>
        {authors !== '' && <span>{authors}</span>}
      </p>
      <h1 className={css.title} lang={article.language ?? undefined}>
        {article.title}
      </h1>
      <p className={css.meta}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <NearGroup article={article} />
      </p>
    </header>
  );
}

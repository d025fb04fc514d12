import type { Article } from '../../../shared/model/article.ts';
import { useState } from 'react';
import { LinkedDocuments } from '../../editor/LinkedDocuments.tsx';
import { languageName } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { nameText } from '../../metadata/fields.ts';
import { Button } from '../../ui/Button.tsx';
import { DetailsDialog } from './details/DetailsDialog.tsx';
import { IssuedDate } from './details/IssuedDate.tsx';
import { NearGroup } from './NearGroup.tsx';
import { TextVersions } from './versions/TextVersions.tsx';
import css from './ReaderHeader.module.css';

/** What is known of the article. What is not known is said, never left blank. */
export function ReaderHeader({ article }: { readonly article: Article }) {
  const m = useMessages();
  const [comparing, setComparing] = useState(false);
  const [editing, setEditing] = useState(false);
  const authors = article.author.map(nameText).join(', ');
  const facts = [
    article.origin === null ? null : m('reader.origin', { name: article.origin.name }),
    m('reader.words', { count: article.words }),
    article.language === null ? m('reader.languageUnknown') : languageName(article.language),
  ].filter((fact) => fact !== null);
  return (
    <header className={css.header}>
      <div className={css.meta}>
        {article['container-title'] === null ? (
          <span>{m('reader.outletUnknown')}</span>
        ) : (
          <strong dir="auto">{article['container-title']}</strong>
        )}
        <IssuedDate article={article} />
        {authors !== '' && <span dir="auto">{authors}</span>}
      </div>
      <h1 className={css.title} dir="auto" lang={article.language ?? undefined}>
        {article.title}
      </h1>
      <div className={css.meta}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <NearGroup article={article} />
        {article.version > 1 && (
          <span>
            <Button look="link" className={css.button} onClick={() => setComparing(true)}>
              {m('textVersions.open', { version: article.version })}
            </Button>
          </span>
        )}
        <span>
          <Button look="link" className={css.button} onClick={() => setEditing(true)}>
            {m('metadata.details')}
          </Button>
        </span>
      </div>
      <LinkedDocuments articleId={article.id} />
      {comparing && <TextVersions article={article} onClose={() => setComparing(false)} />}
      {editing && <DetailsDialog article={article} onClose={() => setEditing(false)} />}
    </header>
  );
}

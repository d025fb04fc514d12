import { memo } from 'react';
import { quoted } from '../../../shared/briefing/quoted.ts';
import type { ShownCitation, ShownCitations } from '../../editor/citations.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import css from './SourcesList.module.css';
import { firstWords } from '../../../shared/text/shorten.ts';

const longest = 90;

const shorten = (quote: string): string =>
  firstWords(quote.replaceAll(/\s+/gu, ' ').trim(), longest);

export interface SourcesListProps {
  readonly citations: ShownCitations;
  /** Citations in the text: more than sources where one is cited again. */
  readonly notes: number;
}

/** The numbered sources under the page, and what an export numbers otherwise. */
export const SourcesList = memo(function SourcesList({ citations, notes }: SourcesListProps) {
  const m = useMessages();
  if (citations.size === 0) return null;
  return (
    <section className={css.sources} aria-label={m('briefings.sources')}>
      <ol className={css.list}>
        {[...citations].map(([id, citation]) => (
          <li key={id} value={citation.number}>
            <Source citation={citation} />
            {citation.change !== null && (
              <span className={css.change}>
                {m(`citations.changed.${citation.change}`, { number: citation.number })}
              </span>
            )}
          </li>
        ))}
      </ol>
      {notes > citations.size && (
        <p className={css.hint}>{m('briefings.sourcesHint', { notes, sources: citations.size })}</p>
      )}
    </section>
  );
});

function Source({ citation }: { readonly citation: ShownCitation }) {
  const m = useMessages();
  const { quote, outlet, title, issued, articleId, start, end, status } = citation;
  const words = (
    <>
      {quote !== '' && quoted(shorten(quote))}{' '}
      {title === '' && outlet === null ? (
        m('briefings.lostSource')
      ) : (
        <>
          <cite>{outlet ?? title}</cite>, {formatIssued(issued, 'long') ?? m('briefings.noDate')}
        </>
      )}
    </>
  );
  if (articleId === null || status === 'deleted') return words;
  return (
    <a className={css.link} href={href({ name: 'article', id: articleId, start, end })}>
      {words}
    </a>
  );
}
